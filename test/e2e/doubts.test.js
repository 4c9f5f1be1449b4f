// The queue of doubtful rows: from a dropped PDF to the second file of the same layout.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { pdfOf } from "./support/pdf.js";
import { startServer } from "./support/server.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const head = ["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "单位"];
const row = (name, sign, target, measure) => ["甲局", "培训", "产出指标", "数量指标", name, sign, target, measure];
// The comparator of 培训人数 is missing, 合计 is no indicator, 场次 reads well as it is.
const doubtful = [row("培训人数", "", "200", "人"), row("全部合计", "", "9", "人"), row("培训场次", "", "5", "场")];
const first = pdfOf([[head, row("合格人数", "≥", "95", "人"), ...doubtful]]);
const second = pdfOf([[head, ...doubtful, row("宣传次数", "", "7", "次"), row("结业人数", "≥", "90", "人")]]);
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

async function drop(name, bytes, year, on = page) {
  await on.goto("/import");
  const transfer = await on.evaluateHandle(([called, base64]) => {
    const held = new DataTransfer();
    held.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], called, { type: "application/pdf" }));
    return held;
  }, [name, bytes.toString("base64")]);
  await on.locator("div.drop").dispatchEvent("drop", { dataTransfer: transfer });
  await on.id("import-year").fill(year);
  await on.id("import-region").fill("330400000");
  await on.id("dry-run").click();
  await on.id("import-report").waitFor({ timeout: 60_000 });
}

const doubts = (on = page) => on.id("doubt-row").count();
const doubtsAre = (number, on = page) => until(() => doubts(on), (now) => now === number, `${number} rows in doubt`, 30_000);
const settled = () => until(() => page.id("doubt-said").innerText(), (text) => /→/.test(text), "what changed is said", 30_000);

async function accessible(on) {
  await on.evaluate(axe);
  const { violations } = await on.evaluate(() => window.axe.run(document));
  const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  assert.deepEqual(bad.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`), []);
  assert.deepEqual(on.complaints, []);
}

async function picture(on, name) {
  if (process.env.DOUBT_PICTURES) await on.screenshot({ path: `${process.env.DOUBT_PICTURES}/${name}.png`, fullPage: true });
}

test("a doubtful row is decided once", async (t) => {
  await t.test("a dropped PDF shows its rows in doubt", async () => {
    await drop("甲局2022.pdf", first, "2022");
    await doubtsAre(3);
    assert.match(await page.id("doubt-why").innerText(), /计算符号一格是空的/);
    assert.match(await page.id("doubt-at").innerText(), /第 1 行，共 3 行/);
    await picture(page, "dry-run-zh-light");
  });

  await t.test("the row's place is marked on the picture of its page", async () => {
    const picture_ = page.id("row-picture");
    await until(() => picture_.locator("img").evaluate((img) => img.naturalWidth), (width) => width > 0, "the picture", 30_000);
    const frame = await picture_.boundingBox();
    const box = await until(() => picture_.locator("[data-field=level3]").boundingBox(), (found) => found !== null, "the box");
    assert.ok(box.y > frame.y && box.y + box.height < frame.y + frame.height, `the row is in sight: ${JSON.stringify({ box, frame })}`);
    // 培训人数 is the third row of the table, its name the fifth cell of 60 points from 50.
    const image = await picture_.locator("img").boundingBox();
    const scale = image.width / 595;
    assert.ok(Math.abs(box.x - image.x - 290 * scale) < 8 * scale, `${JSON.stringify({ box, image })}`);
    assert.ok(box.y - image.y > 118 * scale && box.y + box.height - image.y < 142 * scale, `${JSON.stringify({ box, image })}`);
  });

  await t.test("it is corrected by keys, and the dry run is repeated", async () => {
    await page.keyboard.press("e");
    await page.id("reading-form").waitFor();
    await page.id("edit-comparator").selectOption(">=");
    await page.id("edit-target").fill("210");
    await page.id("edit-target").press("Enter");
    await doubtsAre(2);
    assert.match(await settled(), /待确认 3 → 2 行/);
    assert.match(await page.id("remembered").innerText(), /已更正/);
    const read = page.id("preview-row").filter({ hasText: "培训人数" });
    assert.match(await read.innerText(), /≥[\s\S]*210/);
    assert.match(await read.innerText(), /按记住的更正读取/);
  });

  await t.test("what is no indicator leaves, what reads well loses its doubt", async () => {
    assert.match(await page.id("doubt-queue").locator("h3").innerText(), /全部合计/);
    await page.keyboard.press("r");
    await doubtsAre(1);
    await until(() => page.id("count-indicators").innerText(), (text) => text === "3", "3 indicators");
    await page.keyboard.press("c");
    await page.id("no-doubts").waitFor({ timeout: 30_000 });
    await until(() => page.id("count-doubtful").innerText(), (text) => text === "0", "none in doubt");
    assert.equal(await page.locator('[data-testid="remembered"] li').count(), 3);
    assert.match(await page.locator('tr[data-fate="note"]').filter({ hasText: "全部合计" }).innerText(), /不是指标行/);
  });

  await t.test("it is imported as corrected", async () => {
    await page.id("commit-import").click();
    await page.id("see-overview").waitFor({ timeout: 30_000 });
    const { items } = await server.json("/api/v1/indicators?year=2022");
    assert.deepEqual(items.map((one) => [one.name, one.comparator, one.target]), [["合格人数", ">=", "95"], ["培训人数", ">=", "210"], ["培训场次", "", "5"]]);
    assert.equal(items[1].filed.target.replace(/\s/g, ""), "200");
  });

  await t.test("the second file of the layout is read by what was said", async () => {
    await drop("甲局2023.pdf", second, "2023");
    await doubtsAre(1);
    assert.match(await page.id("doubt-queue").locator("h3").innerText(), /宣传次数/);
    assert.equal(await page.locator('[data-testid="remembered"] li').count(), 3);
    const read = page.id("preview-row").filter({ hasText: "培训人数" });
    assert.match(await read.innerText(), /≥[\s\S]*210/);
    assert.equal(await page.id("count-indicators").innerText(), "4");
    await picture(page, "second-file");
  });

  await t.test("the rest is imported in doubt and waits on its page", async () => {
    await page.id("commit-import").click();
    await page.id("see-overview").waitFor({ timeout: 30_000 });
    await page.id("to-doubts").click();
    await doubtsAre(1);
    await until(() => page.id("row-picture").locator("img").evaluate((img) => img.naturalWidth), (width) => width > 0, "the picture", 30_000);
    await picture(page, "queue-zh-light");
    await page.keyboard.press("s");
    await page.locator(".box.here").first().waitFor();
    assert.match(await page.id("row-doubt").innerText(), /没有计算符号/);
    await page.goBack();
    await doubtsAre(1);
  });

  await t.test("decided there, its document is read anew", async () => {
    await page.keyboard.press("Enter");
    await page.id("edit-comparator").selectOption(">=");
    await page.id("edit-level3").fill("");
    await page.id("keep-reading").click();
    assert.match(await page.id("form-problem").innerText(), /没有名称/);
    await page.id("edit-level3").fill("宣传次数");
    await page.id("keep-reading").click();
    await page.id("no-doubts").waitFor();
    await page.id("read-anew").click();
    assert.match(await page.id("anew-say").innerText(), /改动 1 格/);
    await page.id("file-anew").click();
    await until(() => page.id("waiting").count(), (now) => now === 0, "nothing waits");
    const { items } = await server.json("/api/v1/indicators?year=2023&q=宣传次数");
    assert.deepEqual(items.map((one) => [one.comparator, one.target]), [[">=", "7"]]);
  });

  await t.test("remembered corrections are listed, lead to their document and are taken back", async () => {
    await page.id("to-corrections").click();
    await until(() => page.id("correction").count(), (now) => now === 4, "four corrections");
    await picture(page, "corrections-zh-light");
    await page.id("correction-verdict").selectOption("corrected");
    await until(() => page.id("correction").count(), (now) => now === 2, "two corrected ones");
    const one = page.id("correction").filter({ hasText: "培训人数" });
    assert.match(await one.innerText(), /200[\s\S]*→ 210/);
    assert.match(await one.locator("a").getAttribute("href"), /^\/documents\/\d+\?.*page=1/);
    const { items: [read] } = await server.json("/api/v1/indicators?year=2023&q=宣传次数");
    await page.goto(`/documents/${read.document_id}?year=2023&row=${read.id}`);
    assert.match(await page.id("row-corrected").innerText(), /按记住的更正读取/);
    await page.goto("/corrections?year=2023&verdict=corrected");
    await one.locator("[data-testid=take-back]").click();
    await until(() => page.id("correction").count(), (now) => now === 1, "one is left");
    await page.id("correction-state").selectOption("ended");
    // One is listed before and after: only what it says tells that the list is the new one.
    await until(() => page.id("correction").allInnerTexts(), (texts) => texts.length === 1 && /已撤回/.test(texts[0]), "history");
    await drop("甲局2022.pdf", first, "2022");
    await doubtsAre(1);
    assert.match(await page.id("doubt-queue").locator("h3").innerText(), /培训人数/);
  });

  await t.test("a column that its head hides is mapped", async () => {
    const hidden = pdfOf([[head.with(4, "考核内容说明"), row("培训人数", "≥", "200", "人").with(4, "见备注"), row("x", "≥", "3", "场").with(4, "见附件")].map((cells, at) => [...cells, ["备注", "培训满意人数", "培训满意场次"][at]])]);
    await drop("乙局.pdf", hidden, "2024");
    const details = page.id("layouts").locator("details").first();
    if (!(await details.getAttribute("open") !== null)) await details.locator("summary").click();
    await page.id("role-8").selectOption("level3");
    await page.id("map-columns").first().click();
    await until(() => page.id("preview-row").allInnerTexts(), (texts) => texts.some((text) => /培训满意人数/.test(text)), "read by the other column", 30_000);
    await picture(page, "mapped");
  });

  await t.test("many rows are walked by keys; a row of two values is corrected into two", async () => {
    const many = [row("讲座与演练", "≥", "讲5次;演8次", ""), ...Array.from({ length: 24 }, (_, at) => row(`培训人数${at + 1}`, "", String(at + 3), "人"))];
    await server.file("丙局.pdf", pdfOf([[head, ...many.slice(0, 12)], [head, ...many.slice(12)]]), { year: 2025 });
    await page.goto("/doubts?year=2025");
    await doubtsAre(25);
    await page.id("row-cells").waitFor();
    assert.match(await page.id("row-cells").innerText(), /读成第 1 条[\s\S]*读成第 2 条/);
    for (let at = 0; at < 20; ++at) await page.keyboard.press("j");
    await until(() => page.id("doubt-at").innerText(), (text) => /第 21 行，共 25 行 · 第 2 页/.test(text), "the 21st row, on page 2");
    const here = await page.locator("[data-testid=doubt-row][aria-current]").boundingBox();
    const list = await page.locator("ol.rows").boundingBox();
    assert.ok(here.y >= list.y - 1 && here.y + here.height <= list.y + list.height + 1, "the row at hand is in sight in the list");
    await picture(page, "many-zh-light");
    await page.id("reason-several_values").click();
    await doubtsAre(1);
    await page.keyboard.press("e");
    await until(() => page.locator("fieldset").count(), (now) => now === 2, "two indicators");
    await page.locator("[data-testid=edit-level3]").nth(0).fill("讲座次数");
    await page.locator("[data-testid=edit-level3]").nth(1).fill("演练次数");
    await picture(page, "two-zh-light");
    await page.id("keep-reading").click();
    await until(() => page.id("waiting").count(), (now) => now === 1, "its document waits");
    await page.goto("/doubts?year=2025");
    await doubtsAre(24);
    await page.id("read-anew").click();
    await page.id("file-anew").click();
    await until(() => page.id("waiting").count(), (now) => now === 0, "nothing waits");
    for (const name of ["讲座次数", "演练次数"]) assert.equal((await server.json(`/api/v1/indicators?year=2025&q=${name}`)).items.length, 1, name);
  });

  await t.test("the queue and the list fit every window", async () => {
    for (const width of [1366, 1024, 800, 640]) {
      await page.setViewportSize({ width, height: 768 });
      for (const [address, ready] of [["/doubts?year=2025", "doubt-queue"], ["/corrections?year=2025&state=all", "correction"]]) {
        await page.goto(address);
        await page.id(ready).first().waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${address} at ${width}`);
        if (ready === "doubt-queue") await page.keyboard.press("e");
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${address} at ${width}, editing`);
        if (width === 640) await picture(page, `narrow-${ready}`);
      }
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  for (const [language, theme] of [["zh", "dark"], ["en", "light"], ["en", "dark"]]) {
    await t.test(`accessible: ${language}, ${theme}`, async () => {
      const other = await openPage(browser, server.address, { language, theme });
      await drop("甲局2022.pdf", first, "2022", other);
      await doubtsAre(1, other);
      await until(() => other.id("row-picture").locator("img").evaluate((img) => img.naturalWidth), (width) => width > 0, "the picture", 30_000);
      await accessible(other);
      await picture(other, `dry-run-${language}-${theme}`);
      await other.id("correct-row").click();
      await other.id("reading-form").waitFor();
      await accessible(other);
      await picture(other, `form-${language}-${theme}`);
      await other.goto("/doubts?year=2023");
      await other.id("no-doubts").waitFor();
      await accessible(other);
      await picture(other, `empty-${language}-${theme}`);
      await other.goto("/corrections?year=2023&state=all");
      await other.id("correction").first().waitFor();
      await accessible(other);
      await picture(other, `corrections-${language}-${theme}`);
      await other.context().close();
    });
  }

  await t.test("no script complained", () => assert.deepEqual(page.complaints, []));
});
