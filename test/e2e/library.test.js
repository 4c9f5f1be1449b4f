// The indicator library: an entry is added and edited, a workbook taken in, names of a year are matched, learned elsewhere, taken back.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";
import { readWorkbook } from "./support/workbook.js";
import { zipOf } from "./support/zip.js";

let server, browser, page;

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

const press = (key) => page.keyboard.press(key);
const codes = () => page.id("library-row").evaluateAll((all) => all.map((one) => one.dataset.id));
const library = (query = "") => server.json(`/api/v1/library?limit=200${query}`);
const matches = (query = "") => server.json(`/api/v1/library/matches?year=2022&limit=200${query}`);
const nameAtHand = () => page.locator("[data-testid=match-name][aria-current=true]").getAttribute("data-name");

/** A workbook of plain text cells. */
function workbook(rows) {
  const part = (name, text) => [name, Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`, "utf8")];
  const cells = rows.map((row, r) => `<row r="${r + 1}">${row.map((text, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`).join("");
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  return zipOf([
    part("[Content_Types].xml", `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`),
    part("_rels/.rels", `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    part("xl/workbook.xml", `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="我市指标" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    part("xl/_rels/workbook.xml.rels", `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
    part("xl/worksheets/sheet1.xml", `<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`),
  ]);
}

const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

async function openMatches(query = "") {
  await page.goto(`/library/matches?year=2022${query}`);
  await page.id("match-panel").waitFor();
}

test("the indicator library", async (t) => {
  await t.test("the sidebar leads to it; it is filtered by chips and words, and the address keeps them", async () => {
    await page.goto("/overview?year=2022");
    await page.id("nav-library").click();
    await page.id("library-row").first().waitFor();
    const whole = await library();
    assert.match(await page.id("library-hits").innerText(), new RegExp(`共 ${whole.total} 条`));
    assert.equal(await page.id("nav-library").getAttribute("aria-current"), "page");
    await page.id("filter-sector").getByRole("button").first().click();
    await page.locator(".el-popper:visible").getByRole("button", { name: "水利" }).first().click();
    await page.waitForURL(/sector=/);
    const water = await library("&sector=水利");
    await until(codes, (all) => String(all) === String(water.items.slice(0, 50).map((one) => one.code)), "the sector");
    await page.id("library-words").fill("没有这个词");
    await page.id("empty-state").waitFor();
    assert.match(await page.id("empty-state").innerText(), /可以新增/, "an empty list says what to do");
    await page.id("clear-filters").click();
    await until(codes, (all) => all.length === 50, "all again");
    await page.getByRole("columnheader", { name: "编码" }).getByRole("button").click();
    await page.waitForURL(/sort=code/);
    const sorted = await library("&sort=code");
    await until(codes, (all) => String(all) === String(sorted.items.slice(0, 50).map((one) => one.code)), "by code");
  });

  await t.test("j, Enter and Esc walk into an entry and back", async () => {
    await page.goto("/library?year=2022&layer=common");
    await page.id("library-row").first().waitFor();
    await press("j");
    await press("j");
    const second = (await codes())[1];
    await press("Enter");
    await page.waitForURL(new RegExp(`/library/entries/${second}`));
    await page.id("entry-fields").waitFor();
    await press("Escape");
    await page.waitForURL(/\/library\?.*layer=common/);
  });

  await t.test("an entry is added; what makes no sense is said beside its field", async () => {
    await page.goto("/library?year=2022");
    await page.id("add-entry").click();
    await page.id("entry-form").waitFor();
    await until(() => page.evaluate(() => document.activeElement.dataset.testid), (id) => id === "field-name", "the first field has the focus");
    await page.id("field-name").fill("龙舟彩绘片数");
    await page.id("field-aliases").fill("彩绘片数；验收合格率");
    await page.id("field-sector").fill("文化和旅游");
    await page.id("field-role").selectOption("quantity");
    await page.id("field-direction").selectOption("more");
    await page.id("field-measure").fill("片");
    await page.id("field-targets").fill(">=20片");
    await page.id("keep-entry").click();
    await page.locator("#wrong-aliases").waitFor();
    assert.match(await page.locator("#wrong-aliases").innerText(), /“验收合格率”已经是指标 GX003/);
    await until(() => page.evaluate(() => document.activeElement.dataset.testid), (id) => id === "field-aliases", "the wrong field has the focus");
    await page.id("field-aliases").fill("彩绘片数");
    await press("Control+Enter");
    await page.waitForURL(/\/library\/entries\/ZD0001/);
    await page.id("entry-fields").waitFor();
    assert.match(await page.id("entry-fields").innerText(), /≥ 20片[\s\S]*彩绘片数/);
    assert.match(await page.id("notice").innerText(), /ZD0001/);
  });

  await t.test("an edit makes the next version, and the old one stays readable", async () => {
    await press("e");
    await page.id("field-evidence").fill("登记表");
    await page.id("keep-entry").click();
    await page.id("entry-fields").waitFor();
    const newest = page.id("entry-version").first();
    assert.equal(await newest.getAttribute("data-version"), "2");
    assert.match(await newest.innerText(), /佐证材料：（空） → 登记表/);
    assert.equal(await page.id("entry-version").count(), 2);
  });

  await t.test("one of the program's is retired and restored", async () => {
    await page.goto("/library/entries/GX005?year=2022");
    await page.id("retire-entry").click();
    await page.id("retired-tag").first().waitFor();
    await until(() => page.id("entry-version").count(), (n) => n === 2, "a version of the office's over the program's");
    await page.id("notice").getByRole("button", { name: "撤回" }).click();
    await page.id("retire-entry").waitFor();
    assert.equal((await server.json("/api/v1/library/entries/GX005")).entry.version, 2);
  });

  await t.test("a workbook is read first, then taken in; the refused cell is named", async () => {
    await page.goto("/library?year=2022");
    await page.id("go-library-import").click();
    const bytes = workbook([
      ["编码", "指标名称", "行业或类别", "指标类别", "计量单位", "方向"],
      ["TS-1", "非遗展演观众人次", "文化和旅游", "数量", "人次", "越大越好"],
      ["ZD0001", "龙舟彩绘片数", "文化和旅游", "数量", "片", "与计划一致"],
      ["TS-2", "非遗展演场景数", "文化和旅游", "数量", "咕", "越大越好"],
    ]);
    await page.id("library-file").setInputFiles(file("我市指标.xlsx", bytes));
    await page.id("library-report").waitFor();
    assert.match(await page.id("import-said").innerText(), /会新增 1 条，改动 1 条，不变 0 条，不收 1 条/);
    const refused = page.locator("[data-testid=imported-entry][data-fate=refused]");
    assert.match(await refused.innerText(), /E4[\s\S]*“咕”不在词典里/);
    assert.match(await page.locator("[data-testid=imported-entry][data-fate=changed]").innerText(), /方向：越大越好 → 与计划一致/);
    assert.equal((await library("&q=TS-1")).total, 0, "nothing is written yet");
    await page.id("import-commit").click();
    await until(() => page.id("import-said").innerText(), (said) => /已新增 1 条，改动 1 条/.test(said), "taken in");
    await page.id("see-own").click();
    await until(codes, (all) => all.includes("TS-1") && all.includes("ZD0001") && !all.includes("TS-2"), "they are listed");
  });

  await t.test("what is listed is exported, and comes back unchanged", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-xlsx").click()]);
    const bytes = await readFile(await download.path());
    const book = readWorkbook(bytes);
    assert.equal(book.cell("A1").text, "编码");
    assert.deepEqual(book.rows.slice(1).map((row) => Object.values(row.cells)[0].text).sort(), (await library("&own=true")).items.map((one) => one.code).sort());
    await page.goto("/library/import?year=2022");
    await page.id("library-file").setInputFiles(file("回来.xlsx", bytes));
    await until(() => page.id("import-said").innerText(), (said) => /新增 0 条，改动 0 条，不变 \d+ 条，不收 0 条/.test(said), "unchanged");
    assert.equal(await page.id("import-commit").count(), 0, "there is nothing to take in");
  });

  let name, candidate;
  await t.test("names are matched by key: confirmed, none of them, taken back", async () => {
    await page.goto("/library?year=2022");
    await page.id("go-matches").click();
    await page.id("match-panel").waitFor();
    const open = await matches("&state=open&sort=confidence&order=desc");
    assert.equal(await nameAtHand(), open.items[0].name, "the surest first");
    await press("j");
    await until(nameAtHand, (now) => now === open.items[1].name, "j goes on");
    await press("k");
    await until(nameAtHand, (now) => now === open.items[0].name, "k goes back");
    // One that is not certain: it teaches the library a name.
    name = open.items.find((one) => one.candidates[0]?.confidence < 1000 && one.candidates.length > 1);
    candidate = name.candidates[1];
    await page.id("match-words").fill(name.name);
    await until(nameAtHand, (now) => now === name.name, "found by words");
    await press("Enter");
    await press("2");
    await until(() => page.id("notice").innerText(), (said) => said.includes(candidate.name), "it is said");
    let now = await matches("&state=confirmed");
    assert.deepEqual(now.items.map((one) => [one.name, one.decision.code]), [[name.name, candidate.code]]);
    await press("u");
    await until(async () => (await matches("&state=confirmed")).total, (n) => n === 0, "u takes it back");
    await until(nameAtHand, (at) => at === name.name, "and it is at hand again");
    await press("x");
    await until(async () => (await matches("&state=none")).total, (n) => n === 1, "none of them");
    await page.id("notice").getByRole("button", { name: "撤回" }).click();
    await until(async () => (await matches("&state=none")).total, (n) => n === 0, "taken back from the notice");
    await until(nameAtHand, (at) => at === name.name, "at hand again");
    await press("a");
    await until(async () => (await matches("&state=confirmed")).items[0]?.decision.code, (code) => code === name.candidates[0].code, "a confirms the first");
    candidate = name.candidates[0];
  });

  await t.test("the same name of another project and year is known, and the entry says where it learned it", async () => {
    const csv = `2023年项目支出绩效目标表\n单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n另一个局,另一个项目,产出指标,数量指标,${name.name},≥,5,${name.some_rows[0].measure}\n`;
    await server.file("another.csv", Buffer.from(csv));
    await page.goto("/library/matches?year=2023&state=all");
    await page.id("match-panel").waitFor();
    assert.match(await page.id("match-decision").innerText(), new RegExp(`已确认：${candidate.name}`));
    assert.match(await page.id("candidate").first().innerText(), /有人确认过[\s\S]*100%/);
    await page.locator(`[data-testid=candidate][data-code="${candidate.code}"] a`).first().click();
    await page.id("learned-name").waitFor();
    assert.match(await page.id("learned-name").innerText(), new RegExp(`${name.name.replace(/[()]/g, "\\$&")}[\\s\\S]*${name.some_rows[0].project.slice(0, 4)}`));
    await page.id("entry-name-row").first().waitFor();
    assert.match(await page.id("entry-of-year").innerText(), /另一个项目/);
    await page.id("take-back-name").click();
    await until(() => page.id("learned-name").count(), (n) => n === 0, "unlearned");
    assert.equal((await server.json("/api/v1/library/matches?year=2023")).counts.open.names, 1, "the other year's name is open again");
  });

  await t.test("another entry is found by words, and one row may mean something else", async () => {
    const several = (await matches("&state=open&sort=rows&order=desc")).items[0];
    assert.ok(several.rows > 1, "the sample has such a name");
    await openMatches(`&words=${encodeURIComponent(several.name)}`);
    await press("e");
    await page.id("finder-words").fill("龙舟");
    await page.locator('[data-testid=found-entry][data-code="ZD0001"]').click();
    await until(async () => (await matches("&state=confirmed")).items.map((one) => one.decision.code).join(), (code) => code === "ZD0001", "chosen");
    await page.id("state-all").click();
    await page.id("match-decision").waitFor();
    await page.id("decide-alone").nth(1).click();
    await page.id("none-of-them").click();
    await page.id("take-back-row").waitFor();
    const after = (await matches("&state=confirmed")).items[0];
    assert.equal(after.some_rows[1].decision.code, null);
    assert.equal(after.some_rows[0].decision, null);
  });

  await t.test("many are confirmed at once after a preview, and taken back in one go", async () => {
    await openMatches();
    const before = (await matches()).counts.confirmed.names;
    await page.id("bulk").click();
    await page.id("bulk-count").waitFor();
    await page.id("bulk-row").first().waitFor();
    const listed = await page.id("bulk-row").count();
    assert.match(await page.id("bulk-count").innerText(), new RegExp(`${listed} 个名称`));
    await page.id("bulk-confirm").click();
    await until(async () => (await matches()).counts.confirmed.names, (n) => n === before + listed, "confirmed");
    await page.id("notice").getByRole("button", { name: "撤回" }).click();
    await until(async () => (await matches()).counts.confirmed.names, (n) => n === before, "taken back");
  });

  await t.test("filters are kept by the address, and an empty list says what to do", async () => {
    await openMatches();
    await page.id("sure").selectOption("without");
    await page.waitForURL(/sure=without/);
    const without = await matches("&state=open&most=0");
    await until(() => page.id("match-name").count(), (n) => n === Math.min(100, without.total), "without candidates");
    await page.reload();
    await page.id("match-panel").waitFor();
    assert.equal(await page.id("sure").inputValue(), "without");
    await page.id("match-words").fill("没有这个词");
    await page.id("no-matches").waitFor();
    await page.id("see-all-matches").click();
    await page.id("match-panel").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-matches").click()]);
    const csv = await readFile(await download.path(), "utf8");
    assert.equal(csv.trim().split("\n").length, 148, "a head and every row");
  });

  await t.test("a library is begun before anything is filed, once its region is known", async () => {
    const fresh = await startServer();
    const first = await openPage(browser, fresh.address);
    try {
      await first.goto("/library/new");
      await first.id("field-name").fill("龙舟彩绘片数");
      await first.id("field-sector").fill("文化和旅游");
      await first.id("field-role").selectOption("quantity");
      await first.id("field-direction").selectOption("more");
      await first.id("field-measure").fill("片");
      await first.id("keep-entry").click();
      await first.locator("#wrong-region").waitFor();
      await first.id("field-region").fill("330400000");
      await first.id("keep-entry").click();
      await first.waitForURL(/\/library\/entries\/ZD0001/);
      await fresh.fileSample();
      assert.equal((await fresh.json("/api/v1/library?own=true")).total, 1, "the documents' region has it");
      assert.deepEqual(first.complaints, []);
    } finally {
      await first.context().close();
      await fresh.stop();
    }
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
