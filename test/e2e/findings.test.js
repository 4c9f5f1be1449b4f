// The review workbench over a year: judged anew, exported, one rule carried into a project, its suggestions applied everywhere.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

let server, browser, page;
const rule = "at_least_whole";

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

const shot = (name) => (process.env.JIHENG_SHOTS ? page.screenshot({ path: `${process.env.JIHENG_SHOTS}/${name}.png` }) : undefined);

test("the review workbench", async (t) => {
  await t.test("the page of rules says that the year was never looked at as a whole; judged anew it was", async () => {
    await page.goto("/rules?year=2022");
    assert.match(await page.id("not-whole").innerText(), /整体审核/);
    assert.equal((await server.json("/api/v1/rules/near_duplicate?year=2022")).findings, 0);
    await shot("rules");
    await page.id("judge-anew").click();
    await page.id("judge-confirm").click();
    await page.id("judged").waitFor();
    await page.id("judge-close").click();
    await until(() => page.id("not-whole").count(), (n) => n === 0, "nothing was filed since");
    assert.ok((await server.json("/api/v1/rules/near_duplicate?year=2022")).findings > 0);
  });

  await t.test("the queue exports what it shows", async () => {
    await page.goto(`/review?year=2022&rule=${rule}`);
    await page.id("project-row").first().waitFor();
    for (const format of ["csv", "json", "xlsx"]) assert.match(await page.id(`findings-${format}`).innerText(), new RegExp(format));
    const answer = await fetch(new URL(await page.id("findings-csv").getAttribute("href"), server.address));
    const lines = (await answer.text()).trim().split("\n").slice(1);
    const { findings } = await server.json(`/api/v1/rules/${rule}?year=2022`);
    assert.equal(lines.length, findings);
    assert.ok(lines.every((line) => line.includes(`,${rule},`)));
    await shot("queue");
  });

  await t.test("the rule goes along into the project, alone until that is cleared", async () => {
    await page.id("project-row").first().getByRole("link").first().click();
    await page.id("only-rule").waitFor();
    const shown = () => page.id("finding").evaluateAll((notes) => [...new Set(notes.map((note) => note.dataset.rule))]);
    assert.deepEqual(await shown(), [rule]);
    await page.keyboard.press("n");
    await page.locator(`[data-testid=finding].open[data-rule=${rule}]`).waitFor();
    await shot("project");
    await page.id("clear-rule").click();
    await until(() => page.id("only-rule").count(), (n) => n === 0, "cleared");
  });

  await t.test("every suggestion of a rule is listed, applied and taken back", async () => {
    await page.goto(`/rules/${rule}?year=2022`);
    await page.id("apply-year").click();
    const { total } = await server.json(`/api/v1/rules/${rule}/suggestions?year=2022`);
    await until(() => page.id("apply-year-row").count(), (n) => n === total, "every row");
    await shot("apply");
    await page.id("apply-year-confirm").click();
    await until(async () => (await server.json(`/api/v1/rules/${rule}/suggestions?year=2022`)).total, (n) => n === 0, "applied");
    await page.getByRole("button", { name: "全部撤销" }).click();
    await until(async () => (await server.json(`/api/v1/rules/${rule}/suggestions?year=2022`)).total, (n) => n === total, "taken back");
    await until(async () => Number(await page.id("rule-findings").innerText()), (n) => n === total, "the page counts them again");
  });
});
