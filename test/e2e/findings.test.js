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
    const { title, findings: those } = await server.json(`/api/v1/rules/${rule}?year=2022`);
    assert.match(await page.id("counted-rule").innerText(), new RegExp(`只计.*${title}`));
    const numbers = (text) => (text.match(/\d+/g) ?? []).map(Number).reduce((sum, n) => sum + n, 0);
    assert.equal(numbers(await page.id("queue-sums").innerText()), those, "the head counts that rule's findings");
    const columns = await page.locator("[data-testid=project-row] .counts").allInnerTexts();
    assert.equal(numbers(columns.join(" ")), those, "and so do the rows");
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
    await page.id("notice").getByRole("button", { name: "全部撤销" }).click();
    await until(async () => (await server.json(`/api/v1/rules/${rule}/suggestions?year=2022`)).total, (n) => n === total, "taken back");
    await until(async () => Number(await page.id("rule-findings").innerText()), (n) => n === total, "the page counts them again");
  });

  await t.test("long after, the page of the rule still takes the last application back", async () => {
    const { total } = await server.json(`/api/v1/rules/${rule}/suggestions?year=2022`);
    await page.id("apply-year").click();
    await page.id("apply-year-confirm").click();
    await page.id("last-applied").waitFor();
    await page.reload();
    assert.match(await page.id("last-applied").innerText(), new RegExp(`本机用户.*还有 ${total} 行`));
    assert.ok(await page.id("apply-year").isDisabled(), "nothing is left to apply");
    assert.match(await page.id("no-suggestions").innerText(), /没有可以采纳的建议/);
    await page.id("undo-last-applied").click();
    await until(async () => (await server.json(`/api/v1/rules/${rule}/suggestions?year=2022`)).total, (n) => n === total, "taken back");
    await until(() => page.id("last-applied").count(), (n) => n === 0, "nothing of it stands");
    await until(() => page.id("apply-year").isEnabled(), (on) => on, "there is something to apply again");
  });

  await t.test("all of a rule in a project is taken back by one request", async () => {
    const { items } = await server.json(`/api/v1/projects?year=2022&rule=${rule}&sort=findings&order=desc&limit=1`);
    await page.goto(`/projects/${items[0].id}?year=2022`);
    await page.id("indicator-row").first().waitFor();
    const laid = await fetch(`${server.address}/api/v1/projects/${items[0].id}/suggestions`, {
      method: "POST", headers: { "content-type": "application/json", origin: server.address }, body: JSON.stringify({ rule }),
    });
    assert.equal(laid.status, 200);
    await page.reload();
    await page.id("overlay").first().waitFor();
    const count = await page.id("overlay").count();
    const posts = [];
    page.on("request", (request) => { if (request.method() === "POST") posts.push(new URL(request.url()).pathname); });
    await (count > 1 ? page.id("undo-rule") : page.id("undo")).first().click();
    await until(() => page.id("overlay").count(), (n) => n === 0, "every one is taken back");
    assert.equal(posts.length, 1, posts.join());
  });
});
