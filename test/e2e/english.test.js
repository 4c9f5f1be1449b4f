// English is complete: apart from what was filed, no Chinese is left on any screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { sample, sampleRegion, startServer } from "./support/server.js";
import { ambitionTables, fileYears } from "./support/tables.js";

let server, browser, page, filed;
const han = /[\u3400-\u9fff\u3001-\u3011\uff0c\uff1a\uff1b\uff08\uff09\uff01\uff1f]/;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(browser, server.address, { language: "en" });
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

/** Every text of the database, longest first: what may be Chinese in any language. */
async function filedTexts() {
  const texts = new Set();
  const { items } = await server.json("/api/v1/indicators?year=2022&limit=200&lang=en");
  for (const row of items) {
    for (const text of [row.agency, row.project, row.level1, row.level2, row.name, row.target, row.measure, ...Object.values(row.filed)]) texts.add(text);
    for (const finding of row.findings) for (const change of finding.suggestion) texts.add(change.after);
  }
  for (const item of (await server.json("/api/v1/projects?year=2022&limit=200")).items) for (const text of [item.name, item.title, item.programme]) texts.add(text);
  for (const item of (await server.json("/api/v1/imports?year=2022")).items) texts.add(item.name);
  // Regulations are cited as they are named; a pack carries its own title.
  const { packs, items: rules } = await server.json("/api/v1/rules?year=2022&lang=en");
  for (const pack of packs) texts.add(pack.title);
  // So is a frame, after the regulation it comes from, and its kinds are called what they are there.
  for (const frame of (await server.json(`/api/v1/projects/${items[0].project_id}`)).frames) for (const text of [frame.title, frame.source]) texts.add(text);
  for (const project of new Set(items.map((row) => row.project_id))) {
    for (const { kinds } of (await server.json(`/api/v1/projects/${project}`)).frames) for (const kind of kinds) for (const text of [kind?.level1, kind?.level2]) texts.add(text);
  }
  for (const rule of rules) texts.add(rule.clause);
  // The library's entries are in the language of their office, and so are the words of the regulation.
  const library = await server.json("/api/v1/library?limit=200&lang=en");
  for (const one of library.sectors) texts.add(one.name);
  for (const one of library.levels) for (const text of [one.level1, one.level2]) texts.add(text);
  for (let page = library; ; page = await server.json(`/api/v1/library?limit=200&cursor=${page.next}`)) {
    for (const one of page.items) for (const text of [one.name, ...one.aliases, one.measure, one.meaning, one.formula, one.source, one.evidence, one.method, ...one.targets]) texts.add(text);
    if (page.next === null) break;
  }
  for (const text of ["统计部门统计", "权威机构调查", "部门统计年鉴", "部门业务统计", "部门业务记录", "部门业务评判", "问卷调查报告", "媒体舆论", "其他", "直接证明法", "情况统计法", "情况说明法", "问卷调查法", "趋势判断法"]) texts.add(text);
  return [...texts].filter((text) => text && han.test(text)).sort((a, b) => b.length - a.length);
}

/** The visible and the spoken texts of the page: text nodes, labels, titles, placeholders, the window's name. */
function shownTexts() {
  return page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      // The button that leads to the other language is written in that language.
      if (holder.closest("[data-testid=language], [data-testid=source-line] .text, [data-testid=clause], [data-testid=fix], [data-testid=rule-page], noscript, script, style")) continue;
      texts.push(walker.currentNode.data);
    }
    for (const one of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(one.getAttribute(name) ?? "");
    }
    return texts.map((text) => text.trim()).filter((text) => text !== "");
  });
}

/** What is left of a text without what was filed, what it quotes of that, and words it explains: 月 (month). */
function withoutFiled(text) {
  const without = (from, texts) => texts.reduce((left, one) => left.replaceAll(one, ""), from);
  const whole = without(text, filed.filter((one) => one.length > 4));
  const quoted = [...whole.matchAll(/["“]([^"“”]+)["”]/g)].map(([, inside]) => inside.trim()).filter((inside) => filed.some((one) => one.includes(inside)));
  const explained = without(whole, quoted).replace(/[\d\u4e00-\u9fff]+ \([A-Za-z][^()]*\)/g, "");
  return without(explained, filed);
}

async function noChinese(where) {
  const left = (await shownTexts()).filter((text) => han.test(text)).map((text) => [text, withoutFiled(text)]).filter(([, rest]) => han.test(rest));
  assert.deepEqual(left.map(([text]) => text), [], `${where} speaks English`);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
}

test("English is complete", async (t) => {
  filed = [];
  await t.test("an empty database", async () => {
    await page.goto("/");
    await page.id("empty-state").waitFor();
    await noChinese("the empty overview");
  });

  await t.test("importing", async () => {
    await page.goto("/import");
    await page.id("import-file").setInputFiles(sample);
    await page.id("import-region").fill(sampleRegion);
    await page.id("dry-run").click();
    await page.id("commit-import").click();
    await page.id("see-overview").waitFor();
    filed = await filedTexts();
    assert.ok(filed.length > 200);
    // The report quotes lines of the file, so its own sentences are looked at one by one.
    assert.doesNotMatch(await page.id("import-sentence").innerText(), han);
    for (const text of await page.locator("h1, h2, dt, th, label, .say, .form, button").allInnerTexts()) assert.doesNotMatch(withoutFiled(text).replace("中文", ""), han);
    const reasons = (await server.json(`/api/v1/imports/${(await server.json("/api/v1/imports?year=2022")).items[0].id}?lang=en`)).notes.map((note) => note.reason);
    for (const reason of reasons) assert.doesNotMatch(withoutFiled(reason), han);
  });

  for (const [where, address, ready] of [
    ["the overview", "/overview?year=2022", "kpi-indicators"],
    ["the indicator list", "/indicators?year=2022&limit=200&kind=number", "indicator-row"],
    ["an empty list", "/indicators?year=2022&q=zzzz", "empty-state"],
    ["the projects", "/projects?year=2022", "project-row"],
    ["the review", "/review?year=2022", "project-row"],
    ["a review that no filter leaves", "/review?year=2022&q=zzzz", "empty-state"],
    ["the duplicates", "/duplicates?year=2022", "duplicate-group"],
    ["duplicates that no filter leaves", "/duplicates?year=2022&words=zzzz&across=true", "no-duplicates"],
    ["the rules", "/rules?year=2022", "rule-row"],
    ["the library", "/library?year=2022", "library-row"],
    ["an entry of the library", "/library/entries/GX003?year=2022", "entry-version"],
    ["a new entry of the library", "/library/new?year=2022", "field-name"],
    ["the import of a library", "/library/import?year=2022", "import-template"],
    ["the matches of a year", "/library/matches?year=2022", "candidate"],
    ["no page", "/nothing/here", "not-found"],
  ]) {
    await t.test(where, async () => {
      await page.goto(address);
      await page.id(ready).first().waitFor();
      await noChinese(where);
    });
  }

  await t.test("a project with every finding opened", async () => {
    const { id } = await server.projectNamed("防震减灾工作经费");
    await page.goto(`/projects/${id}?year=2022`);
    const notes = page.id("finding");
    await notes.first().waitFor();
    for (let index = 0; index < (await notes.count()); ++index) {
      await notes.nth(index).getByRole("button").first().click();
      await until(() => notes.nth(index).locator(".body").count(), (n) => n === 1, "the note opens");
      await noChinese(`finding ${index + 1}`);
    }
  });

  await t.test("a project of the queue, in every frame, and its targets compared", async () => {
    const { id } = await server.projectNamed("防震减灾工作经费");
    const { rows, frames } = await server.json(`/api/v1/projects/${id}`);
    for (const frame of frames) {
      await page.goto(`/projects/${id}?year=2022&queue=all&frame=${frame.id}`);
      await page.id("indicator-row").first().waitFor();
      await until(() => page.id("queue-at").innerText(), (text) => text !== "", "the place in the queue");
      await noChinese(`a project in ${frame.id}`);
    }
    for (const row of rows) {
      await page.goto(`/projects/${id}?year=2022&row=${row.id}&compare=1`);
      await page.id("ambition-say").waitFor();
      await noChinese(`the comparison of ${row.id}`);
    }
    await fileYears(server, ambitionTables);
    const { items } = await server.json("/api/v1/indicators?year=2022&q=%E5%9F%B9%E8%AE%AD%E5%90%88%E6%A0%BC%E7%8E%87");
    filed = await filedTexts();
    for (const row of items.filter((one) => one.agency === "甲馆")) {
      await page.goto(`/projects/${row.project_id}?year=2022&row=${row.id}&compare=1`);
      await page.id("peer-strip").waitFor();
      await page.id("past-line").waitFor();
      await noChinese("a comparison with a strip and a past");
    }
  });

  await t.test("findings set aside, and a year judged anew", async () => {
    const aside = await server.setAside("timeliness_without_time", "false_alarm", "The province sets the day");
    await page.goto(`/projects/${aside.project_id}?year=2022`);
    await page.id("aside-fold").first().click();
    await page.id("waiver").waitFor();
    await noChinese("a project with findings set aside");
    await page.keyboard.press("n");
    await page.keyboard.press("w");
    await page.id("waiver-confirm").click();
    await page.getByRole("alert").waitFor();
    await noChinese("the question before a finding is set aside");
    for (const [rule, ready] of [["timeliness_without_time", "waiver-row"], ["target_empty", "no-waivers"], ["boilerplate", "no-waivers"]]) {
      await page.goto(`/rules/${rule}?year=2022`);
      await page.id(ready).waitFor();
      await noChinese(`the page of ${rule}`);
    }
    await page.goto("/rules?year=2022");
    await page.id("judge-anew").click();
    await page.id("judge-confirm").waitFor();
    await noChinese("the question before a year is judged anew");
    await page.id("judge-confirm").click();
    await page.id("judged").waitFor();
    await noChinese("a year judged anew");
  });

  await t.test("the source, the help and the pages of rules", async () => {
    const { items } = await server.json("/api/v1/indicators?year=2022&limit=1");
    await page.goto(`/documents/${items[0].document_id}?year=2022&line=${items[0].line}`);
    await page.locator("[aria-current=true]").last().waitFor();
    await noChinese("the source");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await noChinese("the help");
    for (const rule of (await server.json("/api/v1/rules?lang=en")).items) {
      const { title } = await server.json(`/api/v1/rules/${rule.id}?lang=en`);
      assert.doesNotMatch(title, han, rule.id);
    }
  });

  await t.test("the other language and back, without losing the place", async () => {
    await page.goto("/indicators?year=2022&kind=date");
    await page.id("indicator-row").first().waitFor();
    const address = page.url();
    const count = await page.id("indicator-row").count();
    await page.id("language").click();
    await page.getByText("三级指标").first().waitFor();
    assert.equal(page.url(), address);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
    await page.reload();
    await page.getByText("三级指标").first().waitFor();
    await page.id("language").click();
    await page.id("indicator-row").first().waitFor();
    await until(() => page.id("indicator-row").count(), (n) => n === count, "the same rows");
    await noChinese("the list again");
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
