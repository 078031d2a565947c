// A page in Chromium that has the built package and the scripts of the tests, and can collect its garbage.

import { readFile } from "node:fs/promises";

import { chromium } from "playwright-core";

const ROOT = new URL("../../", import.meta.url);
const ORIGIN = "http://checks.test/";
const PAGE = `<!doctype html><script type="importmap">{"imports":{"partner-center-rules":"/pkg/dist/index.js"}}</script>`;

/** @returns {Promise<{ page: import("playwright-core").Page, close: () => Promise<void> }>} */
export async function openPage() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--js-flags=--expose-gc"],
  });
  const page = await browser.newPage();
  await page.route(`${ORIGIN}**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === "/") return route.fulfill({ contentType: "text/html", body: PAGE });
    try {
      const body = await readFile(new URL(`.${path}`, ROOT), "utf8");
      return await route.fulfill({ contentType: "text/javascript", body });
    } catch {
      return route.fulfill({ status: 404, body: "" });
    }
  });
  page.on("console", (message) => console.log(`Chromium: ${message.text()}`));
  await page.goto(ORIGIN);
  return { page, close: () => browser.close() };
}
