// Pages that cannot be painted, and painters that die: each costs its picture alone.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { pdfOf } from "./support/pdf.js";
import { startServer } from "./support/server.js";

const head = ["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "单位"];
const rows = [["甲局", "培训", "产出指标", "数量指标", "培训人数", "≥", "200", "人"], ["甲局", "培训", "产出指标", "质量指标", "合格比例", "≥", "95", "%"]];
let server, browser, document_, indicator;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  // It says that it has two pages, and has one.
  const filed = await server.file("half.pdf", pdfOf([[head, ...rows]], 2), { year: 2022 });
  assert.equal(filed.indicators, 2, JSON.stringify(filed));
  document_ = filed.document_id;
  indicator = (await server.json("/api/v1/indicators?year=2022")).items[0];
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const picture = (page, more = "") => fetch(`${server.address}/api/v1/documents/${document_}/pages/${page}${more}`);

/** The processes the server started. */
async function children() {
  const found = [];
  for (const name of await readdir("/proc")) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, "utf8").catch(() => "") : "";
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (Number(parent) === server.pid && state !== "Z") found.push(Number(name));
  }
  return found;
}

test("a page that cannot be painted is explained, and the server goes on", async () => {
  for (const [language, said] of [["zh", /已损坏/], ["en", /is broken/]]) {
    const answer = await picture(2, `?lang=${language}`);
    assert.equal(answer.status, 400);
    assert.match(answer.headers.get("content-type"), /problem\+json/);
    const problem = await answer.json();
    assert.equal(problem.code, "document.broken");
    assert.equal(problem.where, "p2");
    assert.match(problem.detail, said);
  }
  assert.equal((await picture(3)).status, 404);
  const good = await picture(1);
  assert.equal(good.status, 200);
  assert.equal(good.headers.get("content-type"), "image/png");
  assert.equal((await fetch(`${server.address}/healthz`)).status, 200);
});

test("a painter that dies is replaced", async () => {
  assert.equal((await picture(1, "?width=400")).status, 200);
  const before = await children();
  assert.ok(before.length > 0, "pictures are painted by processes of their own");
  for (const one of before) process.kill(one, "SIGKILL");
  await until(children, (now) => now.every((one) => !before.includes(one)), "they are gone");
  assert.equal((await picture(1, "?width=500")).status, 200);
  assert.ok((await children()).every((one) => !before.includes(one)));
});

for (const [language, said] of [["zh", /第 2 页的图像画不出来/], ["en", /Page 2 could not be drawn/]]) {
  test(`the screen says which page has no picture (${language})`, async () => {
    const page = await openPage(browser, server.address, { language });
    await page.goto(`/documents/${document_}?year=2022&row=${indicator.id}`);
    await until(() => page.locator('[data-page="1"] img').evaluate((img) => img.naturalWidth), (width) => width > 0, "the good page is shown");
    await page.keyboard.press("ArrowRight");
    const alert = page.locator('[data-page="2"] [role=alert]');
    await alert.waitFor();
    assert.match(await alert.innerText(), said);
    assert.deepEqual(page.complaints, []);
  });
}
