// The project page and the lists without a mouse.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

let server, browser, page, project;

before(async () => {
  server = await startServer();
  await server.fileSample();
  const { id } = await server.projectNamed("防震减灾工作经费");
  project = await server.json(`/api/v1/projects/${id}`);
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const press = (key) => page.keyboard.press(key);
const currentRow = () => page.locator("tr.current").getAttribute("data-id");
const openNotes = () => page.locator("[data-testid=finding].open").evaluateAll((all) => all.map((one) => `${one.closest("[data-id]").dataset.id} ${one.dataset.rule}`));
const at = (wanted, what) => until(currentRow, (id) => id === wanted, what);

test("the keyboard alone", async (t) => {
  const rows = project.rows;
  const ofProject = (finding) => finding.field === "project";
  const listed = (kept) => rows.flatMap((row) => row.findings.filter(kept).map((finding) => `${row.id} ${finding.rule}`));
  // What is about the project stands at the head of the sheet and is walked first.
  const notes = [...listed(ofProject), ...listed((finding) => !ofProject(finding))];

  await t.test("Enter opens a project from the list", async () => {
    await page.goto("/projects?year=2022&q=防震减灾工作经费");
    await page.id("project-row").first().waitFor();
    await press("Enter");
    await page.waitForURL(new RegExp(`/projects/${project.id}`));
    await page.id("indicator-row").first().waitFor();
  });

  await t.test("j and k walk the rows and stop at the ends", async () => {
    await at(rows[0].id, "the first row");
    await press("k");
    await at(rows[0].id, "still the first row");
    await press("j");
    await press("j");
    await at(rows[2].id, "the third row");
    assert.match(page.url(), new RegExp(`row=${rows[2].id}`), "the address says where");
    assert.equal(await page.evaluate(() => document.activeElement.closest("tr")?.dataset.id), rows[2].id, "the focus goes along");
    await press("k");
    await at(rows[1].id, "the second row");
    for (let left = rows.length + 2; left > 0; --left) await press("j");
    await at(rows.at(-1).id, "the last row");
  });

  await t.test("arrows walk the cells", async () => {
    const cell = () => page.evaluate(() => document.activeElement.dataset.field);
    await press("ArrowUp");
    await at(rows.at(-2).id, "one row up");
    const first = await cell();
    await press("ArrowRight");
    const second = await cell();
    assert.notEqual(second, first);
    await press("ArrowLeft");
    assert.equal(await cell(), first);
  });

  await t.test("n and p walk the findings, Esc closes, Esc leaves", async () => {
    await page.goto(`/projects/${project.id}?year=2022`);
    await page.id("indicator-row").first().waitFor();
    assert.deepEqual(await openNotes(), []);
    for (const expected of notes.slice(0, 3)) {
      await press("n");
      await until(openNotes, (open) => String(open) === expected, "the next finding");
    }
    await press("p");
    await until(openNotes, (open) => String(open) === notes[1], "the finding before");
    assert.equal(await currentRow(), notes[1].split(" ")[0], "its row is current");
    await press("Escape");
    await until(openNotes, (open) => open.length === 0, "closed");
    assert.match(page.url(), /\/projects\/\d/, "the first Esc stays");
    await press("Escape");
    await page.waitForURL(/\/projects\?/);
    await page.goBack();
    await page.id("indicator-row").first().waitFor();
  });

  await t.test("a shows before it applies: with nothing open it opens the next finding", async () => {
    await page.goto(`/projects/${project.id}?year=2022`);
    await page.id("indicator-row").first().waitFor();
    await press("a");
    await until(openNotes, (open) => String(open) === notes[0], "the first finding is open");
    const kept = (await server.json(`/api/v1/projects/${project.id}`)).rows.flatMap((row) => row.overlays);
    assert.deepEqual(kept.filter((one) => !one.undone), [], "nothing is applied");
    const plain = notes.findIndex((note) => {
      const [id, rule] = note.split(" ");
      return rows.find((row) => row.id === id).findings.every((finding) => finding.rule !== rule || finding.suggestion.length === 0);
    });
    for (let step = 0; step < plain; ++step) await press("n");
    await until(openNotes, (open) => String(open) === notes[plain], "one without a suggestion");
    await press("a");
    await until(() => page.id("notice").allInnerTexts(), (said) => /没有可采纳的建议/.test(String(said)), "it says so");
    assert.deepEqual(await openNotes(), [notes[plain]], "and stays");
    assert.equal(await page.id("overlay").count(), 0);
  });

  await t.test("y unfolds why, and folds it again; of the next finding it is folded", async () => {
    const why = () => page.locator("[data-testid=finding].open [data-testid=why]").getAttribute("aria-expanded");
    await press("y");
    await until(why, (open) => open === "true", "unfolded");
    await press("y");
    await until(why, (open) => open === "false", "folded");
    await press("y");
    await press("n");
    await until(why, (open) => open === "false", "the next one's is folded");
  });

  await t.test("a applies the open finding and opens the next, u takes it back", async () => {
    await page.goto(`/projects/${project.id}?year=2022`);
    await page.id("indicator-row").first().waitFor();
    const changes = (row, finding) => finding.suggestion.some((one) => one.after !== row[one.field === "level3" ? "name" : one.field]);
    const place = notes.findIndex((_, index) => {
      const [id, rule] = notes[index].split(" ");
      const row = rows.find((one) => one.id === id);
      return changes(row, row.findings.find((one) => one.rule === rule));
    });
    for (let step = 0; step <= place; ++step) await press("n");
    await until(openNotes, (open) => String(open) === notes[place], "the finding");
    const [id, rule] = notes[place].split(" ");
    const before = await page.id("finding").count();
    await press("a");
    await page.id("overlay").waitFor();
    const after = await server.json(`/api/v1/indicators/${id}`);
    assert.equal(after.overlays.length, 1);
    assert.equal(after.overlays[0].rule, rule);
    assert.ok((await page.id("finding").count()) < before);
    const opened = await until(openNotes, (open) => open.length === 1 && open[0] !== notes[place], "the next finding opens");
    assert.ok(notes.slice(place + 1).includes(opened[0]) || opened[0] === notes[0], "it is one that followed");
    assert.equal(await page.id("overlay").count(), 1, "and is only shown");
    await press("u");
    await at(id, "the row it was applied to is current");
    await until(() => page.id("overlay").count(), (n) => n === 0, "taken back");
    await until(() => page.id("finding").count(), (n) => n === before, "every finding again");
  });

  await t.test("e edits, Esc gives up, Enter keeps, Ctrl+Z undoes", async () => {
    await page.goto(`/projects/${project.id}?year=2022`);
    await page.id("indicator-row").first().waitFor();
    for (let left = 4; left > 0; --left) await press("ArrowRight");
    await until(() => page.evaluate(() => document.activeElement.dataset.field), (field) => field === "measure", "the last column");
    await press("e");
    const box = page.locator("td[data-field=measure] input");
    await box.waitFor();
    await page.keyboard.type("次每年");
    await press("Escape");
    await until(() => box.count(), (n) => n === 0, "not editing");
    assert.match(page.url(), /\/projects\/\d/, "Esc leaves the cell, not the page");
    assert.equal((await server.json(`/api/v1/indicators/${rows[0].id}`)).measure, rows[0].measure);
    await press("F2");
    await box.waitFor();
    await page.keyboard.type("套");
    await press("Enter");
    await page.id("overlay").waitFor();
    assert.equal((await server.json(`/api/v1/indicators/${rows[0].id}`)).measure, "套");
    await press("Control+z");
    await until(() => page.id("overlay").count(), (n) => n === 0, "taken back");
    assert.equal((await server.json(`/api/v1/indicators/${rows[0].id}`)).measure, rows[0].measure);
  });

  await t.test("? lists the keys, Esc closes the list", async () => {
    await press("?");
    const help = page.getByRole("dialog");
    await help.waitFor();
    assert.match(await help.innerText(), /快捷键[\s\S]*下一处意见/);
    await press("Escape");
    await help.waitFor({ state: "hidden" });
    assert.match(page.url(), /\/projects\/\d/, "Esc closes the list, not the page");
  });

  await t.test("/ goes to the search and Esc back to the page; letters typed there are text", async () => {
    const before = await currentRow();
    await press("/");
    const focused = () => page.evaluate(() => document.activeElement.dataset.testid);
    await until(focused, (name) => name === "search", "the search box");
    await page.keyboard.type("jjn?");
    assert.equal(await page.id("search").inputValue(), "jjn?");
    assert.equal(await currentRow(), before);
    await press("Escape");
    await until(focused, (name) => name !== "search", "out of the search box");
    assert.match(page.url(), /\/projects\/\d/);
  });

  await t.test("s shows the row's source, Esc returns to the row", async () => {
    await press("j");
    await at(rows[1].id, "the second row");
    await press("s");
    await page.waitForURL(new RegExp(`/documents/.*line=${rows[1].line}`));
    await page.locator("[data-testid=source-line][aria-current=true]").waitFor();
    await press("Escape");
    await page.waitForURL(new RegExp(`/projects/${project.id}`));
    await at(rows[1].id, "the row it came from");
  });

  await t.test("everything the mouse can press is reached by Tab, with the focus seen", async () => {
    await page.goto(`/projects/${project.id}?year=2022`);
    await page.id("indicator-row").first().waitFor();
    await page.evaluate(() => document.activeElement.blur());
    const wanted = new Set(["search", "language", "nav-overview", "see-source", "export-xlsx", "apply-suggestion"]);
    for (let left = 120; left > 0 && wanted.size > 0; --left) {
      await press("Tab");
      const seen = await page.evaluate(() => {
        const one = document.activeElement;
        const style = getComputedStyle(one);
        const ringed = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
        return { name: one.dataset.testid, ringed };
      });
      if (wanted.delete(seen.name)) assert.ok(seen.ringed, `${seen.name} shows that it has the focus`);
    }
    assert.deepEqual([...wanted], [], "reached by Tab");
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
