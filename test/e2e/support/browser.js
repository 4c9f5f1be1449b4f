// Debian's Chromium, headless; every page reports what the browser complained about.
import { chromium } from "playwright-core";

export const screen = { width: 1366, height: 768 };

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/** A page of its own, with nothing remembered; `complaints` collects errors of scripts and console. */
export async function openPage(browser, address, { language = "zh", theme = "light", ...more } = {}) {
  const context = await browser.newContext({
    baseURL: address, viewport: screen, locale: language === "zh" ? "zh-CN" : "en-GB", colorScheme: theme,
    acceptDownloads: true, reducedMotion: "reduce", ...more,
  });
  // Once: what the page itself remembers later must survive a reload.
  await context.addInitScript((wanted) => {
    if (localStorage.getItem("jiheng.language") === null) localStorage.setItem("jiheng.language", wanted);
  }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => {
    // A refused request is the business of the test that provokes it.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) page.complaints.push(message.text());
  });
  page.id = (name) => page.getByTestId(name);
  return page;
}

/** Waits until `get` gives what `good` accepts; otherwise fails with the last value seen. */
export async function until(get, good, what, milliseconds = 10_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const seen = await get();
    if (good(seen)) return seen;
    if (Date.now() > end) throw new Error(`${what}: after ${milliseconds} ms still ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The whole number a test id shows. */
export async function numberOf(page, name) {
  return Number((await page.id(name).innerText()).replace(/[,\s]/g, ""));
}
