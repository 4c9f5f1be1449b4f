// From an empty database to an exported table: what a person does on the first day.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { numberOf, openBrowser, openPage, until } from "./support/browser.js";
import { sample, sampleRegion, startServer } from "./support/server.js";
import { readWorkbook } from "./support/workbook.js";

const run = promisify(execFile);
let server, browser, page;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server ends cleanly on Ctrl+C");
});

test("the first day, step after step", async (t) => {
  const rows = page.id("indicator-row");

  await t.test("an empty database says what to do", async () => {
    await page.goto("/");
    const empty = page.id("empty-state");
    await empty.waitFor();
    assert.match(await empty.innerText(), /还没有数据[\s\S]*导入一份表11[\s\S]*试读/);
    await page.id("go-import").click();
    await page.waitForURL(/\/import/);
  });

  await t.test("a dry run reports 147, 8, 0, 0 and files nothing", async () => {
    await page.id("import-file").setInputFiles(sample);
    assert.match(await page.id("batch-name").innerText(), /table11-jiaxing-2022\.txt/);
    await page.id("import-region").fill(sampleRegion);
    await page.id("dry-run").click();
    await page.id("import-report").waitFor();
    for (const [name, expected] of [["indicators", 147], ["repeated", 8], ["doubtful", 0], ["unread", 0]]) {
      assert.equal(await numberOf(page, `count-${name}`), expected, name);
    }
    assert.match(await page.id("import-sentence").innerText(), /147.*8.*0/);
    assert.ok((await page.id("preview-row").count()) >= 10, "the first rows are shown");
    assert.match(await page.id("preview-row").first().innerText(), /接收清华大学暑期实践生/);
    assert.equal((await page.id("import-report").getByText("重复，已跳过").count()), 8, "each repeated row is named");
    const said = await page.id("import-report").innerText();
    assert.match(said, /第 11 行/);
    assert.match(said, /文本 · UTF-8/);
    assert.doesNotMatch(said, /\bline \d|utf-8/, "places and formats are told in Chinese");
    await page.id("preview-row").last().scrollIntoViewIfNeeded();
    const filing = await page.id("commit-import").boundingBox();
    assert.ok(filing.y >= 48 && filing.y < 120, "filing stays at hand however far down one reads");
    assert.deepEqual((await server.json("/api/v1/meta")).years, [], "nothing is filed yet");
  });

  await t.test("filing it leads to the overview", async () => {
    await page.id("commit-import").click();
    await page.id("see-overview").click();
    await page.waitForURL(/\/overview\?.*year=2022/);
    await page.id("kpi-indicators").waitFor();
    assert.equal(await numberOf(page, "kpi-agencies"), 4);
    assert.equal(await numberOf(page, "kpi-projects"), 22);
    assert.equal(await numberOf(page, "kpi-indicators"), 147);
    assert.equal(await numberOf(page, "kpi-measurable"), 128);
  });

  await t.test("each chart stands beside its table, and both say the same", async () => {
    const counted = await server.json("/api/v1/overview?year=2022");
    for (const name of ["rules", "severity", "levels", "kinds"]) {
      const chart = page.id(`chart-${name}`);
      await chart.locator("canvas").waitFor();
      assert.match(await chart.getAttribute("aria-label"), /条形图：.{8,}/, `${name} says in words what it shows`);
      assert.ok((await page.id(`table-${name}`).locator("tbody tr").count()) > 1, `${name} has its table`);
    }
    const shown = async (name) => Promise.all((await page.id(`table-${name}`).locator("tbody tr").all()).map(async (row) => Number(await row.locator("td.number").first().innerText())));
    const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
    assert.equal(sum(await shown("kinds")), 147);
    assert.equal(sum(await shown("levels")), 147);
    const findings = sum(Object.values(counted.findings ?? {}).filter(Number.isInteger)) || sum(await shown("severity"));
    assert.equal(sum(await shown("severity")), findings);
    assert.equal(sum(await shown("rules")), findings);
    // Something is drawn on the canvas: more than one colour.
    const colours = await page.id("chart-kinds").locator("canvas").evaluate((canvas) => {
      const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
      const seen = new Set();
      for (let at = 0; at < data.length; at += 4) seen.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2] + data[at + 3] * 2 ** 24);
      return seen.size;
    });
    assert.ok(colours > 1, "bars are drawn");
  });

  await t.test("the list is searched with two characters", async () => {
    await page.id("nav-indicators").click();
    await rows.first().waitFor();
    assert.match(await page.id("list-total").innerText(), /147/);
    const ends = (cell) => cell.evaluate((one) => { const range = document.createRange(); range.selectNodeContents(one); return range.getBoundingClientRect().right; });
    const [head, target] = await Promise.all([ends(page.locator("th.number").first()), ends(rows.first().locator("td.number"))]);
    assert.ok(Math.abs(head - target) < 1, "a head ends where its numbers end");
    await page.id("search").fill("专利");
    await page.id("search").press("Enter");
    await page.waitForURL(/q=/);
    const found = (await server.json("/api/v1/indicators?year=2022&q=%E4%B8%93%E5%88%A9&limit=200")).items;
    assert.ok(found.length > 0 && found.length < 50);
    await until(() => rows.count(), (n) => n === found.length, "rows that contain 专利");
    for (const text of await rows.allInnerTexts()) assert.match(text, /专利/);
    assert.equal(await page.id("list-hits").innerText(), `符合条件，共 ${found.length} 项`, "the number stands above the table");
    await page.id("clear-filters").click();
    await until(() => rows.count(), (n) => n === 50, "the full first page");
  });

  await t.test("filters by kind and by rule stand in the address and survive a reload", async () => {
    const choose = async (name, label) => {
      await page.id(`filter-${name}`).getByRole("button").first().click();
      await page.locator(".el-popper:visible .panel li button", { hasText: label }).first().click();
    };
    await choose("kind", "日期");
    await page.waitForURL(/kind=date/);
    const dates = (await server.json("/api/v1/indicators?year=2022&kind=date&limit=200")).total;
    assert.ok(dates > 0 && dates < 147);
    await until(async () => page.id("list-total").innerText(), (text) => text.includes(`共 ${dates} 项`), "the number of dates");
    await page.id("filter-kind").getByRole("button").last().click();
    await page.waitForURL((address) => !address.search.includes("kind="));

    await choose("rule", "以管理套话作效益");
    await page.waitForURL(/rule=boilerplate/);
    await until(() => rows.count(), (n) => n === 8, "rows of the rule");
    await choose("severity", "提示");
    await page.waitForURL(/severity=hint/).catch(() => { throw new Error(`no severity in ${page.url()}`); });
    const listed = (await server.json(`/api/v1/indicators${new URL(page.url()).search}`)).items.map((item) => item.id);
    await until(() => rows.evaluateAll((all) => all.map((row) => row.dataset.id)), (ids) => String(ids) === String(listed), "rows of both conditions");
    const address = page.url();
    await page.reload();
    await page.id("clear-filters").waitFor();
    assert.equal(page.url(), address, "the address stays");
    if (listed.length > 0) await rows.first().waitFor();
    assert.deepEqual(await rows.evaluateAll((all) => all.map((row) => row.dataset.id)), listed, "the address alone gives the view");
    assert.match(await page.id("filter-rule").innerText(), /以管理套话作效益/);
    await page.id("clear-filters").click();
    await until(() => rows.count(), (n) => n === 50, "the full first page");
  });

  await t.test("paging shows every row once", async () => {
    const seen = new Set();
    const ids = () => rows.evaluateAll((all) => all.map((row) => row.dataset.id));
    let last = await ids();
    last.forEach((id) => seen.add(id));
    for (const expected of [50, 47]) {
      await page.id("next-page").click();
      last = await until(ids, (now) => now.length === expected && !now.includes(last[0]), "the next page");
      last.forEach((id) => seen.add(id));
    }
    assert.equal(seen.size, 147);
    assert.ok(await page.id("next-page").isDisabled(), "there is no page after the last");
    const address = page.url();
    await page.reload();
    await rows.first().waitFor();
    assert.equal(page.url(), address);
    assert.deepEqual(await ids(), last, "the third page again");
    await page.id("previous-page").click().catch(() => page.goBack());
    await until(ids, (now) => now.length === 50, "the second page");
  });

  let project;
  await t.test("the project page is the official table", async () => {
    project = await server.projectNamed("科技合作交流与科技招商经费");
    await page.id("nav-projects").click();
    await page.id("project-row").first().waitFor();
    assert.equal(await page.id("project-row").count(), 22);
    await page.id("project-row").filter({ hasText: "科技合作交流与科技招商经费" }).getByRole("link").first().click();
    await page.waitForURL(new RegExp(`/projects/${project.id}`));
    await rows.first().waitFor();
    assert.equal(await rows.count(), 5);
    const head = (await page.locator("table[role=grid] thead th").allInnerTexts()).map((text) => text.split("\n")[0].trim());
    assert.deepEqual(head.slice(0, 8), ["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "符号", "指标值", "计量单位"]);
    const merged = await page.locator("table[role=grid] tbody tr").first().locator("td").evaluateAll((cells) => cells.slice(0, 2).map((cell) => [cell.innerText.trim(), cell.rowSpan]));
    assert.deepEqual(merged, [["嘉兴市科学技术局", 5], [project.name, 5]], "agency and project run down the whole table");
    assert.equal(await page.id("finding").count(), project.findings.error + project.findings.warning + project.findings.hint);
  });

  const cellOf = (id, field) => page.locator(`tr[data-id="${id}"] td[data-field=${field}]`);
  const shownIn = (field) => cellOf(changed.id, field).locator("span").first().innerText();
  let changed;
  await t.test("a suggestion is applied: the finding goes, the cell shows the new value", async () => {
    const { rows: filed } = await server.json(`/api/v1/projects/${project.id}`);
    changed = filed.find((row) => row.findings.some((one) => one.rule === "measure_unfit_for_name"));
    const finding = changed.findings.find((one) => one.rule === "measure_unfit_for_name");
    assert.deepEqual(finding.suggestion, [{ field: "measure", after: "人" }]);
    const before = await page.id("finding").count();
    const note = page.locator(`tr[data-id="${changed.id}"] [data-testid=finding][data-rule=${finding.rule}]`);
    await note.getByTestId("apply-suggestion").click();
    await page.id("overlay").waitFor();
    await until(() => page.id("finding").count(), (n) => n === before - 1, "one finding fewer");
    assert.equal(await note.count(), 0, "the finding is gone");
    assert.equal((await server.json(`/api/v1/indicators/${changed.id}`)).measure, "人", "the server keeps it");
    assert.equal((await shownIn("measure")).trim(), "人", "the cell shows it");
    assert.match(await page.id("notice").innerText(), /已采纳/);
    assert.match(await cellOf(changed.id, "measure").innerText(), /原填：个/);
    await page.reload();
    await page.id("overlay").waitFor();
    assert.match(await page.id("overlay").innerText(), /已采纳/, "the edit outlives the page");
  });

  await t.test("undone, what was filed shows again", async () => {
    const before = await page.id("finding").count();
    await page.id("undo").click();
    await until(() => page.id("overlay").count(), (n) => n === 0, "no edit any more");
    await until(() => page.id("finding").count(), (n) => n === before + 1, "the finding is back");
    const now = await server.json(`/api/v1/indicators/${changed.id}`);
    assert.equal(now.measure, "个");
    assert.equal((await shownIn("measure")).trim(), "个");
    assert.deepEqual(now.edited, []);
    assert.equal(now.overlays.length, 1, "the history keeps what happened");
    assert.doesNotMatch(await cellOf(changed.id, "measure").innerText(), /原填/);
  });

  await t.test("typing into a cell is kept, and undone by u", async () => {
    const target = await cellOf(changed.id, "measure");
    await target.dblclick();
    await target.locator("input").fill("个工作日");
    await target.locator("input").press("Enter");
    await page.id("overlay").waitFor();
    assert.match(await target.innerText(), /个工作日/);
    assert.equal((await server.json(`/api/v1/indicators/${changed.id}`)).measure, "个工作日");
    await page.keyboard.press("u");
    await until(() => page.id("overlay").count(), (n) => n === 0, "taken back");
    assert.equal((await server.json(`/api/v1/indicators/${changed.id}`)).measure, changed.measure);
  });

  await t.test("a suggestion about spelling alone can be applied too", async () => {
    const { items } = await server.json("/api/v1/indicators?year=2022&rule=spelling_not_canonical&limit=200");
    const row = items.find((item) => item.findings.some((one) => one.suggestion.length === 1 && one.suggestion[0].field === "target" && one.suggestion[0].after === item.target));
    await page.goto(`/projects/${row.project_id}?year=2022&row=${row.id}`);
    const note = page.locator(`tr[data-id="${row.id}"] [data-testid=finding][data-rule=spelling_not_canonical]`);
    await note.getByTestId("apply-suggestion").click();
    await page.id("notice").waitFor();
    assert.match(await page.id("notice").innerText(), /已采纳/);
    await until(() => note.count(), (n) => n === 0, "the finding is gone");
    await page.locator(`tr[data-id="${row.id}"]`).getByTestId("undo").click();
    await until(() => note.count(), (n) => n === 1, "the finding is back");
  });

  await t.test("a rule's suggestions are shown row by row before they are applied, and taken back in one go", async () => {
    const quantified = await server.projectNamed("防震减灾工作经费");
    await page.goto(`/projects/${quantified.id}?year=2022`);
    await page.id("apply-all").waitFor();
    const before = await server.json(`/api/v1/projects/${quantified.id}`);
    const sums = before.rows.flatMap((row) => [...new Set(row.findings.filter((one) => one.suggestion.length > 0).map((one) => one.rule))]);
    const [rule] = [...new Set(sums)].sort((a, b) => sums.filter((one) => one === b).length - sums.filter((one) => one === a).length);
    const fixed = before.rows.filter((row) => row.findings.some((one) => one.rule === rule && one.suggestion.length > 0));
    assert.ok(fixed.length > 1);
    const dialog = page.getByRole("dialog");
    await page.id("apply-all").click();
    await dialog.waitFor();
    assert.deepEqual((await page.id("apply-all-row").locator("td:first-child").allInnerTexts()).map((text) => text.trim()), fixed.map((row) => row.name));
    for (const text of await page.id("apply-all-row").allInnerTexts()) assert.match(text, /→/, "before and after");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await page.id("overlay").count(), 0, "nothing is applied yet");
    await page.id("apply-all").click();
    await until(() => page.evaluate(() => document.activeElement.dataset.testid), (name) => name === "apply-all-confirm", "Enter would apply");
    await page.keyboard.press("Enter");
    await until(() => page.id("overlay").count(), (n) => n === fixed.length, "an edit over each row");
    await page.id("notice").waitFor();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const [notice, pack] = await Promise.all([page.id("notice"), page.locator(".foot .pack")].map((one) => one.boundingBox()));
    assert.ok(pack.y + pack.height <= notice.y, "the notice leaves the last line free");
    await page.id("notice").getByRole("button", { name: "撤销" }).click();
    await until(() => page.id("overlay").count(), (n) => n === 0, "all taken back");
    const after = await server.json(`/api/v1/projects/${quantified.id}`);
    assert.deepEqual(after.rows.map((row) => [row.comparator, row.target, row.measure]), before.rows.map((row) => [row.comparator, row.target, row.measure]));
    // Long after the notice has gone, the edits of one rule can still go together.
    await page.id("apply-all").click();
    await page.id("apply-all-confirm").click();
    await until(() => page.id("overlay").count(), (n) => n === fixed.length, "applied again");
    await page.reload();
    await page.id("undo-rule").first().click();
    await until(() => page.id("overlay").count(), (n) => n === 0, "taken back together");
  });

  await t.test("Esc goes back to the search the project was opened from, by way of its source too", async () => {
    const search = "/indicators?year=2022&q=%E4%B8%93%E5%88%A9";
    await page.goto(search);
    await rows.first().locator("td.name a").click();
    await page.waitForURL(/\/projects\/\d/);
    const opened = page.url();
    const leave = async () => {
      await page.id("indicator-row").first().waitFor();
      // The first Esc closes the finding that the row was opened with.
      if ((await page.locator("[data-testid=finding].open").count()) > 0) await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.waitForURL((address) => address.pathname === "/indicators");
      assert.equal(new URL(page.url()).searchParams.get("q"), "专利");
    };
    await leave();
    await page.goto(search);
    await rows.first().locator("td.name a").click();
    await page.waitForURL(opened);
    await page.id("see-source").click();
    await page.waitForURL(/\/documents\//);
    await page.locator("[data-testid=source-line][aria-current=true]").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL(/\/projects\/\d/);
    await leave();
  });

  await t.test("a project there is not says so, and what to do", async () => {
    await page.goto("/projects/999999?year=2022");
    await page.id("not-found").waitFor();
    assert.equal(await page.locator("h1").innerText(), "没有这个项目");
    assert.doesNotMatch(await page.locator("main").innerText(), /store\.|代码/);
    await page.getByRole("link", { name: "看全部项目" }).click();
    await page.id("project-row").first().waitFor();
  });

  await t.test("the source view marks the row's line, and leads back", async () => {
    await page.goto(`/projects/${project.id}?year=2022`);
    await cellOf(changed.id, "level3").click();
    await page.id("see-source").click();
    await page.waitForURL(/\/documents\/.*line=/);
    const here = page.locator("[data-testid=source-line][aria-current=true]");
    await here.waitFor();
    assert.equal(Number(await here.getAttribute("data-line")), changed.line);
    const written = (await readFile(sample, "utf8")).split(/\r?\n/)[changed.line - 1].trim();
    assert.ok((await here.innerText()).includes(written.slice(0, 12)), "it is the file's own line");
    const [marked, other] = await Promise.all([here, page.locator("[data-testid=source-line]:not([aria-current])").first()].map((row) => row.locator("td").nth(1).evaluate((cell) => getComputedStyle(cell).backgroundColor)));
    assert.notEqual(marked, other, "the line is highlighted");
    await until(() => here.evaluate((row) => { const box = row.getBoundingClientRect(); return box.top >= 48 && box.bottom <= innerHeight; }), Boolean, "the line is in view");
    await page.keyboard.press("Escape");
    await page.waitForURL(new RegExp(`/projects/${project.id}`));
    await until(() => page.url(), (address) => address.includes(`row=${changed.id}`), "at the same row");
  });

  await t.test("the project's export is a workbook with the official head", async () => {
    await rows.first().waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-xlsx").click()]);
    assert.match(download.suggestedFilename(), /表11.*\.xlsx$/);
    const book = readWorkbook(await readFile(await download.path()));
    officialHead(book);
    assert.equal(book.rows.length, 4 + 5);
    assert.equal(book.cell("B5").text, project.name);
  });

  await t.test("the whole year's table opens in LibreOffice", async () => {
    const bytes = await server.text("/api/v1/exports?form=table11&format=xlsx&year=2022");
    const book = readWorkbook(bytes);
    officialHead(book);
    assert.equal(book.rows.length, 4 + 147);
    const file = path.join(server.folder, "table11.xlsx");
    await writeFile(file, bytes);
    const office = async (format) => {
      await run("soffice", ["--headless", `-env:UserInstallation=file://${server.folder}/office`, "--convert-to", format, "--outdir", server.folder, file], { timeout: 90_000 });
    };
    await office("csv:Text - txt - csv (StarCalc):44,34,76");
    const lines = (await readFile(path.join(server.folder, (await readdir(server.folder)).find((name) => name.endsWith(".csv"))), "utf8")).trimEnd().split("\n");
    assert.equal(lines.length, 4 + 147);
    assert.equal(lines[0], "表11,,,,,,,");
    assert.equal(lines[1], "2022年市级部门预算财政拨款项目支出预算表,,,,,,,");
    assert.equal(lines[2], "单位名称,项目名称,绩效指标,,,,,");
    assert.equal(lines[3], ",,一级指标,二级指标,三级指标,计算符号,指标值,计量单位");
    assert.equal(lines[4], "嘉兴市科学技术局,科技合作交流与成果转化-科技合作交流与科技招商经费,产出指标,数量指标,接收清华大学暑期实践生,≥,5,个");
    await office("pdf");
    const pdf = await readFile(path.join(server.folder, "table11.pdf"));
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.ok(pdf.length > 20_000, "pages are printed");
  });

  await t.test("the list's export gives what is seen", async () => {
    await page.goto("/indicators?year=2022&rule=boilerplate");
    await rows.first().waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-csv").click()]);
    // Several findings of a row are lines of one cell.
    const lines = (await readFile(await download.path(), "utf8")).replace(/"[^"]*"/g, "").trimEnd().split(/\r?\n/);
    assert.equal(lines.length, 1 + (await rows.count()));
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});

function officialHead(book) {
  assert.equal(book.cell("A1").text, "表11");
  assert.equal(book.cell("A2").text, "2022年市级部门预算财政拨款项目支出预算表");
  for (const range of ["A2:H2", "A3:A4", "B3:B4", "C3:H3"]) assert.ok(book.merges.includes(range), `${range} is merged`);
  assert.deepEqual(["A3", "B3", "C3"].map((one) => book.cell(one).text), ["单位名称", "项目名称", "绩效指标"]);
  assert.deepEqual([..."CDEFGH"].map((one) => book.cell(`${one}4`).text), ["一级指标", "二级指标", "三级指标", "计算符号", "指标值", "计量单位"]);
  assert.match(book.names["_xlnm.Print_Titles"], /\$1:\$4$/);
  for (const row of book.rows) {
    assert.ok(row.height > 0, `row ${row.number} has its own height`);
    if (row.number < 3) continue;
    for (const column of "ABCDEFGH") {
      const cell = row.cells[`${column}${row.number}`];
      assert.deepEqual(cell?.sides, ["left", "right", "top", "bottom"], `${column}${row.number} has borders`);
      assert.ok(cell.wrap, `${column}${row.number} wraps`);
    }
    // A Chinese character takes two of the column's units; a line of 11 points needs about 14.
    if (row.number < 5) continue;
    const wide = (text) => [...text].reduce((sum, one) => sum + (one.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
    const lines = Math.max(...[..."ABCDEFGH"].map((column) => Math.ceil(wide(row.cells[`${column}${row.number}`].text) / book.widths[column])));
    assert.ok(row.height >= lines * 13, `row ${row.number}: ${lines} lines in ${row.height} points`);
  }
}
