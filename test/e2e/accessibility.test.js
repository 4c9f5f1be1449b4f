// axe-core finds nothing serious or critical, in the light and in the dark.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { openBrowser, openPage, screen } from "./support/browser.js";
import { sample, sampleRegion, startServer } from "./support/server.js";
import { ambitionTables, fileYears } from "./support/tables.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let server, browser, project, aside, compared, wordy;

before(async () => {
  server = await startServer();
  await server.fileSample();
  project = (await server.projectNamed("防震减灾工作经费")).id;
  wordy = (await server.json(`/api/v1/projects/${project}`)).rows.find((row) => row.kind !== "number").id;
  await fileYears(server, ambitionTables);
  compared = (await server.json("/api/v1/indicators?year=2022&limit=200&q=%E5%9F%B9%E8%AE%AD%E5%90%88%E6%A0%BC%E7%8E%87")).items.find((row) => row.agency === "甲馆");
  aside = await server.setAside("timeliness_without_time", "false_alarm", "日期由省里统一规定");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const screens = [
  ["the overview", "/overview?year=2022", async (page) => page.locator("canvas").first().waitFor()],
  ["the indicator list", "/indicators?year=2022&severity=warning", async (page) => page.id("indicator-row").first().waitFor()],
  ["the list with an open filter", "/indicators?year=2022", async (page) => {
    await page.id("indicator-row").first().waitFor();
    await page.id("filter-kind").getByRole("button").first().click();
    await page.locator(".el-popper:visible .panel").waitFor();
  }],
  ["the projects", "/projects?year=2022", async (page) => page.id("project-row").first().waitFor()],
  ["the review", "/review?year=2022", async (page) => page.id("project-row").first().waitFor()],
  ["a review with nothing left", "/review?year=2022&q=zzzz", async (page) => page.id("empty-state").waitFor()],
  ["the monitoring board", "/monitoring?year=2022&month=7", async (page) => page.id("board-row").first().waitFor()],
  ["the monitoring of a project", () => `/projects/${project}/monitoring?year=2022&month=7`, async (page) => {
    await page.id("how").first().click();
    await page.id("curve-chart").waitFor();
  }],
  ["an opinion on an indicator", () => `/projects/${project}/monitoring?year=2022&month=7`, async (page) => {
    await page.id("give-opinion").first().click();
    await page.id("opinion-form").waitFor();
  }],
  ["a table of money being tried", "/monitoring/money?year=2022", async (page) => {
    await page.id("money-file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("项目名称,预算数,执行数\n防震减灾工作经费,2,1\n") });
    await page.id("money-line").first().waitFor();
  }],
  ["a project with an open finding and an edit", () => `/projects/${project}?year=2022`, async (page) => {
    await page.id("finding").first().waitFor();
    await page.keyboard.press("n");
    await page.locator("[data-testid=finding].open").waitFor();
  }],
  ["a project with findings set aside", () => `/projects/${aside.project_id}?year=2022`, async (page) => {
    await page.id("aside-fold").first().click();
    await page.id("waiver").waitFor();
  }],
  ["a project of the queue, read in another frame", () => `/projects/${project}?year=2022&queue=all&frame=national-101`, async (page) => {
    await page.id("kind-there").first().waitFor();
    await page.id("queue-at").getByText("第").waitFor();
  }],
  ["the comparison of a target", () => `/projects/${compared.project_id}?year=2022&row=${compared.id}&compare=1`, async (page) => {
    await page.id("peer-strip").waitFor();
    await page.id("past-line").waitFor();
  }],
  ["the comparison of what is no number", () => `/projects/${project}?year=2022&row=${wordy}&compare=1`, async (page) => page.id("ambition-say").waitFor()],
  ["the question before a finding is set aside", () => `/projects/${project}?year=2022`, async (page) => {
    await page.id("finding").first().waitFor();
    await page.keyboard.press("n");
    await page.keyboard.press("w");
    await page.id("waiver-confirm").click();
    await page.getByRole("alert").waitFor();
  }],
  ["all suggestions of a rule", () => `/projects/${project}?year=2022`, async (page) => {
    await page.id("apply-all").click();
    await page.id("apply-all-confirm").waitFor();
  }],
  ["a project in a narrow window", () => `/projects/${project}?year=2022`, async (page) => {
    await page.setViewportSize({ width: 640, height: 768 });
    await page.locator("tr.notes").first().waitFor();
    await page.keyboard.press("n");
    await page.locator("[data-testid=finding].open").waitFor();
  }],
  ["a list in a narrow window, the sidebar open", "/indicators?year=2022", async (page) => {
    await page.setViewportSize({ width: 800, height: 768 });
    await page.locator(".scrolls [data-testid=indicator-row]").first().waitFor();
    await page.id("fold").click();
    await page.locator("nav .tree").waitFor();
  }],
  ["the import with its report", "/import?year=2022", async (page) => {
    await page.id("import-file").setInputFiles(sample);
    await page.id("import-region").fill(sampleRegion);
    await page.id("dry-run").click();
    await page.id("import-report").waitFor();
  }],
  ["the import of many files", "/import?year=2022", async (page) => {
    const csv = (agency, more = "") => ({ name: `${agency}.csv`, mimeType: "text/csv", buffer: Buffer.from(`${more}单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值\n${agency},甲,产出指标,数量指标,培训,≥,5\n${agency},甲,产出指标,数量指标,检查,≥,5\n`) });
    await page.id("import-file").setInputFiles([csv("甲局", "2022年项目支出绩效\n"), csv("乙局"), { name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from("89504e470d0a1a0a0000", "hex") }, csv("丙局", "2022年项目支出绩效\n")]);
    await page.id("dry-run").click();
    await page.locator("[data-testid=batch-row][data-state=read]").nth(1).waitFor();
    await page.id("answer").waitFor();
  }],
  ["the question before unfiled files are left", "/import?year=2022", async (page) => {
    await page.id("import-file").setInputFiles(sample);
    await page.id("nav-rules").click();
    await page.id("stay").waitFor();
  }],
  ["a problem", "/import?year=2022", async (page) => {
    await page.id("import-file").setInputFiles({ name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from("89504e470d0a1a0a0000", "hex") });
    await page.id("dry-run").click();
    await page.id("problem").waitFor();
  }],
  ["the rules", "/rules?year=2022", async (page) => page.id("rule-row").first().waitFor()],
  ["the page of a rule", "/rules/timeliness_without_time?year=2022", async (page) => page.id("waiver-row").waitFor()],
  ["the duplicates with a group opened", "/duplicates?year=2022", async (page) => {
    await page.id("duplicate-toggle").first().click();
    await page.id("duplicate-row").first().waitFor();
  }],
  ["duplicates that no filter leaves", "/duplicates?year=2022&words=zzzz", async (page) => page.id("no-duplicates").waitFor()],
  ["the library with an open filter", "/library?year=2022", async (page) => {
    await page.id("library-row").first().waitFor();
    await page.id("filter-layer").getByRole("button").first().click();
    await page.locator(".el-popper:visible .panel").waitFor();
  }],
  ["an entry of the library", "/library/entries/GX003?year=2022", async (page) => {
    await page.id("entry-version").first().waitFor();
    await page.id("entry-name-row").first().waitFor();
  }],
  ["a new entry that is refused", "/library/new?year=2022", async (page) => {
    await page.id("keep-entry").click();
    await page.locator("[aria-invalid=true]").waitFor();
  }],
  ["the import of a library", "/library/import?year=2022", async (page) => {
    await page.id("library-file").setInputFiles({ name: "library.csv", mimeType: "text/csv", buffer: Buffer.from("编码,指标名称,行业或类别,指标类别,计量单位,方向\nT1,龙舟彩绘片数,文化,数量,片,越大越好\nT2,龙舟艘数,文化,数量,咕,越大越好\n") });
    await page.locator("[data-testid=imported-entry][data-fate=refused]").waitFor();
  }],
  ["the matches of a year, one being looked for", "/library/matches?year=2022", async (page) => {
    await page.id("candidate").first().waitFor();
    await page.keyboard.press("e");
    await page.id("finder-words").fill("培训");
    await page.id("found-entry").first().waitFor();
  }],
  ["many matches before they are confirmed", "/library/matches?year=2022", async (page) => {
    await page.id("bulk").click();
    await page.id("bulk-row").first().waitFor();
  }],
  ["the question before a year is judged anew", "/rules?year=2022", async (page) => {
    await page.id("judge-anew").click();
    await page.id("judge-confirm").waitFor();
  }],
  ["the help", "/overview?year=2022", async (page) => {
    await page.id("kpi-indicators").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
  }],
];

for (const theme of ["light", "dark"]) {
  test(`accessible in the ${theme}`, async (t) => {
    const page = await openPage(browser, server.address, { theme });
    for (const [where, address, ready] of screens) {
      await t.test(where, async () => {
        await page.setViewportSize(screen);
        await page.goto(typeof address === "function" ? address() : address);
        await ready(page);
        // What fades in has no colour of its own until it stands.
        await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished.catch(() => {}))));
        assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), theme);
        await page.evaluate(axe);
        const { violations, passes } = await page.evaluate(() => window.axe.run(document));
        assert.ok(passes.length > 10, "axe looked at the page");
        const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
        assert.deepEqual(bad.map((one) => `${one.id} ×${one.nodes.length}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`), []);
      });
    }
  });
}
