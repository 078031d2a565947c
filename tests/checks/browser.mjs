// Work that is done in Node and, at the same time, in a page in Chromium that has the built package and the scripts of the tests,
// and can collect its garbage.

import { readFile } from "node:fs/promises";

import { chromium } from "playwright-core";

const ROOT = new URL("../../", import.meta.url);
const ORIGIN = "http://checks.test/";
const BEGINS = "begins";
const PAGE = `<!doctype html><script type="importmap">{"imports":{"partner-center-rules":"/pkg/dist/index.js"}}</script>`;

/**
 * Does the work of a script in both. The script takes the package when it is loaded, and its function `work` waits for nothing.
 *
 * @param {string} script beside this one
 * @param {object} given what `work` is given, in JSON
 * @returns {Promise<{ node: object, chromium: object }>} what `work` gave
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
    // The page needs this process to be loaded, and then no more.
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
