// The source of a workbook: from a row to its cell, and from the cell back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

let server, browser, page, held;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(browser, server.address);
  await server.fileSample();
  const workbook = await server.text("/api/v1/exports?form=table11&year=2022&format=xlsx");
  const filed = await server.file("table11.xlsx", workbook, { year: 2022 });
  const { items } = await server.json("/api/v1/indicators?year=2022&limit=200");
  held = items.filter((item) => item.document_id === filed.document_id);
  assert.ok(held.length > 100, `${held.length} rows come from the workbook`);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

test("a row of a workbook shows where it stands", async (t) => {
  const [row, other] = [held[60], held[61]];
  const here = page.locator("tr.here");

  await t.test("the key leads from the project to the row, its cell marked", async () => {
    await page.goto(`/projects/${row.project_id}?year=2022&row=${row.id}`);
    await page.locator(`tr.current[data-id="${row.id}"]`).waitFor();
    await page.keyboard.press("s");
    await page.waitForURL(/\/documents\//);
    await here.waitFor();
    const target = here.locator("td.target");
    assert.equal(await target.count(), 1);
    // What the official layout writes: separators are its own.
    assert.equal((await target.innerText()).replace(/[,\s]/g, ""), row.target.replace(/\s/g, ""));
    assert.match(await here.innerText(), /所在行/);
    assert.equal(await here.locator("td.number").innerText(), /[A-Z]+([0-9]+)/.exec(row.place.split("!")[1])[1], row.place);
    assert.ok(await here.evaluate((one) => { const at = one.getBoundingClientRect(); return at.top >= 48 && at.bottom <= innerHeight; }), "it is in view");
  });

  await t.test("keys walk the rows", async () => {
    const before = new URL(page.url()).searchParams.get("row");
    await page.keyboard.press("j");
    await until(() => new URL(page.url()).searchParams.get("row"), (now) => now !== before, "the next row");
    await page.keyboard.press("k");
    await until(() => new URL(page.url()).searchParams.get("row"), (now) => now === before, "back again");
  });

  await t.test("an indicator in the table leads to its project", async () => {
    await page.locator("td.held a", { hasText: other.name }).first().click();
    await page.waitForURL(/\/projects\//);
    await page.locator("tr.current").waitFor();
  });

  await t.test("the import report leads to the rows that became no indicator", async () => {
    const { items } = await server.json("/api/v1/imports?year=2022");
    const report = items.find((one) => one.name === "table11.xlsx");
    await page.goto(`/import/${report.id}?year=2022`);
    const place = page.locator("table.notes a").first();
    const said = await place.innerText();
    await place.click();
    await page.waitForURL(/\/documents\/.*place=/);
    await here.waitFor();
    assert.equal(await here.locator("td.number").innerText(), /([0-9]+)$/.exec(said)[1], said);
  });

  await t.test("so does the list of indicators", async () => {
    await page.goto(`/indicators?year=2022&q=${encodeURIComponent(row.name)}`);
    await page.locator("a.source").first().click();
    await page.waitForURL(/\/documents\//);
    await here.waitFor();
    assert.match(await here.innerText(), /所在行/);
  });

  await t.test("no script complained", () => assert.deepEqual(page.complaints, []));
});
