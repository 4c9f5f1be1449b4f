// Findings are set aside with a reason, about a row and about the project; they are listed, taken back, and come back by themselves.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { numberOf, openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

let server, browser, page, id, ofProject, ofRow, row;

const standing = (project) => project.rows.flatMap((one) => one.findings).filter((finding) => finding.waiver === null);
const readProject = () => server.json(`/api/v1/projects/${id}`);
const sum = (counts) => counts.error + counts.warning + counts.hint;

before(async () => {
  server = await startServer();
  await server.fileSample();
  // A project with something to say about it, and a row whose finding does not hang on the row's name.
  for (const item of (await server.json("/api/v1/projects?year=2022&limit=100")).items) {
    const project = await server.json(`/api/v1/projects/${item.id}`);
    ofProject = standing(project).find((finding) => finding.field === "project");
    row = project.rows.find((one) => one.findings.some((finding) => finding.rule === "timeliness_without_time"));
    ofRow = row?.findings.find((finding) => finding.rule === "timeliness_without_time");
    id = project.id;
    if (ofProject && ofRow) break;
  }
  assert.ok(ofProject && ofRow, "the sample has such a project");
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const press = (key) => page.keyboard.press(key);
const panel = () => page.id("project-notes");
const notesOfRow = () => page.locator(`tr[data-id="${row.id}"] [data-testid=finding][data-rule=${ofRow.rule}]`);
const inPanel = () => panel().locator(`[data-testid=finding][data-rule=${ofProject.rule}]`);

/** As many findings are shown as counted, here and by the server. */
async function counted(expected, what) {
  await until(() => page.id("finding").count(), (n) => n === expected, `${what}: notes`);
  const project = await readProject();
  assert.equal(sum(project.findings), expected, `${what}: the server's count`);
  assert.equal(standing(project).length, expected, `${what}: the server's findings`);
  const shown = async () => [...(await page.locator(".counts").first().innerText()).matchAll(/\d+/g)].reduce((all, [one]) => all + Number(one), 0);
  await until(shown, (n) => n === expected, `${what}: the counts under the title`);
}

async function openProject(query = "") {
  await page.goto(`/projects/${id}?year=2022${query}`);
  await page.id("indicator-row").first().waitFor();
}

test("findings are set aside", async (t) => {
  let all;
  const reason = "服务对象为内部单位，按市局口径不设。";

  await t.test("what is about the project stands at its head, and n walks through it first", async () => {
    await openProject();
    const project = await readProject();
    all = standing(project).length;
    const about = standing(project).filter((finding) => finding.field === "project");
    assert.match(await panel().innerText(), /关于本项目/);
    assert.deepEqual(await panel().getByTestId("finding").evaluateAll((notes) => notes.map((note) => note.dataset.rule)), about.map((finding) => finding.rule));
    assert.equal(await page.locator(`tr [data-testid=finding][data-rule=${ofProject.rule}]`).count(), 0, "not at the first row");
    const [head, table] = await Promise.all([panel(), page.locator("table[role=grid]")].map((one) => one.boundingBox()));
    assert.ok(head.y + head.height <= table.y, "above the table");
    await counted(all, "at first");
    for (const finding of about) {
      await press("n");
      await until(() => page.locator("[data-testid=finding].open").evaluateAll((open) => open.map((one) => one.dataset.rule).join()), (rule) => rule === finding.rule, "n walks the panel");
    }
    await press("n");
    await page.locator("tr [data-testid=finding].open").waitFor();
  });

  await t.test("one about the project: w asks, a reason is required, the count falls", async () => {
    await inPanel().getByRole("button").first().click();
    await inPanel().locator(".body").waitFor();
    await press("w");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await until(() => page.evaluate(() => document.activeElement.dataset.testid), (name) => name === "waiver-reason", "one can write at once");
    assert.match(await dialog.innerText(), new RegExp(ofProject.title));
    await press("Control+Enter");
    assert.match(await dialog.getByRole("alert").innerText(), /理由/);
    await press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await counted(all, "nothing is set aside by leaving");
    await press("w");
    await until(() => page.evaluate(() => document.activeElement.dataset.testid), (name) => name === "waiver-reason", "again");
    await page.keyboard.type(reason);
    await press("Control+Enter");
    await page.id("notice").waitFor();
    assert.match(await page.id("notice").innerText(), /已忽略/);
    await counted(all - 1, "set aside");
    assert.equal(await inPanel().count(), 0);
    const { waiver } = (await readProject()).rows[0].findings.find((finding) => finding.rule === ofProject.rule);
    assert.deepEqual([waiver.kind, waiver.reason, waiver.author], ["waived", reason, "local"]);
  });

  await t.test("it is folded away with reason, author and time, and the notice undoes it", async () => {
    const fold = panel().getByTestId("aside-fold");
    assert.match(await fold.innerText(), /已忽略 1 条/);
    await fold.click();
    assert.match(await panel().getByTestId("waiver").innerText(), new RegExp(`${ofProject.title}[\\s\\S]*${reason}[\\s\\S]*本机用户 · \\d{4}年`));
    await page.id("notice").getByRole("button", { name: "撤销" }).click();
    await counted(all, "undone");
    await inPanel().waitFor();
    await inPanel().getByTestId("waive").click();
    await page.id("recent-reasons").getByRole("button").first().click();
    assert.equal(await page.id("waiver-reason").inputValue(), reason, "what was written lately is offered");
    await page.id("waiver-confirm").click();
    await counted(all - 1, "set aside once more");
  });

  let gone;
  await t.test("one about a row, as a false alarm", async () => {
    gone = (await readProject()).rows.find((one) => one.id === row.id).findings.filter((finding) => finding.rule === ofRow.rule).length;
    await notesOfRow().first().getByRole("button").first().click();
    await notesOfRow().first().getByTestId("false-alarm").click();
    assert.ok(await page.id("kind-false_alarm").isChecked());
    await page.id("waiver-reason").fill("“按时”指每年 5 月 12 日。");
    await page.id("waiver-confirm").click();
    await counted(all - 1 - gone, "set aside");
    assert.match(await page.locator(`tr[data-id="${row.id}"]`).getByTestId("aside-fold").innerText(), /误报 1 条/);
    await page.reload();
    await counted(all - 1 - gone, "after a reload");
  });

  await t.test("the rules count both and are sorted by them", async () => {
    await page.goto("/rules?year=2022");
    const cell = (rule, kind) => page.locator(`[data-testid=rule-row][data-rule=${rule}]`).getByTestId(`rule-${kind}`);
    await page.id("rule-row").first().waitFor();
    assert.equal(await cell(ofProject.rule, "waived").innerText(), "1");
    assert.equal(await cell(ofProject.rule, "false_alarms").innerText(), "0");
    assert.equal(await cell(ofRow.rule, "false_alarms").innerText(), "1");
    await page.getByRole("columnheader", { name: "误报" }).getByRole("button").click();
    await page.waitForURL(/sort=false_alarms&order=desc/);
    await until(() => page.id("rule-row").first().getAttribute("data-rule"), (rule) => rule === ofRow.rule, "most false alarms first");
    await cell(ofRow.rule, "false_alarms").getByRole("link").click();
    await page.waitForURL(new RegExp(`/rules/${ofRow.rule}\\?.*kind=false_alarm`));
  });

  await t.test("a rule's page lists them, filters them and exports them", async () => {
    const rows = page.id("waiver-row");
    await rows.first().waitFor();
    assert.equal(await rows.count(), 1);
    assert.match(await rows.innerText(), new RegExp(`${row.name}[\\s\\S]*${row.agency}[\\s\\S]*误报[\\s\\S]*5 月 12 日[\\s\\S]*本机用户`));
    assert.equal(await numberOf(page, "rule-false-alarms"), 1);
    const { findings } = await server.json(`/api/v1/rules/${ofRow.rule}?year=2022`);
    assert.equal(await numberOf(page, "rule-findings"), findings);
    await page.id("filter-kind-waived").click();
    await page.id("no-waivers").waitFor();
    await page.id("filter-kind-all").click();
    await page.id("waiver-words").fill("5 月 没有这个词");
    await page.id("no-waivers").waitFor();
    await page.id("waiver-words").fill(`5 月 ${row.agency.slice(0, 4)}`);
    await rows.first().waitFor();
    await page.reload();
    await rows.first().waitFor();
    assert.match(await page.id("waiver-words").inputValue(), /5 月/, "the address keeps the filter");
    const [download] = await Promise.all([page.waitForEvent("download"), page.id("export-waivers").click()]);
    const csv = await readFile(await download.path(), "utf8");
    assert.equal(csv.trim().split(/\r?\n/).length, 2, "a head and a row");
    assert.match(csv, /5 月 12 日/);
    await rows.getByRole("link", { name: row.name }).click();
    await page.waitForURL(new RegExp(`/projects/${id}\\?.*row=${row.id}`));
  });

  await t.test("once the row reads otherwise, the record says that it has lapsed", async () => {
    const { revision, measure } = await server.json(`/api/v1/indicators/${row.id}`);
    const post = (path, body) => fetch(server.address + path, { method: "POST", headers: { "content-type": "application/json", origin: server.address }, body: JSON.stringify(body) });
    const edited = await post(`/api/v1/indicators/${row.id}/overlays`, { revision, changes: [{ field: "measure", after: `${measure}套` }] });
    assert.equal(edited.status, 200);
    const after = await edited.json();
    await page.goto(`/rules/${ofRow.rule}?year=2022`);
    await page.id("waiver-row").first().waitFor();
    assert.match(await page.id("lapsed").innerText(), /已失效/);
    assert.match(await page.id("waivers-shown").innerText(), /1 条已失效/);
    assert.equal(await numberOf(page, "rule-false-alarms"), 0);
    const csv = await server.text(`/api/v1/waivers?year=2022&rule=${ofRow.rule}&format=csv`);
    assert.match(csv.toString("utf8"), /,lapsed\r?\n[\s\S]*,true\r?\n/);
    assert.equal((await post(`/api/v1/overlays/${after.overlays.at(-1).id}/undo`, { revision: after.revision })).status, 200);
    await page.reload();
    await page.id("waiver-row").first().waitFor();
    assert.equal(await page.id("lapsed").count(), 0, "as it was, it holds again");
  });

  await t.test("taken back on the rule's page, it stands again", async () => {
    await page.goto(`/rules/${ofProject.rule}?year=2022`);
    await page.id("waiver-row").first().waitFor();
    const before = await numberOf(page, "rule-findings");
    assert.match(await page.id("waiver-row").innerText(), /整个项目/);
    await page.id("waiver-row").getByTestId("take-back").click();
    await until(() => numberOf(page, "rule-findings"), (n) => n === before + 1, "one finding more");
    assert.equal(await numberOf(page, "rule-waived"), 0);
    assert.match(await page.id("no-waivers").innerText(), /按 w/, "an empty list says what to do");
    await page.goto(`/rules/${ofProject.rule}?year=2022&ended=true`);
    await page.id("waiver-row").first().waitFor();
    assert.match(await page.id("waiver-row").first().innerText(), /本机用户撤回/, "the record stays");
    await openProject();
    await inPanel().waitFor();
    await counted(all - gone, "taken back");
  });

  await t.test("a cell changes, and the finding about its row comes back", async () => {
    await openProject(`&row=${row.id}`);
    assert.equal(await notesOfRow().count(), 0);
    const name = page.locator(`tr[data-id="${row.id}"] td[data-field=level3]`);
    await name.dblclick();
    await name.locator("textarea").fill(`${row.name}两次`);
    await name.locator("textarea").press("Enter");
    await page.id("overlay").waitFor();
    await until(() => notesOfRow().count(), (n) => n === gone, "it stands again");
    assert.equal(await page.locator(`tr[data-id="${row.id}"]`).getByTestId("aside").count(), 0);
    await page.locator(`tr[data-id="${row.id}"]`).getByTestId("undo").click();
    await until(() => notesOfRow().count(), (n) => n === 0, "as it was, it is set aside as it was");
    await page.locator(`tr[data-id="${row.id}"]`).getByTestId("aside-fold").click();
    await page.locator(`tr[data-id="${row.id}"]`).getByTestId("take-back").click();
    await counted(all, "everything stands again");
  });

  await t.test("the year is judged anew, and judging can be stopped", async () => {
    await page.goto("/rules?year=2022");
    await page.id("judge-anew").click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    const before = sum((await server.json("/api/v1/overview?year=2022")).findings);
    await page.id("judge-confirm").click();
    await page.id("judged").waitFor();
    const after = sum((await server.json("/api/v1/overview?year=2022")).findings);
    assert.ok(after > before, "the year as a whole has copies");
    assert.match(await dialog.innerText(), new RegExp(`由 ${before} 处变为 ${after} 处`));
    await press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.id("judge-anew").click();
    await page.id("judge-confirm").click();
    await page.id("judged").waitFor();
    assert.match(await dialog.innerText(), new RegExp(`仍是 ${after} 处`));
    await press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.route("**/api/v1/reviews*", () => {});
    await page.id("judge-anew").click();
    await page.id("judge-confirm").click();
    assert.match(await dialog.innerText(), /审核中/);
    await page.id("judge-stop").click();
    await dialog.waitFor({ state: "hidden" });
    assert.match(await page.id("notice").innerText(), /已停止/);
    await page.unroute("**/api/v1/reviews*");
  });

  await t.test("the year is judged by another pack, and keeps it", async () => {
    await page.goto("/rules?year=2022");
    await page.id("judge-anew").click();
    const dialog = page.getByRole("dialog");
    await page.id("judge-pack").selectOption("national");
    assert.match(await dialog.innerText(), /此后导入和修改也按它审核/);
    await page.id("judge-confirm").click();
    await page.id("judged").waitFor();
    await press("Escape");
    await until(() => page.locator("main").innerText(), (text) => text.includes("（national，"), "the page names the pack");
    assert.match(await page.id("judged-by").innerText(), /^2022 年于 .+ 重新审核过。$/);
    assert.equal((await server.json("/api/v1/rules?year=2022")).pack.id, "national");
    await page.id("judge-anew").click();
    assert.equal(await page.id("judge-pack").inputValue(), "national");
    await page.id("judge-pack").selectOption("zhejiang-2022");
    await page.id("judge-confirm").click();
    await page.id("judged").waitFor();
    await press("Escape");
  });

  await t.test("nowhere did the browser complain", () => assert.deepEqual(page.complaints, []));
});
