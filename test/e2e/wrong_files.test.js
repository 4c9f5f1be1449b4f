// Files that cannot be read: each is named for what it is, in both languages, and nothing is filed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage } from "./support/browser.js";
import { startServer } from "./support/server.js";

let server, browser;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) await server.stop();
});

const head = "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n";
const bytes = (text) => Buffer.from(text, "utf8");
const cases = [
  {
    name: "a picture", file: "photo.csv", where: "problem",
    content: Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.from(Uint8Array.from({ length: 4096 }, (_, index) => index % 256))]),
    zh: /^这个文件读不了\s[\s\S]*PNG 文件已损坏[\s\S]*重新/, en: /^This file cannot be read\s[\s\S]*PNG file is broken[\s\S]*again/,
  },
  { name: "a CSV without head", file: "headless.csv", where: "problem", content: bytes("甲局,乙项目,5\n丙局,丁项目,6\n"), zh: /三级指标[\s\S]*指标值/, en: /indicator|head|column/i },
  { name: "an empty file", file: "empty.csv", where: "problem", atOnce: true, content: Buffer.alloc(0), zh: /是空的[\s\S]*换/, en: /empty[\s\S]*choose/i },
  { name: "only blank lines", file: "blank.txt", where: "problem", content: bytes("\n \n\r\n"), zh: /没有/, en: /no|empty|nothing/i },
];

for (const language of ["zh", "en"]) {
  test(`unreadable files are explained (${language})`, async (t) => {
    const page = await openPage(browser, server.address, { language });
    for (const one of cases) {
      await t.test(one.name, async () => {
        await page.goto("/import");
        await page.id("import-file").setInputFiles({ name: one.file, mimeType: "text/csv", buffer: one.content });
        if (!one.atOnce) {
          await page.id("import-year").fill("2022");
          await page.id("dry-run").click();
        }
        const said = page.id(one.where);
        await said.waitFor();
        const text = await said.innerText();
        assert.match(text, one[language]);
        assert.doesNotMatch(text, /[!！]|请求有误|Bad request|代码|\bcode\b|--\w|document\.|intake\.|exception|std::|null|undefined|\{.*\}/, "no jargon, no shouting");
        if (language === "en") assert.doesNotMatch(text, /[\u4e00-\u9fff]/, "one language");
        assert.equal(await page.id("commit-import").count(), 0, "there is nothing to file");
      });
    }
    for (const [what, head, row, year, expected] of [
      ["the year", "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位", "甲局,乙项目,产出指标,数量指标,培训人数,≥,5,人", "", { zh: /预算年度/, en: /Fiscal year/ }],
      ["the agency", "项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位", "乙项目,产出指标,数量指标,培训人数,≥,5,人", "2022", { zh: /单位名称/, en: /Agency name/ }],
    ]) {
      await t.test(`what the file does not say is asked for by the field's name: ${what}`, async () => {
        await page.goto("/import");
        await page.id("import-file").setInputFiles({ name: "lacking.csv", mimeType: "text/csv", buffer: bytes(`${head}\n${row}\n`) });
        await page.id("import-year").fill(year);
        await page.id("dry-run").click();
        await page.id("problem").waitFor();
        const text = await page.id("problem").innerText();
        assert.match(text, expected[language]);
        assert.doesNotMatch(text, /--|filing\.|store\.|请求有误|Bad request/);
      });
    }
    await t.test("a row with too few cells is doubted or named, the good row is read", async () => {
      await page.goto("/import");
      await page.id("import-file").setInputFiles({
        name: "short.csv", mimeType: "text/csv",
        buffer: bytes(`${head}甲局,乙项目,产出指标,数量指标,培训人数,≥,5,人\n甲局,乙项目,产出指标\n`),
      });
      await page.id("import-year").fill("2022");
      await page.id("dry-run").click();
      await page.id("import-report").waitFor();
      const shown = async (name) => Number(await page.id(`count-${name}`).innerText());
      assert.ok((await shown("indicators")) >= 1);
      assert.ok((await shown("doubtful")) + (await shown("unread")) >= 1, "the short row is not passed over in silence");
    });
    await t.test("a region that is no code is refused before anything is sent", async () => {
      await page.goto("/import");
      await page.id("import-file").setInputFiles({ name: "good.csv", mimeType: "text/csv", buffer: bytes(`${head}甲局,乙项目,产出指标,数量指标,培训人数,≥,5,人\n`) });
      await page.id("import-region").fill("33");
      await page.id("dry-run").click();
      await page.id("import-said").waitFor();
      assert.match(await page.id("import-said").innerText(), language === "zh" ? /9 位/ : /9 digits/);
    });
    await t.test("nothing was filed, and the browser did not complain", async () => {
      assert.deepEqual((await server.json("/api/v1/meta")).years, []);
      assert.deepEqual(page.complaints, []);
    });
  });
}
