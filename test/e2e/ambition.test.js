// A target beside its own past and its peers: what the dialog says, draws and lists, by key and by address.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";
import { ambitionTables, fileYears } from "./support/tables.js";

let server, browser, page, project;

before(async () => {
  server = await startServer();
  await fileYears(server, ambitionTables);
  const { items } = await server.json("/api/v1/projects?year=2022&q=甲馆");
  project = await server.json(`/api/v1/projects/${items[0].id}`);
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const rowNamed = (name) => project.rows.find((row) => row.name === name).id;
const open = (name) => page.goto(`/projects/${project.id}?year=2022&row=${rowNamed(name)}`);
const press = (key) => page.keyboard.press(key);
const said = async () => (await page.id("ambition-say").locator("p").allInnerTexts()).join("\n");
const dialog = () => page.getByRole("dialog");

async function compare(name) {
  await open(name);
  await page.locator("tr.current").waitFor();
  await press("t");
  await page.id("ambition-say").waitFor();
}

test("a target compared", async (t) => {
  await t.test("t opens it at the row, and it says where the target lies and what was done", async () => {
    await compare("培训合格率");
    assert.match(page.url(), /compare=1/);
    assert.equal(await said(), "目标 ≥ 90 % 高于 56 % 的同类（9 个项目）。\n2021 年目标 92 %，完成 93 %。");
    assert.match(await page.id("ambition-entry").innerText(), /^指标库：\S+（\S+）$/);
  });

  await t.test("the strip has a dot for every peer, the middle half, the median and the own target", async () => {
    const strip = page.id("peer-strip");
    await strip.waitFor();
    assert.equal(await strip.locator("circle").count(), 9);
    const words = await strip.locator("text").allTextContents();
    assert.deepEqual(words, ["本项目 90 %", "80", "98", "中间一半 85–95，中位数 88"]);
    const label = await strip.getAttribute("aria-label");
    assert.match(label, /高于 56 % 的同类/);
    const x = (name) => strip.locator(name).first().evaluate((one) => Number(one.getAttribute("x1")));
    assert.ok((await x(".own")) > (await x(".median")), "90 stands to the right of 88");
  });

  await t.test("the tables list the peers by value and the years, a blank apart from 0", async () => {
    const values = await page.id("peer").locator("td:last-child").allInnerTexts();
    assert.deepEqual(values, ["80", "85", "85", "85", "88", "92", "95", "95", "98"]);
    assert.deepEqual(await page.id("past-year").allInnerTexts(), ["2022本年\t90\t没有填", "2021\t92\t93", "2020\t91\t90"]);
    assert.equal(await page.id("past-line").locator(".actual circle").count(), 2);
    assert.equal(await page.id("past-line").locator(".target circle").count(), 3);
  });

  await t.test("the address alone opens it again", async () => {
    await page.reload();
    await page.id("ambition-say").waitFor();
    assert.match(await said(), /高于 56 %/);
  });

  await t.test("Esc closes it and is back at the row; then Esc closes the finding, and leaves", async () => {
    await press("Escape");
    await dialog().waitFor({ state: "hidden" });
    await until(() => page.url(), (url) => !url.includes("compare"), "the address says so");
    assert.equal(await page.evaluate(() => document.activeElement.closest("tr")?.dataset.id), rowNamed("培训合格率"));
    await press("Escape");
    await until(() => page.locator("[data-testid=finding].open").count(), (n) => n === 0, "the finding of the row is closed next");
    await press("Escape");
    await page.waitForURL(/\/projects\?/);
  });

  await t.test("of a ceiling lower is stricter", async () => {
    await compare("人均培训费");
    assert.equal(await said(), "这里越低越严。目标 ≤ 300 元，0 % 的同类（9 个项目）定得比它低。\n2021 年目标 320 元，没有填完成值。");
  });

  await t.test("too few peers are listed and not drawn", async () => {
    await compare("学员满意度");
    assert.equal(await said(), "本年同类只有 1 条，不到 8 条，看不出高低。\n本单位往年没有这项指标，没有自己的过去可比。");
    assert.equal(await page.id("peer").count(), 1);
    assert.equal(await page.id("peer-strip").count(), 0);
    assert.equal(await page.id("past-year").count(), 0);
  });

  await t.test("a target that is no number has nothing to compare with, and it says why", async () => {
    await compare("制度建设");
    assert.match(await said(), /^指标值“健全”是等级，不是数，没有什么可对比的。/);
    assert.equal(await page.id("peer-strip").count() + (await page.id("peers").count()) + (await page.id("past").count()), 0);
    await compare("办结时间");
    assert.equal(await said(), "指标值“3”是时长，只有数值能与往年和同类对比。");
  });

  await t.test("a peer leads to its row, and the history back to the comparison", async () => {
    await compare("培训合格率");
    await page.id("peer").first().getByRole("link").click();
    await page.waitForURL(new RegExp(`/projects/(?!${project.id}\\b)\\d+`));
    await dialog().waitFor({ state: "hidden" });
    await page.locator("tr.current").waitFor();
    const row = await page.locator("tr.current").getAttribute("data-id");
    const held = await server.json(`/api/v1/indicators/${row}`);
    assert.deepEqual([held.agency, held.name, held.target], ["乙馆", "培训合格率", "80"]);
    await page.goBack();
    await page.id("ambition-say").waitFor();
  });

  await t.test("the mouse has a button in the head, in an open note and in a row without notes", async () => {
    await open("培训合格率");
    await page.id("compare").click();
    await page.id("ambition-say").waitFor();
    await press("Escape");
    await dialog().waitFor({ state: "hidden" });
    const bare = project.rows.find((row) => row.findings.length === 0);
    await page.locator(`tr[data-id="${bare.id}"] td[data-field=level3]`).click();
    await page.id("compare-row").click();
    await page.id("ambition-say").waitFor();
    assert.match(page.url(), new RegExp(`row=${bare.id}`));
    await press("Escape");
    await dialog().waitFor({ state: "hidden" });
    const noted = project.rows.find((row) => row.findings.some((one) => one.field !== "project"));
    await page.goto(`/projects/${project.id}?year=2022`);
    await page.locator(`tr[data-id="${noted.id}"] [data-testid=finding] button`).first().click();
    await page.locator(`tr[data-id="${noted.id}"]`).getByTestId("compare-note").click();
    await page.id("ambition-say").waitFor();
    assert.match(page.url(), new RegExp(`row=${noted.id}`));
  });

  await t.test("the list of indicators exports it for all that its agency and project leave", async () => {
    const { items } = await server.json("/api/v1/agencies?year=2022");
    const agency = items.find((one) => one.name === "甲馆").id;
    await page.goto(`/indicators?year=2022&agency=${agency}`);
    await page.id("indicator-row").first().waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-ambition").click()]);
    assert.equal(download.suggestedFilename(), "目标对比-2022.csv");
    const lines = (await readFile(await download.path(), "utf8")).replace(/^\ufeff/, "").trim().split(/\r?\n/);
    assert.match(lines[0], /^year,agency,project,/);
    assert.equal(lines.length, 4, "a row without a number is not in it");
    assert.ok(lines.slice(1).every((line) => line.includes("甲馆")));
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
