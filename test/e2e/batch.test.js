// Many files at once: an archive and a broken one among them; cancel, retry, answer, file all.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { longPdf } from "./support/pdf.js";
import { startServer } from "./support/server.js";
import { zipOf } from "./support/zip.js";

let server, browser, page;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const head = "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位";
const table = (agency, names, title = "2022年项目支出绩效") => Buffer.from(`${title ? `${title}\n` : ""}${head}\n${names.map((name) => `${agency},项目甲,产出指标,数量指标,${name},≥,5,场`).join("\n")}\n`, "utf8");
const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const row = (name) => page.locator("[data-testid=batch-row]").filter({ has: page.getByTestId("batch-name").filter({ hasText: name }) });
const state = (name) => row(name).getAttribute("data-state");
const states = () => page.id("batch-row").evaluateAll((rows) => Object.fromEntries(rows.map((one) => [one.querySelector("[data-testid=batch-name]").innerText, one.dataset.state])));
const inRow = (name, what) => row(name).getByTestId(what);
const settled = () => until(states, (all) => Object.values(all).every((one) => !["waiting", "reading", "queued", "filing"].includes(one)), "all settled", 60_000);

/** A PDF that takes its reader a while: hundreds of ruled cells on each of thousands of pages. */
const slowPdf = () => longPdf(Array.from({ length: 36 }, (_, down) => Array.from({ length: 9 }, (_, across) => `格${down}之${across}`)), 6000);

test("many files at once", async (t) => {
  await t.test("files, a folder's and an archive's are listed, each with its state", async () => {
    await page.goto("/import");
    await page.id("import-file").setInputFiles([
      file("a.csv", table("甲局", ["培训", "检查"])),
      file("b.csv", table("乙局", ["走访", "慰问"])),
      file("again.csv", table("甲局", ["培训", "检查"])),
      file("broken.xlsx", Buffer.from("PK\x03\x04 nothing of a workbook")),
      file("lacking.csv", table("丙局", ["宣传", "讲座"], "")),
      file("all.zip", zipOf([["2024/d.csv", table("丁局", ["会议", "展览"])], ["bad.xls", Buffer.from("d0cf11e0a1b11ae1", "hex")]])),
      file("empty.csv", Buffer.alloc(0)),
    ]);
    assert.equal(await page.id("batch-row").count(), 7);
    assert.equal(await state("empty.csv"), "failed", "told before anything is sent");
    assert.equal(await state("a.csv"), "waiting");
    assert.match(await page.id("dry-run").innerText(), /试读 6 份/);
  });

  await t.test("each is read for itself: the broken ones hold up nobody", async () => {
    await page.id("dry-run").click();
    assert.deepEqual(await settled(), {
      "a.csv": "read", "b.csv": "read", "again.csv": "twin", "broken.xlsx": "failed", "lacking.csv": "asks", "d.csv": "read", "bad.xls": "failed", "empty.csv": "failed",
    });
    assert.match(await row("a.csv").innerText(), /2\s*项指标[\s\S]*2022 年 · 甲局[\s\S]*新文件/);
    assert.match(await row("again.csv").innerText(), /重复[\s\S]*与“a\.csv”完全相同/);
    assert.match(await row("d.csv").innerText(), /all\.zip\/2024/);
    assert.match(await row("broken.xlsx").innerText(), /读不了/);
    assert.match(await page.id("batch-said").innerText(), /试读完了：1 份待回答，3 份读不了，3 份可入库，1 份不必入库/);
    assert.equal(await page.id("batch-progress").getAttribute("aria-valuenow"), "8");
    assert.deepEqual((await server.json("/api/v1/meta")).years, [], "nothing is filed yet");
  });

  await t.test("the list is filtered by state, by keyboard too", async () => {
    await page.id("group-failed").focus();
    await page.keyboard.press("Space");
    assert.deepEqual(Object.keys(await states()), ["bad.xls", "broken.xlsx", "empty.csv"]);
    assert.equal(await page.id("group-failed").getAttribute("aria-pressed"), "true");
    await page.id("group-all").click();
    assert.equal(await page.id("batch-row").count(), 8);
  });

  await t.test("a report opens and closes, and the focus returns", async () => {
    await inRow("a.csv", "open-report").click();
    await page.id("import-report").waitFor();
    assert.equal(await page.id("batch").count(), 0, "one thing at a time");
    assert.match(await page.id("import-sentence").innerText(), /可导入 2 条/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "report-title");
    await page.keyboard.press("Escape");
    await page.id("batch").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.closest("tr")?.innerText.includes("a.csv")), true);
  });

  await t.test("a question is answered in its line", async () => {
    await inRow("lacking.csv", "answer").fill("20");
    await inRow("lacking.csv", "answer").press("Enter");
    assert.equal(await state("lacking.csv"), "asks", "no year yet");
    await inRow("lacking.csv", "answer").fill("2023");
    await inRow("lacking.csv", "answer").press("Enter");
    await until(() => state("lacking.csv"), (is) => is === "read", "read with the answer");
    assert.match(await row("lacking.csv").innerText(), /2023 年 · 丙局/);
  });

  await t.test("removing the first of two equal files gives the other its turn", async () => {
    await inRow("a.csv", "remove-one").click();
    await until(() => state("again.csv"), (is) => is === "read", "read after all");
  });

  await t.test("filing all files what is good, and says what is not and why", async () => {
    await page.id("file-all").click();
    await settled();
    assert.deepEqual(await states(), { "again.csv": "filed", "b.csv": "filed", "broken.xlsx": "failed", "lacking.csv": "filed", "d.csv": "filed", "bad.xls": "failed", "empty.csv": "failed" });
    assert.match(await page.id("batch-said").innerText(), /已入库 4 份。没有入库的：3 份读不了/);
    await until(() => page.id("import-row").count(), (n) => n === 4, "four imports on record");
    const { years } = await server.json("/api/v1/meta");
    assert.deepEqual(years.map((one) => one.year).sort(), [2022, 2023]);
  });

  await t.test("a file that would end rows is not filed with the others", async () => {
    await page.id("clear-batch").click();
    await page.id("import-file").setInputFiles([file("part.csv", table("甲局", ["培训", "新指标"])), file("e.csv", table("戊局", ["种树", "浇水"])), file("same.csv", table("乙局", ["走访", "慰问"]))]);
    await page.id("dry-run").click();
    assert.deepEqual(await settled(), { "part.csv": "asks", "e.csv": "read", "same.csv": "known" });
    assert.match(await row("part.csv").innerText(), /现有的 1 条将不再出现/);
    await page.id("file-all").click();
    await settled();
    assert.equal(await state("part.csv"), "asks");
    await inRow("part.csv", "open-report").click();
    assert.match(await page.id("gone-rows").innerText(), /甲局[\s\S]*检查/);
    assert.match(await page.id("new-rows").innerText(), /第 3 行[\s\S]*新指标|第 4 行[\s\S]*新指标/);
    await page.id("gone-rows").getByRole("link").first().click();
    await page.id("leave-dialog").waitFor();
    await page.id("stay").click();
    await page.id("commit-import").click();
    await page.id("see-indicators").waitFor();
    assert.match(await page.id("import-sentence").innerText(), /第 2 版/);
  });

  await t.test("leaving with unfiled files asks first", async () => {
    await page.goto("/import");
    await page.id("import-file").setInputFiles([file("x.csv", table("己局", ["种树", "浇水"])), file("y.csv", table("庚局", ["种树", "浇水"]))]);
    await page.id("nav-indicators").click();
    await page.id("leave-dialog").waitFor();
    assert.match(await page.id("leave-dialog").innerText(), /2 份文件还没有入库/);
    await page.id("stay").click();
    assert.match(page.url(), /\/import/);
    assert.equal(await page.id("batch-row").count(), 2, "the list is still there");
    await page.id("nav-indicators").click();
    await page.id("leave").click();
    await page.waitForURL(/\/indicators/);
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});

/** Processes of the server that read documents, by number, with the time they have computed. */
async function readers() {
  const { readdir, readFile } = await import("node:fs/promises");
  const found = [];
  for (const pid of await readdir("/proc")) {
    const stat = /^[0-9]+$/.test(pid) ? await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "") : "";
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // The nursery, out of which readers come, lives as long as the server.
    if (Number(fields[1]) === server.pid && !stat.includes("(jiheng-nursery)")) found.push(pid);
  }
  return found;
}

test("cancelling stops the work on the server", async (t) => {
  await t.test("a file that takes long shows that it is worked on, and one or all are cancelled", async () => {
    await page.goto("/import");
    const slow = slowPdf();
    const names = ["s1.pdf", "s2.pdf", "s3.pdf"];
    // Each differs, or they would be the same file.
    await page.id("import-file").setInputFiles(names.map((name) => file(name, Buffer.concat([slow, Buffer.from(`\n%${name}`)]))));
    await page.id("dry-run").click();
    await until(states, (all) => all["s1.pdf"] === "reading" && all["s2.pdf"] === "reading", "two are read");
    assert.equal(await state("s3.pdf"), "waiting", "the third waits");
    await until(() => row("s1.pdf").innerText(), (text) => /正在读 [0-9]+ 秒/.test(text), "how long it has taken");
    const before = await readers();
    assert.ok(before.length >= 2, "two processes read");
    await inRow("s1.pdf", "cancel-one").click();
    await until(states, (all) => all["s1.pdf"] === "cancelled" && all["s3.pdf"] === "reading", "its turn is the next one's");
    await page.id("cancel-all").click();
    await until(states, (all) => Object.values(all).every((one) => one === "cancelled"), "all are cancelled");
    await until(readers, (now) => !before.some((pid) => now.includes(pid)), "the processes that read them are gone");
    assert.match(await page.id("batch-said").innerText(), /3 份已取消/);
  });

  await t.test("and the server reads on; what was cancelled can be tried again", async () => {
    await page.id("clear-batch").click();
    await page.id("import-file").setInputFiles([file("quick.csv", table("辛局", ["种树", "浇水"])), file("long.pdf", slowPdf())]);
    await page.id("dry-run").click();
    await until(() => state("quick.csv"), (is) => is === "read", "read");
    await inRow("long.pdf", "cancel-one").click();
    await inRow("long.pdf", "retry-one").click();
    await until(() => state("long.pdf"), (is) => is === "reading", "read again");
    await page.id("cancel-all").click();
    assert.equal(await state("quick.csv"), "read", "what was read stays");
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});

test("a folder, and English", async () => {
  const folder = path.join(server.folder, "folder");
  await mkdir(path.join(folder, "2024"), { recursive: true });
  await writeFile(path.join(folder, "2024", "one.csv"), table("壬局", ["种树", "浇水"]));
  await writeFile(path.join(folder, ".hidden.csv"), "x");
  await writeFile(path.join(folder, "none.txt"), "\n\n");
  page = await openPage(browser, server.address, { language: "en" });
  await page.goto("/import");
  await page.id("import-folder").setInputFiles(folder);
  assert.match(await page.locator(".form").innerText(), /1 hidden or temporary file of the folder was left out/);
  await page.id("dry-run").click();
  assert.deepEqual(await settled(), { "one.csv": "read", "none.txt": "failed" });
  const text = await page.locator("main").innerText();
  assert.match(text, /Reading is done\. 1 not read, 1 ready to file\./);
  for (const own of await page.locator(".bar, .form, .batch thead").allInnerTexts()) assert.doesNotMatch(own, /[\u4e00-\u9fff]/);
  await page.id("file-all").click();
  await settled();
  assert.match(await page.id("batch-said").innerText(), /1 file was filed\. Not filed: 1 not read; each line says why\./);
  assert.deepEqual(page.complaints, []);
});
