// The same file again, the same table in another format, and an edit that lives on.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { numberOf, openBrowser, openPage, until } from "./support/browser.js";
import { sample, sampleRegion, startServer } from "./support/server.js";

let server, browser, page;

before(async () => {
  server = await startServer();
  await server.fileSample();
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

async function tryFile(file, year = "") {
  await page.goto("/import?year=2022");
  await page.id("import-file").setInputFiles(file);
  await page.id("import-year").fill(year);
  await page.id("import-region").fill(sampleRegion);
  await page.id("dry-run").click();
  await page.id("import-report").waitFor();
}

test("documents and their versions", async (t) => {
  const ids = async () => (await server.json("/api/v1/indicators?year=2022&limit=200")).items.map((item) => item.id).sort();
  const first = await ids();

  await t.test("the same file again changes nothing, and says so", async () => {
    await tryFile(sample);
    assert.match(await page.id("import-sentence").innerText(), /已经导入过.*第 1 版.*不会有改动/);
    assert.ok(await page.id("commit-import").isDisabled(), "there is nothing to file");
    assert.match(await page.id("import-report").innerText(), /与已入库的文件相同/);
    assert.equal(await page.id("import-row").count(), 1, "one import is on record");
    assert.deepEqual(await ids(), first);
  });

  let edited;
  await t.test("an edit is laid before the next version comes", async () => {
    const { items } = await server.json("/api/v1/indicators?year=2022&rule=measure_unfit_for_name");
    edited = items[0];
    await page.goto(`/projects/${edited.project_id}?year=2022&row=${edited.id}`);
    await page.locator(`tr[data-id="${edited.id}"] [data-rule=measure_unfit_for_name]`).getByTestId("apply-suggestion").click();
    await page.id("overlay").waitFor();
  });

  const changed = { before: "发布技术需求,≥,2,项", after: "发布技术需求,≥,3,项" };
  await t.test("the same table as CSV, one target changed, becomes version 2", async () => {
    // What was filed, without the edit: the filed cells of the export's own layout.
    const { items } = await server.json("/api/v1/indicators?year=2022&limit=200");
    const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = items.map((row) => [row.agency, row.project, row.filed.level1, row.filed.level2, row.filed.level3, row.filed.comparator, row.filed.target, row.filed.measure].map(quoted).join(","));
    // A filed spelling follows the edit where there is one.
    const asFiled = lines.map((line) => (line.includes(edited.name) ? line.replace(/,人$/, ",个") : line));
    const csv = `表11\n2022年市级部门预算财政拨款项目支出预算表\n单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n${asFiled.join("\n")}\n`;
    assert.ok(csv.includes(changed.before));
    const file = path.join(server.folder, "table11.csv");
    await writeFile(file, csv.replace(changed.before, changed.after));
    await tryFile(file);
    assert.equal(await numberOf(page, "count-indicators"), 147);
    assert.match(await page.id("import-report").innerText(), /成为新的一版 · 第 2 版/);
    const changes = await page.id("import-changes").innerText();
    assert.match(changes, /新增 0 行，不变 146 行，改动 1 行（共 1 格），不再出现 0 行/);
    assert.match(changes, /保留人工修改 1 处，冲突 0 格/);
    assert.match(changes, /发布技术需求[\s\S]*2[\s\S]*3/);
    assert.equal((await server.json("/api/v1/imports?year=2022")).items.length, 1, "the dry run files nothing");
    await page.id("commit-import").click();
    await page.id("see-indicators").waitFor();
    await until(() => page.id("import-row").count(), (n) => n === 2, "two imports on record");
    assert.match(await page.id("import-row").first().innerText(), /table11\.csv[\s\S]*2/, "the newest comes first");
  });

  await t.test("rows keep their identity, the edit lives on, the old version stays", async () => {
    assert.deepEqual(await ids(), first, "the same 147 rows");
    const now = await server.json(`/api/v1/indicators/${edited.id}`);
    assert.equal(now.measure, "人");
    assert.deepEqual(now.edited, ["measure"]);
    const { items } = await server.json("/api/v1/indicators?year=2022&q=%E5%8F%91%E5%B8%83%E6%8A%80%E6%9C%AF%E9%9C%80%E6%B1%82");
    assert.equal(items[0].target, "3");
    await page.id("import-row").last().getByRole("link").first().click();
    await page.waitForURL(/\/import\/\d+/);
    await page.id("import-report").waitFor();
    assert.equal(await numberOf(page, "count-repeated"), 8, "the first report is kept as it was");
  });

  await t.test("a document of some projects alone says how many indicators it would end", async () => {
    const { items } = await server.json("/api/v1/indicators?year=2022&limit=1");
    const row = items[0];
    const file = path.join(server.folder, "part.csv");
    await writeFile(file, `表11\n单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n${[row.agency, row.project, row.filed.level1, row.filed.level2, row.filed.level3, row.filed.comparator, row.filed.target, row.filed.measure].join(",")}\n`);
    await tryFile(file, "2022");
    const held = (await server.json(`/api/v1/indicators?year=2022&agency=${row.agency_id}&limit=1`)).total;
    assert.match(await page.id("gone").innerText(), new RegExp(`有 ${held - 1} 条不再出现`));
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
