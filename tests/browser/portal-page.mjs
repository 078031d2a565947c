// Opens the portal for a test, and fails the test when the page reports anything.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { openPage, startBrowser, startPortal } from "./harness.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let portal;

before(async () => {
  // One after the other: a browser that is left open when the portal does not start would keep the tests from ending.
  portal = await startPortal();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await portal?.stop();
});

/**
 * A test of the portal, in a page of its own. The sandbox begins anew, with its own data or with those of `data`. Only
 * with `sends` may the page send anything; what it has sent is given to the test, and so are the problems up to then.
 */
export function portalTest(name, { width = 1280, height = 900, data, sends = false, ...options }, body) {
  test(name, async () => {
    await sandbox(data === undefined ? "DELETE" : "PUT", "/data", data);
    const { page, problems, sent } = await open({ width, height }, options);
    try {
      if (options.javaScriptEnabled !== false) await isRead(page);
      await body(page, { problems, sent });
      assert.deepEqual(problems, []);
      if (!sends) assert.deepEqual(sent, []);
    } finally {
      await page.close();
    }
  });
}

/** A test of a portal that something is wrong with: `spoil` is called before the page is loaded. */
export function spoiltPortalTest(name, spoil, body) {
  test(name, async () => {
    await sandbox("DELETE", "/data");
    const { page, problems, sent } = await open({ width: 1280, height: 900 }, {});
    try {
      await page.goto("about:blank");
      problems.length = 0;
      await spoil(page);
      await page.goto(`${portal.origin}/`);
      await body(page, { problems, sent });
    } finally {
      await page.close();
    }
  });
}

async function open(viewport, options) {
  const { page, problems } = await openPage(browser, `${portal.origin}/`, { viewport, ...options });
  const sent = [];
  page.setDefaultTimeout(10_000);
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.method() === "GET") return;
    const { pathname, search } = new URL(request.url());
    sent.push({
      method: request.method(),
      path: pathname + search,
      requestId: request.headers()["ms-requestid"],
      body: request.postData(),
    });
  });
  return { page, problems, sent };
}

/** Waits until everything that the page reads when it opens has been read. */
export async function isRead(page) {
  await page.getByRole("table", { name: "Sample customers" }).waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
}

/** Asks the sandbox for something of its own, behind the page's back. */
export async function sandbox(method, path, value) {
  const response = await fetch(`${portal.origin}/sandbox${path}`, {
    method,
    headers: { "Content-Type": "application/json" },
    body: value && JSON.stringify(value),
  });
  assert.ok(response.ok, `${method} /sandbox${path}: ${await response.text()}`);
}

export const newCaller = () => ({ requestId: crypto.randomUUID(), correlationId: crypto.randomUUID() });

/** Asks the service, behind the page's back. */
export async function service(request) {
  const response = await fetch(portal.origin + request.path, request);
  return { httpStatus: response.status, body: await response.text() };
}

/** A message as the page shows it: values stand between backticks in the package, and as code on the page. */
export function shown(message) {
  return message.replaceAll("`", "");
}

/** The parts of the page, as they are called. */
export const area = (page, name) => page.getByRole("region", { name, exact: true });
export const matrix = (page) =>
  area(page, "Customers").getByRole("table", { name: /^By transaction and offer segment/ });
export const radio = (page, name) => area(page, "Set a qualification").getByRole("radio", { name, exact: true });
export const choose = (within, name) => within.getByRole("button", { name, exact: true }).click();
export const check = (page) => choose(page, "Check the update");

/** What stands beside the fields as wrong, in their order. */
export const errors = (page) =>
  area(page, "Set a qualification").locator("form .issue--error .sentence").allInnerTexts();

/** What is read to those who cannot see it when the focus comes to a control. */
export const description = (locator) =>
  locator.evaluate((node) =>
    (node.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? `nothing has the id ${id}`)
      .join(" "),
  );

/** Fails where axe finds anything, on the page or in a part of it. */
export async function passesAxe(page, state, part) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((part) => globalThis.axe.run(...(part ? [part] : [])), part);
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
  );
  assert.deepEqual(found, [], state);
}

/** Fails where the page is wider than its window. */
export async function fits(page, state) {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), state);
}

/** Gives what has been announced since, when it has settled. */
export async function listen(page) {
  await page.evaluate(() => {
    const region = document.getElementById("announcer");
    globalThis.announced = [];
    new MutationObserver(() => globalThis.announced.push(region.innerText.trim())).observe(region, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  return async () => {
    await page.waitForTimeout(700);
    return page.evaluate(() => globalThis.announced.splice(0));
  };
}

export async function judge(page, httpStatus, body) {
  await page.getByLabel("HTTP status").fill(String(httpStatus));
  await page.getByLabel("Body").fill(body);
  return area(page, "Judge an answer");
}

export async function sees(locator, ...texts) {
  const text = await locator.innerText();
  for (const expected of texts) assert.ok(text.includes(expected), `“${expected}” is missing in:\n${text}`);
}

export async function seesNot(locator, ...texts) {
  const text = await locator.innerText();
  for (const unexpected of texts) assert.ok(!text.includes(unexpected), `“${unexpected}” should not be in:\n${text}`);
}

export const hasFocus = (locator) => locator.evaluate((node) => node === document.activeElement);

/** A sample customer that holds nothing and is Allowed. */
export const CUSTOMER = "3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1";
