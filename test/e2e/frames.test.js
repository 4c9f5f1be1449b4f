// The frame a document is written in, and its rows read in another one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { sampleRegion, startServer } from "./support/server.js";
import { csvOf } from "./support/tables.js";

let server, browser, page, project, frames;
const table = csvOf(2022, ["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "计量单位"], [
  ["甲局", "教师培训", "产出指标", "数量指标", "培训人数", "≥", 100, "人"],
  ["甲局", "教师培训", "产出指标", "成本指标", "人均培训费", "≤", 500, "元"],
  ["甲局", "教师培训", "效益指标", "可持续影响指标", "制度持续年限", "≥", 3, "年"],
  ["甲局", "教师培训", "满意度指标", "服务对象满意度指标", "学员满意度", "≥", 90, "%"],
]);

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const there = (name) => page.locator(`tr[data-id="${project.rows.find((row) => row.name === name).id}"]`).getByTestId("kind-there");

test("frames", async (t) => {
  await t.test("the report of an import names the frame by its title, read or filed", async () => {
    frames = (await server.json("/api/v1/meta")).frames;
    await page.goto("/import");
    await page.id("import-file").setInputFiles({ name: "2022.csv", mimeType: "text/csv", buffer: table });
    await page.id("import-region").fill(sampleRegion);
    await page.id("dry-run").click();
    await page.id("import-report").waitFor();
    const own = frames.find((frame) => frame.id === "national-88");
    assert.equal(await page.id("report-frame").innerText(), own.title);
    await page.id("commit-import").click();
    await page.id("see-overview").waitFor();
    assert.equal(await page.id("report-frame").innerText(), own.title);
    const { items } = await server.json("/api/v1/imports?year=2022");
    await page.goto(`/import/${items[0].id}?year=2022`);
    await until(() => page.id("report-frame").innerText(), (text) => text === own.title, "the stored report");
  });

  await t.test("a project names its frame, and says that its text was not verified", async () => {
    const { items } = await server.json("/api/v1/projects?year=2022");
    project = await server.json(`/api/v1/projects/${items[0].id}`);
    await page.goto(`/projects/${project.id}?year=2022`);
    await page.id("indicator-row").first().waitFor();
    assert.equal(await page.id("own-frame").innerText(), frames.find((frame) => frame.id === project.frame).title);
    assert.equal(await page.id("frame").getByText("原文待核").count(), frames.find((frame) => frame.id === project.frame).verified ? 0 : 1);
    assert.equal(await page.id("kind-there").count(), 0);
  });

  await t.test("in another frame every row says its kind there, and what differs is marked with a sign and a word", async () => {
    await page.id("frame-choice").selectOption("national-101");
    await page.waitForURL(/frame=national-101/);
    assert.equal(await page.id("frame-said").innerText(), "1 行的类别不同，1 行没有对应的类别");
    assert.match(await there("培训人数").last().innerText(), /数量指标$/);
    assert.doesNotMatch(await there("培训人数").last().innerText(), /≠/);
    assert.match(await there("培训人数").first().innerText(), /^[^≠]*产出指标\s*≠\s*不同\s*成本指标$/, "a merged cell names both, and which of them differs");
    assert.match(await there("人均培训费").innerText(), /≠\s*不同\s*经济成本指标$/);
    assert.match(await there("制度持续年限").last().innerText(), /∅\s*无此类/);
  });

  await t.test("the choice stands in the address, goes along to the source and back, and Esc keeps its order", async () => {
    await page.reload();
    await page.id("kind-there").first().waitFor();
    assert.equal(await page.id("frame-choice").inputValue(), "national-101");
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    await page.waitForURL(/\/documents\//);
    await page.locator("[aria-current=true]").last().waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL(/\/projects\/.*frame=national-101/);
    await page.id("kind-there").first().waitFor();
    await page.keyboard.press("n");
    await page.locator("[data-testid=finding].open").waitFor();
    await page.keyboard.press("Escape");
    await until(() => page.locator("[data-testid=finding].open").count(), (n) => n === 0, "closed");
    assert.match(page.url(), /frame=national-101/);
    await page.id("frame-choice").selectOption("");
    await until(() => page.id("kind-there").count(), (n) => n === 0, "as written again");
    assert.doesNotMatch(page.url(), /frame=/);
  });

  await t.test("an address with a frame that there is not shows the project as written", async () => {
    await page.goto(`/projects/${project.id}?year=2022&frame=no-such`);
    await page.id("indicator-row").first().waitFor();
    assert.equal(await page.id("kind-there").count(), 0);
    assert.equal(await page.id("frame-choice").inputValue(), "");
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
