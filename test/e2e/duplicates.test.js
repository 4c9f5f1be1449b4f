// Rows that say the same in different projects: listed group by group, filtered, opened, followed into their projects.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openBrowser, openPage, screen, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

const known = "跟踪反馈机制健全性";
let server, browser, page, answer;

before(async () => {
  server = await startServer();
  await server.fileSample();
  answer = await server.json("/api/v1/duplicates?year=2022&limit=200");
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const press = (key) => page.keyboard.press(key);
const groups = () => page.id("duplicate-group");
const keys = () => groups().evaluateAll((all) => all.map((one) => one.dataset.id));
const keyOf = (group) => group.rows[0].indicator_id;
const agenciesOf = (group) => new Set(group.rows.map((row) => row.agency)).size;
const current = () => page.locator("tr.current").evaluateAll((all) => all.map((one) => one.dataset.id).join());
const opened = () => page.locator("tr.inside").evaluateAll((all) => all.map((one) => one.dataset.of));

async function openList(query = "") {
  await page.goto(`/duplicates?year=2022${query}`);
  await groups().first().waitFor();
}

test("duplicates", async (t) => {
  const tracking = answer.items.find((group) => group.name === known);

  await t.test("the sidebar leads to them, and they are counted", async () => {
    await page.goto("/overview?year=2022");
    await page.id("nav-duplicates").click();
    await page.waitForURL(/\/duplicates\?year=2022/);
    await groups().first().waitFor();
    assert.equal(await page.id("nav-duplicates").getAttribute("aria-current"), "page");
    assert.equal(await page.id("duplicates-said").innerText(), `${answer.total} 组，共 ${answer.rows} 条`);
    assert.deepEqual(await keys(), answer.items.map(keyOf), "the largest first");
    assert.equal(answer.total, answer.items.length);
    assert.equal(await page.id("duplicates-beyond").count(), 0, "all of them are here");
    assert.match(await page.title(), /雷同指标/);
  });

  await t.test("a group says what its rows say, how many they are and of how many agencies", async () => {
    assert.ok(tracking, "the sample has this group");
    const row = page.locator(`[data-testid=duplicate-group][data-id="${keyOf(tracking)}"]`);
    assert.equal(tracking.rows.length, 5);
    assert.match(await row.innerText(), new RegExp(`${known}[\\s\\S]*定性[\\s\\S]*${tracking.target}[\\s\\S]*${tracking.level1} / ${tracking.level2}`));
    assert.equal(await row.getByTestId("duplicate-size").innerText(), "5");
    assert.equal(await row.getByTestId("duplicate-agencies").innerText(), String(agenciesOf(tracking)));
  });

  await t.test("words leave the groups that say them, and the address keeps them", async () => {
    await page.id("duplicate-words").fill("跟踪反馈");
    const left = answer.items.filter((group) => group.name.includes("跟踪反馈"));
    await until(keys, (all) => all.length === left.length, "by name");
    const rows = left.reduce((sum, group) => sum + group.rows.length, 0);
    assert.match(await page.id("duplicates-said").innerText(), new RegExp(`共 ${answer.rows} 条；符合条件的 ${left.length} 组，共 ${rows} 条`));
    const { agency, project } = tracking.rows[1];
    await page.id("duplicate-words").fill(`${agency} ${project}`);
    const ofProject = answer.items.filter((group) => group.rows.some((row) => row.agency.includes(agency) && row.project.includes(project)));
    await until(async () => String(await keys()), (all) => all === String(ofProject.map(keyOf)), "by agency and project");
    await page.reload();
    await groups().first().waitFor();
    assert.equal(await page.id("duplicate-words").inputValue(), `${agency} ${project}`);
    assert.deepEqual(await keys(), ofProject.map(keyOf));
    await page.id("duplicate-words").fill("没有这个词");
    await page.id("no-duplicates").waitFor();
    await page.id("clear-duplicates").click();
    await until(keys, (all) => all.length === answer.items.length, "all again");
    assert.equal(new URL(page.url()).search, "?year=2022", "the address says only what is unusual");
  });

  await t.test("only across agencies", async () => {
    await page.id("duplicates-across").check();
    const across = answer.items.filter((group) => agenciesOf(group) > 1);
    if (across.length === 0) await page.id("no-duplicates").waitFor();
    else await until(async () => String(await keys()), (all) => all === String(across.map(keyOf)), "those of several");
    assert.match(page.url(), /across=true/);
    await page.reload();
    await page.id("duplicates-across").waitFor();
    assert.ok(await page.id("duplicates-across").isChecked());
    await page.id("duplicates-across").uncheck();
    await until(keys, (all) => all.length === answer.items.length, "all again");
  });

  await t.test("sorted by size and name", async () => {
    const names = () => page.id("duplicate-toggle").allInnerTexts();
    await page.getByRole("columnheader", { name: "条数" }).getByRole("button").click();
    await page.waitForURL(/order=asc/);
    const sizes = async () => (await page.id("duplicate-size").allInnerTexts()).map(Number);
    await until(sizes, (all) => all.every((size, index) => index === 0 || all[index - 1] <= size), "the smallest first");
    await page.getByRole("columnheader", { name: "三级指标" }).getByRole("button").click();
    await page.waitForURL(/sort=name/);
    const sorted = answer.items.map((group) => group.name).sort((a, b) => a.localeCompare(b, "zh"));
    await until(async () => String(await names()), (all) => all === String(sorted), "by name");
    assert.equal(await page.getByRole("columnheader", { name: "三级指标" }).getAttribute("aria-sort"), "ascending");
  });

  await t.test("a group is opened, a row leads into its project, Esc returns to the group", async () => {
    await openList("&words=跟踪反馈机制");
    const toggle = page.locator(`[data-toggle="${keyOf(tracking)}"]`);
    assert.equal(await toggle.getAttribute("aria-expanded"), "false");
    await toggle.click();
    const rows = page.locator(`tr.inside[data-of="${keyOf(tracking)}"]`).getByTestId("duplicate-row");
    await rows.first().waitFor();
    assert.equal(await toggle.getAttribute("aria-expanded"), "true");
    const shown = await rows.evaluateAll((all) => all.map((one) => [one.dataset.row, ...[...one.querySelectorAll("span")].map((part) => part.innerText)]));
    assert.deepEqual(shown, tracking.rows.map((row) => [row.indicator_id, row.agency, row.project]));
    const third = tracking.rows[2];
    await rows.nth(2).click();
    await page.waitForURL(new RegExp(`/projects/${third.project_id}\\?.*row=${third.indicator_id}`));
    await until(() => page.locator("tr.current").first().getAttribute("data-id"), (id) => id === third.indicator_id, "its row is at hand");
    const finding = page.locator("[data-testid=finding].open");
    if ((await finding.count()) > 0) {
      await press("Escape");
      await until(() => finding.count(), (n) => n === 0, "the first Esc closes the row's finding");
    }
    await press("Escape");
    await page.waitForURL(/\/duplicates\?/);
    await rows.first().waitFor();
    assert.deepEqual(await opened(), [keyOf(tracking)], "still open");
    assert.equal(await current(), keyOf(tracking));
    assert.equal(await page.evaluate(() => document.activeElement.dataset.toggle), keyOf(tracking), "the focus is where it was");
  });

  await t.test("j and k walk, Enter opens and closes, Esc closes, then leaves", async () => {
    await page.goto("/rules/near_duplicate?year=2022");
    await page.id("see-duplicates").click();
    await groups().first().waitFor();
    const all = await keys();
    await press("j");
    await until(current, (key) => key === all[0], "the first");
    await press("k");
    assert.equal(await current(), all[0], "still the first");
    await press("j");
    await until(current, (key) => key === all[1], "the second");
    await press("Enter");
    await until(opened, (open) => String(open) === all[1], "opened");
    await press("Enter");
    await until(opened, (open) => open.length === 0, "closed");
    await press("Enter");
    await until(opened, (open) => String(open) === all[1], "opened again");
    await page.waitForURL(new RegExp(`open=${all[1]}`));
    await press("j");
    await until(current, (key) => key === all[2], "the next group, not a row of the open one");
    for (let left = all.length; left > 0; --left) await press("j");
    await until(current, (key) => key === all.at(-1), "the last");
    const box = await page.locator("tr.current").boundingBox();
    assert.ok(box.y >= 48 && box.y + box.height <= 768, "it is in sight");
    for (let left = all.length - 2; left > 0; --left) await press("k");
    await until(current, (key) => key === all[1], "the second again");
    await press("Escape");
    await until(opened, (open) => open.length === 0, "the first Esc closes");
    await press("Escape");
    await page.waitForURL(/\/rules\/near_duplicate/);
  });

  await t.test("what is opened comes into sight", async () => {
    await page.setViewportSize({ width: 1366, height: 400 });
    await openList();
    for (let left = answer.items.length; left > 0; --left) await press("j");
    await press("Enter");
    const inside = page.locator("tr.inside");
    await inside.waitFor();
    await until(() => inside.boundingBox(), (box) => box.y + box.height <= 400, "its rows");
    assert.ok((await page.locator("tr.current").boundingBox()).y >= 48, "and the group");
    await page.setViewportSize(screen);
  });

  await t.test("all of them are exported", async () => {
    await openList();
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-duplicates").click()]);
    const csv = await readFile(await download.path(), "utf8");
    assert.equal(csv.trim().split(/\r?\n/).length, answer.rows + 1, "a head and every row");
    assert.match(csv, new RegExp(known));
  });

  await t.test("more than one answer holds is said", async () => {
    await page.route("**/api/v1/duplicates*", async (route) => {
      await route.fulfill({ json: { total: 203, rows: 999, items: answer.items } });
    });
    await openList();
    assert.match(await page.id("duplicates-beyond").innerText(), new RegExp(`最多的 ${answer.items.length} 组.*其余 ${203 - answer.items.length} 组`));
    await page.route("**/api/v1/duplicates*", (route) => route.fulfill({ json: { total: 0, rows: 0, items: [] } }));
    await page.goto("/duplicates?year=2022");
    assert.match(await page.id("no-duplicates").innerText(), /没有雷同的指标[\s\S]*去导入/, "an empty list says what to do");
    await page.unroute("**/api/v1/duplicates*");
    await page.goto("/duplicates?year=1999");
    assert.match(await page.id("empty-state").innerText(), /导入/, "nothing is filed");
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
