// Double monitoring: money imported with its columns, lights, money beside goals, opinion, curve, export.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

const targets = [
  "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,实际完成值",
  "甲局,科技培训,产出指标,数量指标,培训人次,≥,120,人次,40",
  "甲局,科技培训,产出指标,质量指标,合格率,≥,90,%,95%",
  "甲局,科技培训,产出指标,成本指标,培训成本,≤,100,万元,",
  "乙馆,展览运行,产出指标,数量指标,接待观众,≥,12000,人次,10000",
  "乙馆,展览运行,效益指标,社会效益指标,机关运转,定性,保障有力,,达成",
].join("\n");
const money = ["项目,年初数额,七月累计", "科技培训,120,35", "展览运行,60,35", "没有的项目,1,1", "合计,181,71"].join("\n");
const ownUnits = ["项目名称,年初预算（万元）,预算调整（元）,执行数（元）", "科技培训,1,-2000,9000", "展览运行,0.2,,500"].join("\n");

let server, browser, page, training;

before(async () => {
  server = await startServer();
  await server.file("targets.csv", Buffer.from(targets), { year: 2022 });
  training = (await server.projectNamed("科技培训")).id;
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const press = (key) => page.keyboard.press(key);
const rowOf = (id) => page.locator(`[data-testid=board-row][data-id="${id}"]`);
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();

test("a year is watched", async (t) => {
  await t.test("the board says what to do next while no money is known", async () => {
    await page.goto("/monitoring?year=2022");
    await rowOf(training).waitFor();
    assert.match(await text(page.id("quadrant-say")), /0 个钱和事都有数/);
    assert.equal(await page.id("board-row").count(), 2);
    await page.id("go-money").click();
    await page.waitForURL(/monitoring\/money/);
  });

  await t.test("a table is tried: columns and unit are settled by the person, nothing is guessed", async () => {
    await page.id("money-file").setInputFiles({ name: "执行.csv", mimeType: "text/csv", buffer: Buffer.from(money) });
    await page.id("money-not-ready").waitFor();
    assert.equal(await page.id("money-as-of").inputValue(), "", "a day nobody said is not filled in");
    await page.id("money-column-1").selectOption("initial");
    await page.id("money-column-2").selectOption("executed");
    await until(() => text(page.id("money-not-ready")), (said) => /不知道单位/.test(said), "the unit is wanted");
    assert.deepEqual(await page.id("money-line").evaluateAll((rows) => rows.map((row) => row.dataset.fate)), ["no_day", "no_day", "no_day", "total"]);
    await page.id("money-unit").selectOption("万元");
    await until(() => text(page.id("money-not-ready")), (said) => /截至哪一天/.test(said), "the day is wanted");
    await page.id("money-as-of").fill("2022-07-31");
    await page.id("money-accept").waitFor();
    assert.match(await text(page.id("money-said")), /看懂 2 行，没看懂 1 行。年初预算 1,800,000 元/);
    assert.deepEqual(await page.id("money-line").evaluateAll((rows) => rows.map((row) => row.dataset.fate)), ["understood", "understood", "not_found", "total"]);
    await page.id("money-accept").click();
    await page.id("see-monitoring").waitFor();
  });

  await t.test("the next table of the layout needs no words", async () => {
    await page.id("money-file").setInputFiles({ name: "再来.csv", mimeType: "text/csv", buffer: Buffer.from(money) });
    await page.id("money-accept").waitFor();
    assert.equal(await page.id("money-column-2").inputValue(), "executed");
    assert.match(await text(page.id("money-report")), /按上次的对应/);
    assert.match(await text(page.id("money-day-note")), /沿用上一张表/);
  });

  await t.test("every column counts in its own unit, adjustments are added, overspending is remarked", async () => {
    await page.id("money-file").setInputFiles({ name: "各列.csv", mimeType: "text/csv", buffer: Buffer.from(ownUnits) });
    await page.id("money-units").waitFor();
    assert.match(await text(page.id("money-units")), /万元.*元/);
    assert.equal(await page.id("money-column-2").inputValue(), "adjustment");
    assert.match(await text(page.id("money-said")), /年初预算 12,?000 元，全年预算 8,?000 元，执行 9,?500 元/);
    assert.match(await text(page.id("money-remark")), /执行数超过预算/);
    assert.equal(await page.id("money-remark").count(), 1);
    const wraps = await page.id("money-line").first().locator("td.number").evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).whiteSpace));
    assert.ok(wraps.every((one) => one === "nowrap"), "no number breaks");
  });

  await t.test("lights and quadrants follow, filters are in the address", async () => {
    await page.goto("/monitoring?year=2022&month=7");
    await rowOf(training).waitFor();
    const row = await text(rowOf(training));
    assert.match(row, /红灯/);
    assert.match(row, /29\.17%/);
    assert.match(await text(page.id("quadrant-say")), /2 个钱和事都有数/);
    assert.equal(await page.id("quadrant-chart").locator("circle").count(), 2);
    await page.id("light-green").click();
    await page.waitForURL(/light=green/);
    await until(() => page.id("board-row").count(), (n) => n === 1, "one project is green");
    await page.reload();
    await page.id("board-row").waitFor();
    assert.equal(await page.id("board-row").count(), 1);
    await page.id("clear-filters").click();
    await until(() => page.id("board-row").count(), (n) => n === 2, "all are back");
  });

  await t.test("j and Enter open the form, which explains its lights", async () => {
    await press("j");
    await press("Enter");
    await page.waitForURL(new RegExp(`/projects/${training}/monitoring`));
    await page.id("monitored").first().waitFor();
    assert.match(await text(page.id("money-pace")), /50%/);
    const first = page.id("monitored").first();
    assert.match(await text(first), /红灯.*57\.14%/);
    assert.match(await text(page.id("monitored").nth(2)), /未填报/);
    await page.id("how").first().click();
    assert.match(await text(page.id("steps")), /应完成 120人次 × 58\.33% = 70人次.*完成 40 ÷ 应完成 70 = 57\.14%.*亮红灯/);
    await page.id("curve-chart").waitFor();
  });

  await t.test("a red light wants its reasons, and keeps them", async () => {
    await page.id("give-opinion").first().click();
    await page.id("opinion-form").waitFor();
    await page.id("possibility-possible").check();
    await page.id("keep-opinion").click();
    await page.id("opinion-problem").waitFor();
    await page.id("reason-staff").check();
    await page.id("opinion-words").fill("缺讲师");
    await page.id("opinion-measure").fill("外聘");
    await page.id("keep-opinion").click();
    await page.id("opinion-form").waitFor({ state: "hidden" });
    assert.match(await text(page.id("monitored").first()), /有可能 人员保障：缺讲师/);
    await page.reload();
    await page.id("monitored").first().waitFor();
    assert.match(await text(page.id("monitored").first()), /外聘/);
  });

  await t.test("a curve of one's own changes the light", async () => {
    await page.id("how").first().click();
    await page.id("set-curve").click();
    await page.id("curve-shape").selectOption("quarters");
    await page.id("curve-points").fill("10\n20\n50\n100");
    await page.id("keep-curve").click();
    await page.id("curve-form").waitFor({ state: "hidden" });
    // July: 20 + 30 × 1/3 = 30 %: 36 of 120 due, 40 ÷ 36 = 111.11 %.
    assert.match(await text(page.id("monitored").first()), /绿灯.*111\.11%/);
  });

  await t.test("another pack judges the same year, and goes along to the form and its file", async () => {
    await page.goto("/monitoring?year=2022&month=7");
    await rowOf(training).waitFor();
    await page.id("filter-pack").getByRole("button").first().click();
    await page.getByRole("button", { name: /136/ }).last().click();
    await page.waitForURL(/pack=national-2019/);
    await rowOf(training).waitFor();
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/board_pack.png`, fullPage: true });
    await rowOf(training).getByRole("link").click();
    await page.waitForURL(new RegExp(`/projects/${training}/monitoring.*pack=national-2019`));
    await page.id("monitored").first().waitFor();
    assert.match(await page.id("export-form").getAttribute("href"), /pack=national-2019/);
  });

  await t.test("the form is a file", async () => {
    const waiting = page.waitForEvent("download");
    await page.id("export-form").click();
    assert.match((await waiting).suggestedFilename(), /监控表-2022\.xlsx/);
  });

  await t.test("it speaks English", async () => {
    await page.goto("/monitoring?year=2022&month=7&lang=en");
    await page.id("board-row").first().waitFor();
    assert.match(await text(page.id("quadrant-say")), /Of 2 projects/);
  });
});
