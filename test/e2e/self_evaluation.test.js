// A self-evaluation is filled by keys, scored while one types, proved, pasted into, exported and read back.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let server, browser, page, project;

const columns = "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位";
const rows = [
  "甲局,巡回车,产出指标,数量指标,巡回场次,≥,120,场", "甲局,巡回车,产出指标,质量指标,设备完好率,≥,95,%",
  "甲局,巡回车,效益指标,社会效益指标,制度健全性,定性,健全,", "甲局,巡回车,满意度指标,服务对象满意度指标,读者满意度,≥,90,%",
];

before(async () => {
  server = await startServer();
  await server.file("2023.csv", Buffer.from(`2023年项目支出绩效\n${columns}\n${rows.join("\n")}\n`));
  project = (await server.json("/api/v1/projects?year=2023")).items[0].id;
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const press = (key) => page.keyboard.press(key);
const read = () => server.json(`/api/v1/projects/${project}/self-evaluation`);
const cell = (name, what) => page.locator(`[aria-label="${name}：${what}"]`);
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
const total = async () => (await page.id("total").innerText()).split("/")[0].trim();
const score = async (name) => {
  const row = (await read()).rows.find((one) => one.name === name);
  return page.locator(`[data-score="${row.indicator_id}"]`).innerText();
};

test("a self-evaluation", async (t) => {
  await t.test("the list leads to the form", async () => {
    await page.goto("/self-evaluation?year=2023");
    await page.id("evaluation-project").first().waitFor();
    assert.match(await page.id("evaluation-project").first().innerText(), /巡回车/);
    await until(() => page.id("list-said").innerText(), (said) => /1 个项目，0 个填写完整；/.test(said), "counted beside the page");
    await page.getByRole("link", { name: "巡回车" }).click();
    await page.id("evaluation-sheet").waitFor();
    assert.match(page.url(), new RegExp(`/projects/${project}/self-evaluation`));
  });

  await t.test("it is filled by keys, and scores follow while one types", async () => {
    await cell("巡回场次", "实际完成值").focus();
    await page.keyboard.type("60");
    await until(() => score("巡回场次"), (shown) => shown === "12.5", "half of the proposed 25 points");
    await press("Enter");
    assert.equal(await focused(), "设备完好率：实际完成值");
    await page.keyboard.type("96%");
    await press("ArrowDown");
    await page.keyboard.type("部分达成");
    await press("Enter");
    await page.keyboard.type("0.88");
    await press("ArrowUp");
    assert.equal(await focused(), "制度健全性：实际完成值");
    await press("Tab");
    assert.equal(await focused(), "制度健全性：分值");
    await until(total, (shown) => shown !== "0" && shown !== "–", "the total follows");
    assert.equal((await read()).rows[0].value, "", "nothing is kept yet");
  });

  await t.test("each score explains itself", async () => {
    await page.id("explain").first().click();
    assert.match(await page.id("derivation").innerText(), /60.*120/s);
    assert.match(await page.id("derivation").innerText(), /依据/);
    await page.id("explain").first().click();
  });

  await t.test("proposed points are taken, what is missing leads to its cell, all is saved", async () => {
    await page.id("accept-points").click();
    assert.equal(await page.evaluate(() => document.activeElement?.dataset.testid), "save", "what comes next has the focus");
    const reason = page.id("missing-one").filter({ hasText: "巡回场次" }).first();
    await reason.click();
    assert.equal(await focused(), "巡回场次：偏差原因分析及改进措施");
    await page.keyboard.type("车辆维修两个月");
    await page.id("outcome").fill("已按计划开展");
    await page.evaluate(() => document.activeElement?.blur());
    await press("Control+s");
    await until(async () => (await read()).outcome, (kept) => kept === "已按计划开展", "kept");
    const kept = await read();
    assert.deepEqual(kept.rows.map((row) => row.value), ["60", "96%", "部分达成", "0.88"]);
    assert.ok(kept.rows.every((row) => !row.points_proposed && row.points !== ""));
    assert.equal(kept.rows[0].reason, "车辆维修两个月");
    await until(() => page.id("save").isDisabled(), (off) => off, "nothing is left to save");
  });

  await t.test("money is typed in 万元 and scored at once", async () => {
    await page.id("missing-one").filter({ hasText: "全年预算数" }).click();
    assert.equal(await focused(), "年度资金总额：全年预算数");
    await page.keyboard.type("80");
    await page.id("money-executed").fill("56.5");
    await until(() => page.id("explain-execution").innerText(), (shown) => shown === "7.06", "56.5 of 80, of 10 points");
    await page.id("execution-reason").fill("采购推迟");
    await press("Control+s");
    await until(async () => (await read()).money[0]?.executed, (kept) => kept === "565000", "kept in 元");
    assert.equal((await read()).execution_reason, "采购推迟");
  });

  await t.test("evidence: a survey without a sample is told, one with it is enough", async () => {
    const before = (await read()).missing.filter((one) => one.kind === "evidence");
    assert.equal(before.length, 1);
    await page.locator("[data-testid=evidence]").last().click();
    await page.id("evidence-dialog").waitFor();
    assert.match(await page.id("evidence-dialog").innerText(), /没有写样本量/);
    await page.id("evidence-sample").fill("120");
    await page.id("evidence-input").setInputFiles({ name: "问卷.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK survey") });
    await page.id("evidence-attach").click();
    await until(async () => (await read()).missing.filter((one) => one.kind === "evidence").length, (n) => n === 0, "proved");
    await page.id("evidence-dialog").waitFor({ state: "detached" });
    await until(() => page.locator("[data-testid=evidence]").last().innerText(), (words) => words === "1 份", "counted");
  });

  await t.test("a block from a spreadsheet opens its preview", async () => {
    await page.id("open-paste").click();
    await page.id("paste-text").fill("指标名称\t完成值\n巡回场次\t130\n没有的指标\t1\n设备完好率\t\n");
    await until(() => page.id("pasted-line").evaluateAll((lines) => lines.map((line) => line.dataset.fate).join()), (fates) => fates === "head,taken,unknown,blank", "line by line");
    await page.id("paste-keep").click();
    await until(async () => (await read()).rows[0].value, (value) => value === "130", "kept");
    assert.equal((await read()).rows[1].value, "96%", "blank is not 0");
  });

  await t.test("values of sub-units are summed, taken back, and stay on record", async () => {
    await page.id("values").nth(1).click();
    await page.id("values-dialog").waitFor();
    for (const [unit, numerator, denominator] of [["东片", "90", "100"], ["西片", "96", "100"]]) {
      await page.id("value-unit").fill(unit);
      await page.id("value-numerator").fill(numerator);
      await page.id("value-denominator").fill(denominator);
      await page.id("value-day").fill("2023-12-31");
      await page.id("value-add").click();
      await page.id("said-value").filter({ hasText: unit }).waitFor();
    }
    assert.equal((await read()).rows[1].value, "96%", "of one day the whole counts");
    await page.id("said-value").filter({ hasText: "（整体）" }).filter({ hasText: "96%" }).getByTestId("value-back").click();
    await until(async () => (await read()).rows[1].value, (value) => value === "93%", "186 of 200");
    for (const unit of ["东片", "西片"]) {
      await page.id("said-value").filter({ hasText: unit }).getByTestId("value-back").click();
      await page.locator("tr.ended").filter({ hasText: unit }).waitFor();
    }
    await press("Escape");
    await page.id("values-dialog").waitFor({ state: "detached" });
    await until(() => cell("设备完好率", "实际完成值").inputValue(), (value) => value === "", "nothing is said any more: blank");
    await cell("设备完好率", "实际完成值").fill("96%");
    await press("Control+s");
    await until(async () => (await read()).rows[1].value, (value) => value === "96%", "said again");
  });

  await t.test("another profile is one choice away, and the address says it", async () => {
    await page.id("profile").selectOption("national-101");
    await page.waitForURL(/profile=national-101/);
    await until(() => page.id("profile").inputValue(), (id) => id === "national-101", "scored by it");
    await page.id("profile").selectOption("national-2020");
    await until(() => page.url(), (address) => !address.includes("profile="), "the usual one is not said");
  });

  await t.test("a stale page overwrites nothing, and what was typed stays", async () => {
    await until(() => cell("巡回场次", "实际完成值").inputValue(), (value) => value === "130", "shown");
    const { rows: [first] } = await read();
    await fetch(`${server.address}/api/v1/projects/${project}/actuals`, {
      method: "POST", headers: { "content-type": "application/json", origin: server.address },
      body: JSON.stringify({ as_of: "2023-12-31", values: [{ indicator_id: first.indicator_id, value: "140" }] }),
    });
    await cell("设备完好率", "实际完成值").fill("97%");
    await press("Control+s");
    await page.locator("[data-code='store.evaluation_changed_meanwhile']").waitFor();
    await until(() => cell("巡回场次", "实际完成值").inputValue(), (value) => value === "140", "what was said meanwhile");
    assert.equal(await cell("设备完好率", "实际完成值").inputValue(), "97%");
    await press("Control+s");
    await until(async () => (await read()).rows[1].value, (value) => value === "97%", "saved the second time");
    assert.equal((await read()).rows[0].value, "140");
  });

  await t.test("two persons' texts of one cell stand side by side until one is chosen", async () => {
    const reason = cell("巡回场次", "偏差原因分析及改进措施");
    const { rows: [first], revision } = await read();
    await reason.fill("第二人写的");
    await fetch(`${server.address}/api/v1/projects/${project}/self-evaluation`, {
      method: "POST", headers: { "content-type": "application/json", origin: server.address },
      body: JSON.stringify({ revision, cells: [{ indicator_id: first.indicator_id, reason: "第一人写的" }] }),
    });
    await press("Control+s");
    await page.id("clash").waitFor();
    assert.match(await page.id("clash").innerText(), /巡回场次：偏差原因分析及改进措施[^]*第一人写的[^]*第二人写的/);
    assert.doesNotMatch(await page.locator("[data-code='store.evaluation_changed_meanwhile']").innerText(), /刷新/);
    assert.equal(await reason.inputValue(), "第二人写的");
    assert.match(await reason.getAttribute("title"), /第一人写的/);
    await page.id("take-theirs").click();
    await until(() => reason.inputValue(), (value) => value === "第一人写的", "theirs is taken");
    await page.id("clashes").waitFor({ state: "detached" });
    assert.equal((await read()).rows[0].reason, "第一人写的");
  });

  await t.test("a value of July says so on the form of December", async () => {
    const { rows } = await read();
    await fetch(`${server.address}/api/v1/projects/${project}/actuals`, {
      method: "POST", headers: { "content-type": "application/json", origin: server.address },
      body: JSON.stringify({ as_of: "2023-07-31", values: [{ indicator_id: rows[1].indicator_id, value: "90%" }] }),
    });
    await page.goto(`/projects/${project}/self-evaluation?year=2023&as_of=2023-08-31`);
    await page.id("value-day").first().waitFor();
    assert.match(await page.id("value-day").first().innerText(), /截至 2023-07-31/);
    await page.goto(`/projects/${project}/self-evaluation?year=2023`);
    await page.id("evaluation-row").first().waitFor();
    assert.equal(await page.id("value-day").count(), 0, "December's own value counts there");
  });

  await t.test("the export reads back and says nothing new", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-xlsx").click()]);
    const file = path.join(server.folder, "自评表.xlsx");
    await writeFile(file, await readFile(await download.path()));
    await page.id("open-upload").click();
    await page.id("upload-input").setInputFiles(file);
    await page.id("upload-nothing").waitFor();
    assert.match(await page.id("upload-said").innerText(), /找到 4 条指标：0 条有新内容，4 条没有变化/);
    await press("Escape");
    await page.id("upload-dialog").waitFor({ state: "detached" });
    await fetch(`${server.address}/api/v1/projects/${project}/self-evaluation`, {
      method: "POST", headers: { "content-type": "application/json", origin: server.address },
      body: JSON.stringify({ revision: (await read()).revision, cells: [], outcome: "只开展了一部分", execution_reason: "" }),
    });
    await page.id("open-upload").click();
    await page.id("upload-input").setInputFiles(file);
    const outcome = page.id("uploaded-text").filter({ hasText: "目标实际完成情况" });
    await outcome.waitFor();
    assert.match(await outcome.innerText(), /目标实际完成情况\s+只开展了一部分 → 已按计划开展/);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: path.join(process.env.SCREENSHOTS, "uploaded-text.png") });
    await page.id("upload-keep").click();
    await until(async () => (await read()).outcome, (kept) => kept === "已按计划开展", "what the form says is kept");
  });

  await t.test("axe finds nothing serious", async () => {
    for (const theme of ["light", "dark"]) {
      const other = await openPage(browser, server.address, { theme });
      for (const address of [`/projects/${project}/self-evaluation?year=2023`, "/self-evaluation?year=2023"]) {
        await other.goto(address);
        await other.locator("[data-testid=evaluation-sheet], [data-testid=evaluation-project]").first().waitFor();
        await other.evaluate(axe);
        const found = await other.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations
          .filter((one) => one.impact === "serious" || one.impact === "critical").map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`));
        assert.deepEqual(found, [], `${theme} ${address}`);
        if (process.env.SCREENSHOTS) await other.screenshot({ path: path.join(process.env.SCREENSHOTS, `${address.startsWith("/self") ? "list" : "form"}-${theme}.png`) });
      }
      await other.context().close();
    }
  });

  await t.test("in English, too, and the browser complained about nothing", async () => {
    const other = await openPage(browser, server.address, { language: "en" });
    await other.goto(`/projects/${project}/self-evaluation?year=2023`);
    await other.getByRole("heading", { name: "Self-evaluation of 巡回车" }).waitFor();
    assert.deepEqual(other.complaints, []);
    await other.context().close();
    assert.deepEqual(page.complaints, []);
  });
});
