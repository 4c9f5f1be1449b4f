// What is known to be wrong in the sample is found with its clause, and its fix is applied and taken back in the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, until } from "./support/browser.js";
import { startServer } from "./support/server.js";

/** Each row's name and target, the rule that must speak, the clause it goes by, what the row says once the fix is applied (null: only a person can mend it). */
const defects = [
  { name: "国防物资采购金额", rule: "cost_without_ceiling", clause: "101号 成本指标", mended: { comparator: "<=" } },
  { name: "发放对象符合率", rule: "qualitative_with_number", clause: "101号", mended: { comparator: "=", target: "100", measure: "%" } },
  { name: "提升了**认知度", rule: "placeholder_left", clause: "88号", mended: null },
  { name: "国防科技潜力调查对象覆盖率", rule: "measure_conflicts_with_name", clause: "88号", mended: { name: "国防科技潜力调查对象覆盖率(%)" } },
  { name: "省级级人才", rule: "name_typo_suspected", clause: "88号", mended: { name: "省级人才项目评审答辩培训场次" } },
  { name: "抗震设防要求监管与服务", rule: "quantifiable_left_qualitative", clause: "101号", mended: { comparator: "=", target: "100", measure: "%" } },
  { name: "设备故障反馈及时性", rule: "quantifiable_left_qualitative", clause: "101号", mended: { comparator: "<=", target: "6", measure: "小时" } },
];

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

const rowNow = (id) => server.json(`/api/v1/indicators/${id}`);

for (const { name, rule, clause, mended } of defects) {
  test(`${rule} on ${name}`, async () => {
    const list = await server.json(`/api/v1/indicators?year=2022&limit=200&rule=${rule}`);
    const row = list.items.find((item) => item.name.startsWith(name));
    assert.ok(row, "the rule speaks of the row");
    await page.goto(`/projects/${row.project_id}?year=2022`);
    const note = page.locator(`tr[data-id="${row.id}"] [data-testid=finding][data-rule=${rule}]`);
    await note.waitFor();
    if (await note.locator(".body").count() === 0) await note.locator(".title").click();
    await note.getByRole("button", { name: "依据" }).click();
    assert.ok((await note.getByTestId("clause").innerText()).includes(clause), "its clause");
    assert.equal(await note.getByTestId("fix").innerText(), row.findings.find((one) => one.rule === rule).fix, "and how to fix it");
    if (mended === null) {
      assert.equal(await note.getByTestId("apply-suggestion").count(), 0, "nobody but a person knows what belongs there");
      return;
    }
    await note.getByTestId("apply-suggestion").click();
    await until(() => note.count(), (n) => n === 0, "the finding is gone");
    const after = await rowNow(row.id);
    for (const [field, value] of Object.entries(mended)) assert.equal(after[field], value, field);
    await page.keyboard.press("u");
    await until(() => note.count(), (n) => n === 1, "what was filed is back");
    const back = await rowNow(row.id);
    for (const field of Object.keys(mended)) assert.equal(back[field], row[field], `${field} as filed`);
  });
}
