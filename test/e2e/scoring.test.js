// 评分办法: profiles in words with live examples, a year scored and kept, computed again, and what-if.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { fileEvaluations } from "./support/evaluations.js";
import { startServer } from "./support/server.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let server, browser, page, run;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const press = (key) => page.keyboard.press(key);
const rows = (name) => page.id(name).evaluateAll((all) => all.map((row) => row.dataset.project));

/** Nothing serious in the light and the dark, nothing sideways. */
async function fitsAndReads(what) {
  for (const theme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: theme });
    await page.evaluate(axe);
    const found = await page.evaluate(async () => (await globalThis.axe.run()).violations.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`));
    assert.deepEqual(found, [], `${what}, ${theme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(beyond, 0, `${what} scrolls sideways`);
}

test("scoring", async (t) => {
  await t.test("a year without anything says what to do first", async () => {
    await page.goto("/scoring");
    await page.id("empty-state").waitFor();
    await page.id("profile-row").first().waitFor();
    await fileEvaluations(server);
  });

  await t.test("the menu leads to the profiles and to the year, where nothing is scored yet", async () => {
    await page.goto("/overview?year=2022");
    await page.id("nav-scoring").click();
    await page.id("no-runs").waitFor();
    assert.match(await page.id("no-runs").innerText(), /2022 年还没有评过分[\s\S]*评分并留存/);
    assert.equal(await page.id("profile-row").count(), 4);
    await fitsAndReads("the profiles");
  });

  await t.test("a profile says its rules with examples computed by it, the other form beside them", async () => {
    await page.locator("[data-profile=zhejiang-2022] a").click();
    const proportion = page.locator("[data-section=proportion]");
    await proportion.waitFor();
    assert.match(await proportion.innerText(), /达到两倍不得分/);
    const ceilings = proportion.getByTestId("example").filter({ hasText: "≤ 60个" });
    assert.deepEqual((await ceilings.locator("td:nth-child(3)").allInnerTexts()), ["8.33 / 10", "8.57 / 10"]);
    assert.match(await ceilings.nth(1).innerText(), /若按比例式/);
    assert.equal(await page.locator("[data-section=grades] [data-testid=total-example]").count(), 7);
    await fitsAndReads("a profile");
  });

  await t.test("an example of one's own is computed, and the address alone shows it again", async () => {
    await page.id("own-comparator").selectOption("≥");
    await page.id("own-target").fill("100");
    await page.id("own-actual").fill("88");
    await page.id("own-points").fill("20");
    await press("Enter");
    await page.id("own-answer").waitFor();
    assert.match(await page.id("own-answer").innerText(), /17\.6 \/ 20/);
    await page.reload();
    await page.id("own-answer").waitFor();
    assert.match(await page.id("own-answer").innerText(), /88 ÷ 100 × 20/);
    await page.id("own-actual").fill("");
    await press("Enter");
    await until(() => page.id("own-answer").innerText(), (text) => text.includes("空白不等于 0"), "blank is not 0");
  });

  await t.test("a year is scored and kept, and the message leads to it", async () => {
    await page.goto("/scoring?year=2022");
    await page.id("score-as-of").fill("2022-12-31");
    await page.id("keep-scores").click();
    await page.id("run-row").waitFor();
    assert.match(await page.id("run-row").innerText(), /2022-12-31\s+全年度[\s\S]*3\s+优 1，良 1，未定等级 1\s+1/);
    await page.id("run-row").getByRole("link").click();
    await page.id("score-row").first().waitFor();
    run = /runs\/(\d+)/.exec(page.url())[1];
    assert.deepEqual(await rows("score-row"), ["展览", "修路", "养护"]);
  });

  await t.test("j and Enter open the derivation of a project, Esc closes it", async () => {
    await press("j");
    await press("Enter");
    await page.id("score-detail").waitFor();
    const detail = await page.id("score-detail").innerText();
    assert.match(detail, /60 ÷ 70 × 36 = 30\.857143 ≈ 30\.86 分/);
    assert.match(detail, /指标 79\.46 分 \+ 预算执行 10 分 = 89\.46 分/);
    assert.match(page.url(), /project=\d+/);
    await fitsAndReads("a run with a derivation");
    await press("Escape");
    await page.id("score-detail").waitFor({ state: "hidden" });
  });

  await t.test("it is filtered by grade and word, sorted by total, and the address says so", async () => {
    await page.locator("th", { hasText: "总分" }).getByRole("button").click();
    await until(() => rows("score-row"), (names) => names[0] === "修路", "the highest first");
    await page.id("grade-none").click();
    await until(() => rows("score-row"), (names) => names.join() === "养护", "only those without a grade");
    assert.match(await page.id("score-row").innerText(), /养护\s+–\s+未定等级/, "nothing of it has a score: no total, not 0");
    assert.match(page.url(), /grade=none/);
    await page.reload();
    await page.id("score-row").waitFor();
    assert.deepEqual(await rows("score-row"), ["养护"]);
    await page.id("grade-all").click();
    await page.id("score-words").fill("乙局");
    await until(() => rows("score-row"), (names) => names.length === 2, "both of the agency");
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-scores-csv").click()]);
    const csv = await readFile(await download.path(), "utf8");
    assert.match(csv, /^source,place,agency,project,indicator,/);
    assert.ok(csv.includes("修路") && !csv.includes("展览"), "the file holds what is listed");
    await page.id("score-words").fill("");
  });

  await t.test("computed again it gives the same bytes", async () => {
    await page.id("check-run").click();
    await page.id("same-bytes").waitFor();
    assert.match(await page.id("same-bytes").innerText(), /3 个项目的结果与留存的一字不差/);
  });

  await t.test("another profile by the same inputs: who moves, and a run of its own", async () => {
    await page.id("compare-profile").selectOption("zhejiang-2022");
    await page.id("movement-say").waitFor();
    assert.equal(await page.id("movement-say").innerText(), "3 个项目中，0 个升，1 个降，0 个换了等级。");
    assert.deepEqual(await rows("moved-row"), ["展览"]);
    assert.match(await page.id("moved-row").innerText(), /89\.46\s+88\.6\s+−0\.86[\s\S]*排队时间 30\.86 → 30/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-moved").click()]);
    assert.match(await readFile(await download.path(), "utf8"), /\n甲局,展览,89\.46,良,88\.6,良,-0\.86,/);
    await page.id("keep-other").click();
    await page.getByText("已评 3 个项目并留存").waitFor();
    const { items } = await server.json("/api/v1/scoring/runs?year=2022");
    assert.deepEqual([items[0].profile.id, items[0].of_run], ["zhejiang-2022", run]);
  });

  await t.test("what-if: a parameter is changed, grades shift, the address is the question", async () => {
    await page.id("run-what-if").click();
    await page.id("add-parameter").selectOption("grades.grade");
    const box = page.locator("[data-key='grades.grade'] textarea");
    assert.match(await box.inputValue(), /name = "优", from = 90/);
    await box.fill('[{name = "优", from = 85}, {name = "差", from = 0, to = 85}]');
    await page.id("ask").click();
    await page.id("grade-shift").waitFor();
    assert.equal(await page.id("movement-say").innerText(), "3 个项目中，0 个升，0 个降，1 个换了等级。");
    assert.deepEqual(await page.locator("[data-testid=grade-shift] [data-grade=优] .number").allInnerTexts(), ["1", "2"]);
    assert.equal(await page.id("changed-setting").count(), 1);
    await fitsAndReads("what-if");
    await page.reload();
    await page.id("grade-shift").waitFor();
    await press("Escape");
    await page.waitForURL(new RegExp(`/scoring/runs/${run}`));
    await page.goBack();
  });

  await t.test("a wrong value is refused at its parameter", async () => {
    await page.goto("/scoring/what-if?year=2022&set=execution.points%3Dmany");
    await page.id("problem").waitFor();
    assert.equal(await page.locator(".change.wrong").getAttribute("data-key"), "execution.points");
    await page.locator(".change.wrong input").fill("0");
    await press("Enter");
    await page.id("movement-say").waitFor();
  });

  await t.test("in English every page is without a Chinese word of its own", async () => {
    const english = await openPage(browser, server.address, { language: "en" });
    for (const [place, mark] of [["/scoring?year=2022", "run-row"], [`/scoring/runs/${run}?year=2022&compare=zhejiang-2022`, "movement-say"], ["/scoring/what-if?year=2022&set=execution.points%3D0", "movement-say"]]) {
      await english.goto(place);
      await english.id(mark).first().waitFor();
      const heads = (await english.locator("main :is(h1, thead th, button, caption)").allInnerTexts()).join(" ");
      assert.doesNotMatch(heads.replace(/优|良|中|差/g, ""), /[一-鿿]{2}/, place);
    }
    assert.deepEqual(english.complaints, []);
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
