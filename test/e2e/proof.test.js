// From a row to its place on the page of a PDF, and from a place on the page to its row.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";
import { shared } from "./support/shared.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const file = await shared("made/merged_s.pdf");
const skip = file === "" ? "no shared data" : false;
let server, browser, page, document_, row;

before(async () => {
  if (skip) return;
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

/** Where a box of the API must lie on the screen, from where its picture lies. */
async function expected(box, size) {
  const picture = await page.locator(`[data-page="${box.page}"] img`).boundingBox();
  const scale = picture.width / size.width;
  return { left: picture.x + box.left * scale, top: picture.y + box.top * scale, right: picture.x + box.right * scale, bottom: picture.y + box.bottom * scale };
}

/** A drawn box holds the text it stands for, and little more. */
async function liesOver(locator, box, size) {
  const want = await expected(box, size);
  const seen = await locator.boundingBox();
  const air = 6;
  for (const [at, wanted, outward] of [[seen.x, want.left, -1], [seen.y, want.top, -1], [seen.x + seen.width, want.right, 1], [seen.y + seen.height, want.bottom, 1]]) {
    const over = (at - wanted) * outward;
    assert.ok(over >= -1 && over <= air, `${JSON.stringify({ seen, want })}`);
  }
}

/** How much ink the picture has inside a box of the page, 0 to 1. */
function ink(box, size) {
  return page.evaluate(([number, wanted, width]) => {
    const img = document.querySelector(`[data-page="${number}"] img`);
    const canvas = document.createElement("canvas");
    canvas.width = img.naturalWidth;
    canvas.height = img.naturalHeight;
    const pen = canvas.getContext("2d");
    pen.drawImage(img, 0, 0);
    const scale = img.naturalWidth / width;
    const [x, y] = [Math.round(wanted.left * scale), Math.round(wanted.top * scale)];
    const [w, h] = [Math.max(1, Math.round((wanted.right - wanted.left) * scale)), Math.max(1, Math.round((wanted.bottom - wanted.top) * scale))];
    const { data } = pen.getImageData(x, y, w, h);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) dark += data[at] < 192 ? 1 : 0;
    return dark / (w * h);
  }, [box.page, box, size.width]);
}

const sizeOf = async (number) => (await server.json(`/api/v1/documents/${document_}/pages?from=${number}&limit=1`)).pages[0];
const here = (field) => page.locator(`.box.here[data-field=${field}]`);

test("every value shows where it stands", { skip }, async (t) => {
  await t.test("the import page takes a PDF", async () => {
    await page.goto("/import");
    assert.match(await page.id("import-file").getAttribute("accept"), /\.pdf/);
    await page.id("import-file").setInputFiles(file);
    await page.id("import-year").fill("2022");
    await page.id("import-region").fill("330400000");
    await page.id("dry-run").click();
    await page.id("import-report").waitFor({ timeout: 60_000 });
    await page.id("commit-import").click();
    await page.id("see-indicators").waitFor({ timeout: 60_000 });
    const { items, total } = await server.json("/api/v1/indicators?year=2022&limit=200");
    assert.equal(total, 147);
    assert.ok(items.every((item) => item.page > 0 && item.boxes.some((box) => box.field === "target" || box.field === "level3")), "every row has boxes");
    row = items.find((item) => item.page >= 2 && item.boxes.some((box) => box.field === "target") && item.boxes.some((box) => box.field === "level3"));
    document_ = row.document_id;
  });

  await t.test("a row's source is its page, the row highlighted", async () => {
    await page.goto(`/projects/${row.project_id}?year=2022&row=${row.id}`);
    await page.locator(`tr[data-id="${row.id}"] td`).first().waitFor();
    await page.locator(`tr[data-id="${row.id}"] td[data-field=level3]`).click();
    await page.id("see-source").click();
    await page.waitForURL(new RegExp(`/documents/${document_}\\?.*row=${row.id}`));
    const picture = page.locator(`[data-page="${row.page}"] img`);
    await until(() => picture.evaluate((img) => img.naturalWidth), (width) => width > 0, "the picture is loaded", 60_000);
    assert.match(await picture.getAttribute("alt"), new RegExp(`merged_s\\.pdf.*${row.page}`));
    const size = await sizeOf(row.page);
    for (const field of ["level3", "target"]) {
      const box = row.boxes.find((one) => one.field === field && one.page === row.page);
      await here(field).waitFor();
      await liesOver(here(field), box, size);
      assert.ok((await ink(box, size)) > 0.02, `there is text under the ${field}`);
    }
    await until(() => here("level3").evaluate((box) => { const at = box.getBoundingClientRect(); return at.top >= 48 && at.bottom <= innerHeight; }), Boolean, "the row is in view");
    assert.equal(await page.locator(".band .tag").first().innerText(), "所在行", "it is told in words too");
    assert.equal(await page.locator(".box.cell").getAttribute("data-field"), "level3", "the cell is the one the reader came from");
    assert.ok((await page.id("row-summary").innerText()).includes(row.name));
  });

  await t.test("the address alone gives the same view", async () => {
    await page.goto(`/documents/${document_}?year=2022&row=${row.id}`);
    await here("target").waitFor();
    await liesOver(here("target"), row.boxes.find((one) => one.field === "target"), await sizeOf(row.page));
  });

  await t.test("another box leads to its row", async () => {
    const size = await sizeOf(row.page);
    const other = size.rows.find((one) => one.id !== row.id && one.boxes.some((box) => box.field === "target" && box.page === row.page));
    await page.locator(`[data-page="${row.page}"] [data-row="${other.id}"][data-field=target]`).click();
    await page.waitForURL(new RegExp(`row=${other.id}`));
    await until(() => page.id("row-summary").innerText(), (text) => text.includes(other.name), "the row is read out");
    await liesOver(here("target"), other.boxes.find((one) => one.field === "target"), size);
    await page.id("to-project").click();
    await page.waitForURL(new RegExp(`/projects/${other.project_id}.*row=${other.id}`));
    await page.locator(`tr.current[data-id="${other.id}"]`).waitFor();
  });

  await t.test("keys walk rows and pages, and zoom", async () => {
    await page.goto(`/documents/${document_}?year=2022&page=1`);
    await page.id("source-box").first().waitFor();
    await page.keyboard.press("j");
    await page.locator(".box.here").first().waitFor();
    const first = new URL(page.url()).searchParams.get("row");
    await page.keyboard.press("j");
    await until(() => new URL(page.url()).searchParams.get("row"), (now) => now !== first, "the next row");
    await page.keyboard.press("ArrowRight");
    await until(() => new URL(page.url()).searchParams.get("page"), (now) => now === "2", "the next page");
    await until(() => page.id("page-box").inputValue(), (now) => now === "2", "the page box follows");
    const before = (await page.id("source-page").first().boundingBox()).width;
    await page.keyboard.press("+");
    await until(async () => (await page.id("source-page").first().boundingBox()).width, (width) => width > before, "larger");
    await page.keyboard.press("0");
    await until(async () => (await page.id("source-page").first().boundingBox()).width, (width) => Math.abs(width - before) < 2, "fits again");
    await page.id("page-box").fill("1");
    await page.id("page-box").press("Enter");
    await until(() => new URL(page.url()).searchParams.get("page"), (now) => now === "1", "the page box leads");
  });

  for (const theme of ["light", "dark"]) {
    await t.test(`accessible in the ${theme}`, async () => {
      const other = await openPage(browser, server.address, { theme });
      await other.goto(`/documents/${document_}?year=2022&row=${row.id}`);
      await other.locator(".box.here").first().waitFor();
      await until(() => other.locator(`[data-page="${row.page}"] img`).evaluate((img) => img.naturalWidth), (width) => width > 0, "the picture", 60_000);
      await other.evaluate(axe);
      const { violations, passes } = await other.evaluate(() => window.axe.run(document));
      assert.ok(passes.length > 10, "axe looked at the page");
      const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
      assert.deepEqual(bad.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`), []);
      assert.deepEqual(other.complaints, []);
      if (process.env.PROOF_PICTURES) await other.screenshot({ path: `${process.env.PROOF_PICTURES}/source-${theme}.png` });
    });
  }

  await t.test("no script complained", () => assert.deepEqual(page.complaints, []));
});
