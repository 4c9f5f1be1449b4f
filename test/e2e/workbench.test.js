// The review queue: worst first, worked along by keys, left and found again at the same row.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";
import { csvOf } from "./support/tables.js";

let server, browser, page, queue, total;

const clean = (year) => csvOf(year, ["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "计量单位"], [["无事局", "检查", "产出指标", "数量指标", "检查次数", "≥", 12, "次"]]);
const waiting = (items) => items.filter(({ findings }) => findings.error + findings.warning + findings.hint > 0);
const ofServer = async (more = "") => waiting((await server.json(`/api/v1/projects?year=2022&sort=findings&order=desc&limit=200${more}`)).items);

before(async () => {
  server = await startServer();
  await server.fileSample();
  await server.file("clean.csv", clean(2022), { year: 2022 });
  await setAllAside((await server.json(`/api/v1/projects?year=2022&q=${encodeURIComponent("无事局")}`)).items[0].id);
  queue = await ofServer();
  total = (await server.json("/api/v1/projects?year=2022&limit=1")).total;
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const press = (key) => page.keyboard.press(key);
const listed = () => page.id("project-row").evaluateAll((all) => all.map((row) => row.dataset.id));
const atHand = () => page.locator("tr.current").evaluateAll((all) => all.map((row) => row.dataset.id).join());
const here = () => new URL(page.url()).pathname.split("/").at(-1);
const says = (name, wanted, what) => until(() => page.id(name).innerText(), (text) => text === wanted, what);
const opened = (id) => until(async () => `${here()} ${await page.id("indicator-row").count() > 0}`, (now) => now === `${id} true`, `project ${id} is open`);

/** Sets aside every finding of a project, as its page would. */
async function setAllAside(id) {
  for (;;) {
    const { rows } = await server.json(`/api/v1/projects/${id}`);
    const row = rows.find((one) => one.findings.some((finding) => finding.waiver === null));
    if (!row) return;
    const answer = await fetch(`${server.address}/api/v1/indicators/${row.id}/waivers`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.address },
      body: JSON.stringify({ revision: row.revision, rule: row.findings.find((finding) => finding.waiver === null).rule, kind: "waived", reason: "本地口径" }),
    });
    assert.ok(answer.ok, await answer.text());
  }
}

test("the review queue", async (t) => {
  await t.test("is a place of its own: the projects with findings, worst first, and how many are left", async () => {
    assert.ok(queue.length > 5 && queue.length < total, "some wait and some do not");
    await page.goto("/overview?year=2022");
    await page.id("nav-review").click();
    await page.waitForURL(/\/review\?year=2022$/);
    await page.id("project-row").first().waitFor();
    assert.deepEqual(await listed(), queue.map((one) => one.id));
    await says("queue-left", `还有 ${queue.length} 个项目有意见`, "how many are left");
    const sum = (severity) => queue.reduce((all, one) => all + one.findings[severity], 0);
    const sums = await page.id("queue-sums").innerText();
    for (const [severity, word] of [["error", "错误"], ["warning", "警告"], ["hint", "提示"]]) {
      if (sum(severity) > 0) assert.match(sums, new RegExp(`${sum(severity)} 处${word}`));
    }
    assert.equal(await page.id("nav-review").getAttribute("aria-current"), "page");
    await page.id("see-rules").click();
    await page.id("rule-row").first().waitFor();
    await page.goBack();
    await page.id("project-row").first().waitFor();
  });

  await t.test("j, j, Enter opens the second project, which knows its place", async () => {
    await press("j");
    await press("j");
    assert.equal(await atHand(), queue[1].id);
    await press("Enter");
    await opened(queue[1].id);
    await says("queue-at", `第 2 个，共 ${queue.length} 个`, "the place");
    assert.equal(await page.id("nav-review").getAttribute("aria-current"), "page");
  });

  await t.test("] and [ and the buttons walk the queue and stop at its ends", async () => {
    await press("]");
    await opened(queue[2].id);
    await says("queue-at", `第 3 个，共 ${queue.length} 个`, "the next place");
    await press("[");
    await opened(queue[1].id);
    await page.id("queue-previous").click();
    await opened(queue[0].id);
    await until(() => page.id("queue-previous").isDisabled(), Boolean, "nothing comes before the first");
    await press("[");
    assert.equal(here(), queue[0].id);
    await page.id("queue-next").click();
    await opened(queue[1].id);
  });

  await t.test("Esc closes a finding first and then leads to the row of this project", async () => {
    await press("]");
    await opened(queue[2].id);
    await press("n");
    await page.locator("[data-testid=finding].open").waitFor();
    await press("Escape");
    await until(() => page.locator("[data-testid=finding].open").count(), (n) => n === 0, "closed");
    assert.equal(here(), queue[2].id);
    await press("Escape");
    await page.waitForURL(/\/review\?/);
    await until(atHand, (id) => id === queue[2].id, "the row it was");
    await press("j");
    await until(atHand, (id) => id === queue[3].id, "and on from there");
  });

  await t.test("the source and the rule lead back into the queue", async () => {
    await press("Enter");
    await opened(queue[3].id);
    await press("s");
    await page.waitForURL(/\/documents\//);
    await page.locator("[aria-current=true]").last().waitFor();
    await press("Escape");
    await opened(queue[3].id);
    await says("queue-at", `第 4 个，共 ${queue.length} 个`, "still in the queue");
    await press("n");
    await page.locator("[data-testid=finding].open").getByRole("link").click();
    await page.waitForURL(/\/rules\//);
    await page.id("rule-findings").waitFor();
    await press("Escape");
    await opened(queue[3].id);
    await until(() => page.locator("[data-testid=finding].open").count(), (n) => n <= 1, "the project");
    if (await page.locator("[data-testid=finding].open").count() > 0) await press("Escape");
    await press("Escape");
    await until(atHand, (id) => id === queue[3].id, "the row it was");
  });

  await t.test("filters are the queue's, and go along in the address", async () => {
    const errors = await ofServer("&severity=error");
    assert.ok(errors.length > 1 && errors.length < queue.length);
    await page.goto("/review?year=2022");
    await page.id("project-row").first().waitFor();
    await page.id("filter-severity").getByRole("button").first().click();
    await page.locator(".el-popper:visible .panel").getByRole("button", { name: "错误" }).click();
    await page.waitForURL(/severity=error/);
    await says("queue-left", `符合条件的还有 ${errors.length} 个项目`, "how many match");
    assert.deepEqual(await listed(), errors.map((one) => one.id));
    await press("j");
    await press("Enter");
    await opened(errors[0].id);
    await says("queue-at", `第 1 个，共 ${errors.length} 个`, "the place among those");
    await page.reload();
    await says("queue-at", `第 1 个，共 ${errors.length} 个`, "the same from the address alone");
    await press("]");
    await opened(errors[1].id);
    await press("Escape");
    await page.waitForURL(/\/review\?.*severity=error/);
    await until(atHand, (id) => id === errors[1].id, "the row among those");
  });

  await t.test("Enter opens the first project of a queue, and the only rule that is found by words", async () => {
    await page.goto("/review?year=2022");
    await page.id("project-row").first().waitFor();
    await press("Enter");
    await opened(queue[0].id);
    await page.goto("/review?year=2022");
    await page.id("project-row").first().waitFor();
    await page.id("filter-rule").getByRole("button").first().click();
    const box = page.locator(".el-popper:visible .panel input");
    await box.fill("写法不规范");
    await box.press("Enter");
    await page.waitForURL(/rule=spelling_not_canonical/);
  });

  await t.test("words sought here filter here", async () => {
    await page.goto("/review?year=2022");
    await page.id("project-row").first().waitFor();
    await page.id("search").fill("地震");
    await page.id("search").press("Enter");
    await page.waitForURL(/\/review\?.*q=/);
    const found = await ofServer(`&q=${encodeURIComponent("地震")}`);
    await says("queue-left", `符合条件的还有 ${found.length} 个项目`, "how many match");
    await page.goto("/review?year=2022&q=zzzz");
    await page.id("empty-state").waitFor();
    await page.getByRole("button", { name: "清除全部条件" }).last().click();
    await page.id("project-row").first().waitFor();
  });

  await t.test("a project that was worked off leaves the queue, and one goes on with the next", async () => {
    await page.goto("/review?year=2022");
    await page.id("project-row").first().waitFor();
    await press("j");
    await press("j");
    await press("Enter");
    await opened(queue[1].id);
    await setAllAside(queue[1].id);
    await page.id("language").click();
    await page.id("queue-clean").waitFor();
    await page.id("language").click();
    await says("queue-at", `第 2 个，共 ${queue.length} 个`, "its place stays while one is here");
    await press("Escape");
    await says("queue-left", `还有 ${queue.length - 1} 个项目有意见`, "one less is left");
    await until(atHand, (id) => id === queue[2].id, "the one that followed it");
    await page.goto(`/projects/${queue[1].id}?year=2022&queue=all`);
    await says("queue-at", `已不在队列里，队列还有 ${queue.length - 1} 个`, "out of the queue");
    await press("]");
    await opened(queue[0].id);
  });

  await t.test("a cell of a hundred thousand characters shows its beginning, and all of it when asked", async () => {
    const long = "检查次数".repeat(25_000);
    await server.file("long.csv", csvOf(2021, ["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "计量单位"], [["长文局", "检查", "产出指标", "数量指标", long, "≥", 12, "次"]]), { year: 2021 });
    const [one] = (await server.json("/api/v1/projects?year=2021&limit=1")).items;
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    for (const address of [`/projects/${one.id}?year=2021`, "/indicators?year=2021"]) {
      await page.goto(address);
      await page.id("unfold").first().waitFor();
      assert.ok((await height()) < 3000, `${address} is ${await height()} px tall`);
      await page.id("unfold").first().click();
      await until(height, (tall) => tall > 20_000, "unfolded");
      assert.equal(await page.id("unfold").first().innerText(), "收起");
    }
  });

  await t.test("a year in which nothing waits says what to do next; so does one without data", async () => {
    await server.file("clean.csv", clean(2019), { year: 2019 });
    const { items } = await server.json("/api/v1/projects?year=2019");
    await setAllAside(items[0].id);
    await page.goto("/review?year=2019");
    await page.id("queue-done").waitFor();
    assert.match(await page.id("queue-done").innerText(), /2019 年没有待看的意见[\s\S]*看全部项目/);
    await page.goto("/review?year=2018");
    await page.id("empty-state").waitFor();
    assert.match(await page.id("empty-state").innerText(), /2018 年还没有数据/);
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
