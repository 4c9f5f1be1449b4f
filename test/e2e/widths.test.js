// Beside Excel and on zoomed screens: names keep their room, tables scroll in their frame, pages never sideways.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

let server, browser, project, groups;

before(async () => {
  server = await startServer();
  await server.fileSample();
  project = (await server.projectNamed("防震减灾工作经费")).id;
  await server.setAside("timeliness_without_time", "false_alarm", "每年 5 月 12 日宣教，日期由省里统一规定");
  groups = (await server.json("/api/v1/duplicates?year=2022")).items.slice(0, 3).map((group) => group.rows[0].indicator_id);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

/** How far the page scrolls sideways; a headless browser's scroll bars take no room of their own. */
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const widthOf = (locator) => locator.evaluate((cell) => cell.getBoundingClientRect().width);

/** Cells whose text is wider than the cell. */
const spilt = (page, cells) => page.locator(cells).evaluateAll((all) => all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.innerText));

const screens = [
  ["the overview", () => "/overview?year=2022", "kpi-indicators"],
  ["the list", () => "/indicators?year=2022", "indicator-row"],
  ["the projects", () => "/projects?year=2022", "project-row"],
  ["the review", () => "/review?year=2022", "project-row"],
  ["the project of a queue in another frame", () => `/projects/${project}?year=2022&queue=all&frame=national-101`, "kind-there"],
  ["the project", () => `/projects/${project}?year=2022`, "indicator-row"],
  ["the monitoring board", () => "/monitoring?year=2022&month=7", "board-row"],
  ["the monitoring of a project", () => `/projects/${project}/monitoring?year=2022&month=7`, "monitored"],
  ["the import of money", () => "/monitoring/money?year=2022", "money-file"],
  ["the rules", () => "/rules?year=2022", "rule-row"],
  ["a rule", () => "/rules/timeliness_without_time?year=2022", "waiver-row"],
  ["the duplicates", () => "/duplicates?year=2022&open=" + groups.join(), "duplicate-row"],
  ["the library", () => "/library?year=2022", "library-row"],
  ["an entry of the library", () => "/library/entries/GX003?year=2022", "entry-version"],
  ["a new entry", () => "/library/new?year=2022", "field-name"],
  ["the matches", () => "/library/matches?year=2022", "candidate"],
  ["the import", () => "/import?year=2022", "import-row"],
];

for (const language of ["zh", "en"]) {
  test(`narrow windows (${language})`, async (t) => {
    const page = await openPage(browser, server.address, { language });
    for (const width of [1366, 1280, 1093, 1024, 800, 640]) {
      await page.setViewportSize({ width, height: 768 });
      for (const [where, address, ready] of screens) {
        await t.test(`${where} at ${width}`, async () => {
          await page.goto(address());
          await page.id(ready).first().waitFor({ state: ready === "money-file" ? "attached" : "visible" });
          assert.equal(await sideways(page), 0, "the page does not scroll sideways");
          assert.deepEqual(await spilt(page, "thead th, [data-testid=indicator-row] td, [data-testid=project-row] td, [data-testid=waiver-row] td, [data-testid=duplicate-group] td, tr.inside li span, [data-testid=library-row] td, [data-testid=candidate] > div"), [], "nothing runs over its cell");
          if (where === "the list") assert.ok((await widthOf(page.locator("[data-testid=indicator-row] td.name").first())) >= 180, "the name has its room");
          if (where === "the duplicates") assert.ok((await widthOf(page.id("duplicate-group").first().locator("td").first())) >= 180, "the name has its room");
          if (where === "the library") assert.ok((await widthOf(page.id("library-row").first().locator("td").nth(1))) >= 160, "the name has its room");
          if (where === "the project") assert.ok((await widthOf(page.locator("td[data-field=level3]").first())) >= 170, "the name has its room");
          if (where === "the overview") {
            const cards = await page.locator(".stack > section, .numbers > li").evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON()));
            const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
            cards.forEach((card, index) => cards.slice(index + 1).forEach((other) => assert.ok(!over(card, other), "no card lies over another")));
            for (const name of ["rules", "severity", "levels", "kinds"]) assert.ok((await widthOf(page.id(`chart-${name}`))) >= 60, `there is room for the bars of ${name}`);
          }
          if (where === "the import") for (const name of ["year", "region", "agency"]) assert.ok((await widthOf(page.id(`import-${name}`))) >= 140, `${name} can be read while typed`);
        });
      }
    }

    await t.test("findings stand under their row, as many as beside it, and are worked by the same keys", async () => {
      const notes = () => page.id("finding").evaluateAll((all) => all.map((one) => `${one.closest("[data-id]").dataset.id} ${one.dataset.rule}`));
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(`/projects/${project}?year=2022`);
      await page.id("finding").first().waitFor();
      const beside = await notes();
      await page.setViewportSize({ width: 1093, height: 768 });
      await page.locator("tr.notes").first().waitFor();
      assert.deepEqual(await notes(), beside);
      const [row, note] = await Promise.all([page.locator("tr.notes").first(), page.locator("tr:has(+ tr.notes)").first()].map((one) => one.getAttribute("data-id")));
      assert.equal(row, note, "right under its own row");
      const about = await page.id("project-notes").getByTestId("finding").count();
      for (let left = about; left >= 0; --left) await page.keyboard.press("n");
      const open = page.locator("tr.notes [data-testid=finding].open");
      await open.waitFor();
      for (let left = beside.length - about; left > 1; --left) {
        await page.keyboard.press("n");
        const [box, cell] = await Promise.all([open, page.locator("[data-current=true]")].map((one) => one.boundingBox()));
        assert.ok(cell.y >= 80 && box.y + box.height <= 768, `the cell and all of its note are in the window: ${JSON.stringify([box, cell])}`);
      }
      // Merged cells run on over the notes: every line of the table has as many columns as its head.
      const ragged = await page.locator("table[role=grid]").evaluate((table) => {
        const taken = [];
        [...table.tBodies[0].rows].forEach((line, index) => [...line.cells].forEach((cell) => {
          for (let down = 0; down < cell.rowSpan; ++down) taken[index + down] = (taken[index + down] ?? 0) + cell.colSpan;
        }));
        return taken.filter((columns) => columns !== table.tHead.rows[0].cells.length);
      });
      assert.deepEqual(ragged, []);
    });

    await t.test("the folded sidebar opens over the page, and Esc puts it away", async () => {
      await page.goto("/indicators?year=2022");
      await page.id("indicator-row").first().waitFor();
      const content = () => page.locator("main").boundingBox();
      const before = await content();
      await page.id("fold").click();
      await page.locator("nav .tree").waitFor();
      assert.deepEqual(await content(), before, "the page stays as it is");
      await page.keyboard.press("Escape");
      await until(() => page.locator("nav .tree").count(), (n) => n === 0, "put away");
      await page.id("fold").click();
      await page.id("nav-projects").click();
      await page.id("project-row").first().waitFor();
      assert.equal(await page.locator("nav .tree").count(), 0, "put away once it has led somewhere");
    });

    await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
  });
}

test("a telephone", async (t) => {
  const page = await openPage(browser, server.address);
  await page.setViewportSize({ width: 400, height: 800 });
  const narrow = [
    ["the scoring profiles", "/scoring?year=2022", "profile-row"],
    ["a scoring profile", "/scoring/profiles/national-2020?year=2022", "example"],
    ["a self-evaluation", `/projects/${project}/self-evaluation?year=2022`, "evaluation-row"],
    ["the overview", "/overview?year=2022", "kpi-indicators"],
    ["the review", "/review?year=2022", "project-row"],
    ["the rules", "/rules?year=2022", "rule-row"],
    ["the project", `/projects/${project}?year=2022`, "indicator-row"],
  ];
  for (const [where, address, ready] of narrow) {
    await t.test(`${where} at 400`, async () => {
      await page.goto(address);
      await page.id(ready).first().waitFor();
      assert.equal(await sideways(page), 0, "the page does not scroll sideways");
    });
  }
  const inside = (boxes) => boxes.filter((box) => box.width > 0 && (box.left < 0 || box.right > 400));
  const boxesOf = (places) => page.locator(places).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  await t.test("the queue shows each project and how much is found in it", async () => {
    await page.goto("/review?year=2022");
    await page.id("project-row").first().waitFor();
    assert.deepEqual(inside(await boxesOf("[data-testid=project-row] a.opens, [data-testid=project-row] .counts")), []);
  });
  await t.test("the rules stand in rows of two lines", async () => {
    await page.goto("/rules?year=2022");
    await page.id("rule-row").first().waitFor();
    assert.deepEqual((await boxesOf("[data-testid=rule-row]")).filter((box) => box.height > 80), []);
  });
  await t.test("a finding under its row can be read and answered without pushing the table aside", async () => {
    await page.goto(`/projects/${project}?year=2022`);
    await page.locator("tr.notes").first().waitFor();
    const about = await page.id("project-notes").getByTestId("finding").count();
    for (let left = about; left >= 0; --left) await page.keyboard.press("n");
    const open = "tr.notes [data-testid=finding].open";
    await page.locator(open).waitFor();
    assert.deepEqual(inside(await boxesOf(`${open}, ${open} button, ${open} p`)), []);
  });
  await t.test("in English, too, no page scrolls sideways", async () => {
    const english = await openPage(browser, server.address, { language: "en" });
    await english.setViewportSize({ width: 400, height: 800 });
    for (const [where, address, ready] of narrow.slice(3)) {
      await english.goto(address);
      await english.id(ready).first().waitFor();
      assert.equal(await sideways(english), 0, where);
    }
  });
  await t.test("name, target and value stand side by side", async () => {
    await page.goto(`/projects/${project}/self-evaluation?year=2022`);
    await page.id("evaluation-row").first().waitFor();
    const right = await page.locator("[data-cell$='-value']").first().evaluate((cell) => cell.getBoundingClientRect().right);
    assert.ok(right <= 400, `the value ends at ${right}`);
  });
});
