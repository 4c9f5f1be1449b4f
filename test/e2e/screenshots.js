// Photographs the application, with the sample in it, for the papers: node screenshots.js FOLDER
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { openBrowser, openPage } from "./support/browser.js";
import { startServer } from "./support/server.js";

const folder = process.argv[2];
if (!folder) throw new Error("usage: node screenshots.js FOLDER");
await mkdir(folder, { recursive: true });
const server = await startServer();
const browser = await openBrowser();
try {
  await server.fileSample();
  const { id } = await server.projectNamed("防震减灾工作经费");
  const page = await openPage(browser, server.address);
  const shoot = (name) => page.screenshot({ path: path.join(folder, name), animations: "disabled", caret: "hide" });

  await page.goto("/overview?year=2022");
  for (const canvas of await page.locator("canvas").all()) await canvas.waitFor();
  await page.waitForLoadState("networkidle");
  await shoot("overview.png");

  await page.goto(`/projects/${id}?year=2022`);
  await page.id("finding").first().waitFor();
  const open = page.locator("[data-testid=finding].open[data-rule=ratio_in_quantity]");
  for (let left = 10; left > 0 && (await open.count()) === 0; --left) await page.keyboard.press("n");
  await open.getByTestId("apply-suggestion").waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForLoadState("networkidle");
  await shoot("project.png");
} finally {
  await browser.close();
  await server.stop();
}
