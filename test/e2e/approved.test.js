// A self-evaluation is held against the approved targets filed before it; a secret project in a public table is told at its head.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

const head = "单位名称,项目名称,是否涉密,一级指标,二级指标,三级指标,计算符号,指标值,计量单位";
const table = (title, rows) => Buffer.from([`2024年${title}`, head, ...rows.map((row) => `甲局,展览,${row}`)].join("\n") + "\n");
const pleased = "否,满意度指标,服务对象满意度指标,观众满意度,≥,90,%";

let server, browser, page, id;

before(async () => {
  server = await startServer();
  const approved = await server.file("批复.csv", table("项目支出绩效目标批复表", ["否,产出指标,数量指标,接待观众,≥,100,人次", pleased]));
  assert.match(JSON.stringify(approved.notices), /批复版本/);
  await server.file("自评.csv", table("项目支出绩效自评表", ["否,产出指标,数量指标,接待观众,≥,80,人次"]));
  id = (await server.json("/api/v1/projects?year=2024")).items[0].id;
  browser = await openBrowser();
  page = await openPage(browser, server.address);
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const ofRule = (rule) => `[data-testid=finding][data-rule=${rule}]`;

test("what differs from the approved targets", async (t) => {
  const note = () => page.locator(`tr ${ofRule("differs_from_approved")}`);

  await t.test("a changed target stands beside its row, what is missing at the head of the project", async () => {
    await page.goto(`/projects/${id}?year=2024`);
    await page.id("indicator-row").first().waitFor();
    await note().getByRole("button").first().click();
    await until(() => note().innerText(), (text) => /批复的是“≥ 100 人次”，这里是“≥ 80 人次”/.test(text), "what was approved");
    const missing = page.id("project-notes").locator(ofRule("differs_from_approved"));
    await missing.getByRole("button").first().click();
    await until(() => missing.innerText(), (text) => /批复的目标里有“观众满意度 ≥ 90 %”，这里没有/.test(text), "what is missing");
  });

  await t.test("the suggestion leads back to what was approved", async () => {
    assert.match(await note().innerText(), /80[\s\S]*→[\s\S]*100/);
    await note().getByTestId("apply-suggestion").click();
    await until(() => note().count(), (n) => n === 0, "the row is as approved");
    const { rows } = await server.json(`/api/v1/projects/${id}`);
    assert.equal(rows[0].target, "100");
  });
});

test("a secret project in a public table", async () => {
  await server.file("公开.csv", table("部门预算公开项目支出绩效目标表", ["是,产出指标,数量指标,接待观众,≥,100,人次", pleased.replace("否", "是")]));
  await page.goto(`/projects/${id}?year=2024`);
  await page.id("indicator-row").first().waitFor();
  const secret = page.id("project-notes").locator(ofRule("secret_in_public"));
  await secret.getByRole("button").first().click();
  await until(() => secret.innerText(), (text) => /涉密标识为“是”/.test(text), "what the table says");
});
