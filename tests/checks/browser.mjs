// Runs a script in Node and, at the same time, in a Chromium page with the built package, the test scripts and a callable garbage
// collector.

import { readFile } from "node:fs/promises";

import { chromium } from "playwright-core";

const ROOT = new URL("../../", import.meta.url);
const ORIGIN = "http://checks.test/";
const BEGINS = "begins";
const PAGE = `<!doctype html><script type="importmap">{"imports":{"partner-center-rules":"/pkg/dist/index.js"}}</script>`;

/**
 * Runs a script in both. The script imports the package, and its function `work` is synchronous.
 *
 * @param {string} script in this folder
 * @param {object} given the argument of `work`, in JSON
 * @returns {Promise<{ node: object, chromium: object }>} the results of `work`
 */
export async function inBoth(script, given) {
  const { work } = await import(`./${script}`);
  const { page, close } = await openPage();
  try {
    const begun = page.waitForEvent("console", (message) => message.text() === BEGINS);
    const inChromium = page.evaluate(async ({ script, given, BEGINS }) => {
      const { work } = await import(`/tests/checks/${script}`);
      console.log(BEGINS);
      return work(given);
    }, { script, given, BEGINS });
    // This process serves the page. After loading, the page runs independently.
    await Promise.race([begun, inChromium]);
    const node = work(given);
    return { node, chromium: await inChromium };
  } finally {
    await close();
  }
}

/** @returns {Promise<{ page: import("playwright-core").Page, close: () => Promise<void> }>} */
async function openPage() {
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
