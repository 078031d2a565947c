// Starts a browser and the portal, serves the package by its public name, and collects the errors of a page.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Starts Chromium: the one that CHROMIUM names, or Debian's. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
}

/**
 * Serves the portal on a free port, by the program that XTASK names or by cargo.
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export async function startPortal() {
  const [program, ...task] = process.env.XTASK === undefined ? ["cargo", "xtask"] : [process.env.XTASK];
  const server = spawn(program, [...task, "portal", "--port", "0"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaint = "";
  server.stderr.setEncoding("utf8").on("data", (text) => (complaint += text));
  const exited = once(server, "exit");
  const [address] = await Promise.race([
    once(createInterface({ input: server.stdout }), "line"),
    exited.then(([code]) => {
      throw new Error(`the portal stopped with code ${code} before it printed its address: ${complaint}`);
    }),
  ]);
  return {
    origin: new URL(address.match(/http:\S+/)[0]).origin,
    async stop() {
      server.kill("SIGINT");
      await exited;
    },
  };
}

// Browsers accept an import map only inline.
const IMPORT_MAP = JSON.stringify({ imports: { "partner-center-rules": "/pkg/index.js" } });
const IMPORT_MAP_HASH = `'sha256-${createHash("sha256").update(IMPORT_MAP).digest("base64")}'`;

/**
 * Serves a page at `/package` that can import the package by its public name. Its policy is the portal's, plus the import map.
 * `change` may change the policy.
 */
export async function servePackage(page, origin, change = (policy) => policy) {
  const { headers } = await fetch(origin);
  const policy = change(headers.get("content-security-policy").replace("script-src 'self'", `$& ${IMPORT_MAP_HASH}`));
  await page.route(`${origin}/package`, (route) =>
    route.fulfill({
      headers: { "content-type": "text/html", "content-security-policy": policy },
      body: `<!doctype html><html lang="en"><title>The package</title><link rel="icon" href="/favicon.svg"><script type="importmap">${IMPORT_MAP}</script></html>`,
    }),
  );
  await page.route(`${origin}/pkg/**`, async (route) => {
    const body = await readFile(`${ROOT}pkg/dist/${new URL(route.request().url()).pathname.slice("/pkg/".length)}`);
    await route.fulfill({ contentType: "text/javascript", body });
  });
}

// Browsers report error responses of the service in the console. They are not errors of the page.
const isAnswer = (address) => /^\/(v1|sandbox)\//.test(new URL(address, "http://localhost").pathname);
const isAboutAnswer = (message) =>
  isAnswer(message.location().url) && message.text().startsWith("Failed to load resource: the server responded");

/**
 * Opens a page and collects what must not happen in it: errors in the console, uncaught exceptions, violations of the
 * content security policy, requests that fail and requests to other origins.
 * `prepare` is called before the page is loaded.
 * @returns {Promise<{ page: import("playwright-core").Page, problems: string[] }>}
 */
export async function openPage(browser, url, { prepare = async () => {}, ...options } = {}) {
  const page = await browser.newPage(options);
  await prepare(page);
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !isAboutAnswer(message))
      problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()} (${request.failure()?.errorText})`));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(url).origin) problems.push(`elsewhere: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !isAnswer(response.url()))
      problems.push(`answer ${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction("reportViolation", (violation) => problems.push(`policy: ${violation}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      window.reportViolation(`${effectiveDirective} refuses ${blockedURI}`);
    });
  });
  await page.goto(url);
  return { page, problems };
}
