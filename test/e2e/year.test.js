// A year plays: execution and July's values come in, lights and quadrant move, the year's end is
// filled in, exported and read back, scored, and scored again by another profile.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

const targets = [
  "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,分值",
  "甲局,科技培训,产出指标,数量指标,培训人次,≥,120,人次,30",
  "甲局,科技培训,产出指标,质量指标,合格率,≥,90,%,20",
  "甲局,科技培训,效益指标,社会效益指标,就业带动,≥,60,人,30",
  "甲局,科技培训,满意度指标,服务对象满意度指标,学员满意度,≥,90,%,10",
].join("\n");
const money = (executed) => Buffer.from(["项目名称,年初预算数(万元),全年预算数(万元),执行数(万元)", `科技培训,100,120,${executed}`].join("\n"));

let server, browser, page, project;

before(async () => {
  server = await startServer();
  await server.file("目标.csv", Buffer.from(targets), { year: 2022 });
  project = (await server.projectNamed("科技培训")).id;
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const press = (key) => page.keyboard.press(key);
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();
const board = () => page.locator(`[data-testid=board-row][data-id="${project}"]`);
const cell = (name, what) => page.locator(`[aria-label="${name}：${what}"]`);

async function importMoney(name, executed, day) {
  await page.goto("/monitoring/money?year=2022");
  await page.id("money-file").setInputFiles({ name, mimeType: "text/csv", buffer: money(executed) });
  await page.id("money-as-of").fill(day);
  await page.id("money-accept").click();
  await page.id("see-monitoring").click();
  await page.waitForURL(/\/monitoring\?/);
}

/** Fills values at the day of the form and saves them. */
async function fill(values) {
  await page.id("evaluation-sheet").waitFor();
  for (const [name, value] of Object.entries(values)) await cell(name, "实际完成值").fill(value);
  await press("Control+s");
  await until(() => page.id("save").isDisabled(), (off) => off, "everything is saved");
}

test("a year plays", async (t) => {
  await t.test("execution is imported: the money lights, the goals say nothing yet", async () => {
    await importMoney("七月执行.csv", "35", "2022-07-31");
    await page.goto("/monitoring?year=2022&month=7");
    await board().waitFor();
    assert.match(await text(page.id("quadrant-say")), /0 个钱和事都有数/);
    assert.match(await text(board()), /红灯/, "35 of 120 by July");
  });

  await t.test("July's values move lights and quadrant, and the forecast follows", async () => {
    await board().getByRole("link").first().click();
    await page.id("monitored").first().waitFor();
    assert.match(await text(page.id("monitored").first()), /未填报/);
    await page.id("fill-values").click();
    await page.waitForURL(/as_of=2022-07-31/);
    await fill({ 培训人次: "42", 合格率: "0.95", 就业带动: "35", 学员满意度: "92%" });
    await page.goto(`/projects/${project}/monitoring?year=2022&month=7`);
    await page.id("monitored").first().waitFor();
    // 120 × 7/12 = 70 due; 42 of them; 42 ÷ 7 × 12 = 72 at the end of the year.
    assert.match(await text(page.id("monitored").first()), /黄灯.*60%.*72/);
    assert.match(await text(page.id("monitored").nth(1)), /绿灯/, "0.95 is 95 %");
    await page.goto("/monitoring?year=2022&month=7");
    await board().waitFor();
    assert.match(await text(page.id("quadrant-say")), /1 个钱和事都有数/);
    assert.equal(await page.id("quadrant-chart").locator("circle").count(), 1);
  });

  await t.test("June knows nothing of July", async () => {
    await page.goto(`/projects/${project}/monitoring?year=2022&month=6`);
    await page.id("monitored").first().waitFor();
    assert.match(await text(page.id("monitored").first()), /未填报/);
  });

  await t.test("the year's end: money, self-evaluation, what is missing", async () => {
    await importMoney("全年执行.csv", "114", "2022-12-31");
    await page.goto(`/projects/${project}/self-evaluation?year=2022`);
    await fill({ 培训人次: "108", 合格率: "88%", 就业带动: "66", 学员满意度: "91%" });
    // 108/120 × 30 = 27; 88/90 × 20 = 19.56; 30; 10; money 114/120 × 10 = 9.5.
    await until(async () => (await text(page.id("total"))).split("/")[0].trim(), (total) => total === "96.06", "27 + 19.56 + 30 + 10 + 9.5");
    assert.equal(await page.id("missing-one").filter({ hasText: "培训人次" }).count(), 1, "a reason is missing");
    await cell("培训人次", "偏差原因分析及改进措施").fill("疫情停课，改线上补训");
    await cell("合格率", "偏差原因分析及改进措施").fill("新课程考核偏严");
    await press("Control+s");
    await until(() => page.id("save").isDisabled(), (off) => off, "everything is saved");
    await until(() => page.id("missing-one").filter({ hasText: "培训人次" }).count(), (n) => n === 0, "the reason is there");
  });

  await t.test("the form is exported, and read back it says nothing new", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-xlsx").click()]);
    const file = path.join(server.folder, "自评表.xlsx");
    await writeFile(file, await readFile(await download.path()));
    await page.id("open-upload").click();
    await page.id("upload-input").setInputFiles(file);
    await page.id("upload-nothing").waitFor();
    assert.match(await text(page.id("upload-said")), /找到 4 条指标：0 条有新内容/);
    await press("Escape");
    await page.id("upload-dialog").waitFor({ state: "detached" });
  });

  let run;
  await t.test("the year is scored and kept, and gives the same bytes again", async () => {
    await page.goto("/scoring?year=2022");
    await page.id("score-as-of").fill("2022-12-31");
    await page.id("keep-scores").click();
    await page.id("run-row").getByRole("link").click();
    await page.id("score-row").first().waitFor();
    run = page.url();
    assert.match(await text(page.id("score-row").first()), /科技培训.*96\.06.*优/);
    await page.id("check-run").click();
    await page.id("same-bytes").waitFor();
  });

  await t.test("another profile by the same inputs says who moves", async () => {
    await page.id("compare-profile").selectOption("example-strict");
    await page.id("movement-say").waitFor();
    assert.match(await text(page.id("movement-say")), /1 个项目中/);
  });

  await t.test("what is said later does not change what was kept", async () => {
    await page.goto(`/projects/${project}/self-evaluation?year=2022`);
    await fill({ 培训人次: "60" });
    await page.goto(run);
    await page.id("score-row").first().waitFor();
    assert.match(await text(page.id("score-row").first()), /96\.06/);
    await page.id("check-run").click();
    await page.id("same-bytes").waitFor();
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
