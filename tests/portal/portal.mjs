// Fixtures for tests of the portal: a sandbox for each worker, and a page that fails its test if it reports an error.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { test as base, expect } from "@playwright/test";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export { expect };

/** Starts the sandbox with the built portal on a free port, or on one that it had before. */
export async function startSandbox(port = "0") {
  const program = process.env.SANDBOX ?? `${ROOT}target/debug/partner-center-sandbox`;
  const server = spawn(program, ["--port", port, "--www", `${ROOT}www/dist`], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface({ input: server.stdout }), "line");
  const exited = once(server, "exit");
  return {
    origin: line.match(/http:\/\/[^/]+/)[0],
    async stop() {
      server.kill("SIGKILL");
      await exited;
    },
  };
}

// Browsers report error responses of the service in the console. They are not errors of the page.
const isAnswer = (address) => /^\/(v1|sandbox)\//.test(new URL(address, "http://localhost").pathname);
const isAboutAnswer = (message) => isAnswer(message.location().url) && message.text().startsWith("Failed to load resource");

export const test = base.extend({
  sandbox: [
    async ({}, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
  baseURL: ({ sandbox }, use) => use(sandbox.origin),
  /** Sends a request to the sandbox's own controls, without the page. */
  control: ({ sandbox }, use) =>
    use(async (method, path, value) => {
      const headers = { "Content-Type": "application/json" };
      const response = await fetch(`${sandbox.origin}/sandbox${path}`, { method, headers, body: value && JSON.stringify(value) });
      if (!response.ok) throw new Error(`${method} /sandbox${path}: ${await response.text()}`);
    }),
  /** The errors that a test expects in its page; none by default. */
  expected: [[], { option: true }],
  problems: async ({ context, baseURL, expected }, use) => {
    const problems = [];
    const report = (problem) => expected.some((pattern) => problem.includes(pattern)) || problems.push(problem);
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !isAboutAnswer(message)) report(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => report(`uncaught: ${error.error().message}`));
    context.on("requestfailed", (request) => {
      // Leaving a page aborts its requests.
      const isLeft = request.failure()?.errorText === "net::ERR_ABORTED";
      if (!isLeft && !isAnswer(request.url())) report(`failed: ${request.url()}`);
    });
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== baseURL) report(`elsewhere: ${request.url()}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400 && !isAnswer(response.url())) report(`answer ${response.status()}: ${response.url()}`);
    });
    await context.exposeFunction("reportViolation", (violation) => void report(`policy: ${violation}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
        window.reportViolation(`${effectiveDirective} refuses ${blockedURI}`);
      });
    });
    await use(problems);
    expect(problems).toEqual([]);
  },
  page: async ({ page, baseURL, control, problems: _ }, use) => {
    await control("DELETE", "/data");
    await use(page);
    // The only storage that the runner does not clear between tests.
    if (page.url().startsWith(baseURL)) await page.evaluate(() => sessionStorage.clear());
  },
  /** Makes the page slower by a factor, until the test ends. */
  slowDown: async ({ page }, use) => {
    const session = await page.context().newCDPSession(page);
    await use((rate) => session.send("Emulation.setCPUThrottlingRate", { rate }));
    // The next test of the worker has the same page.
    await session.detach();
  },
});

/** Fails if axe finds a problem on the page, after all animations have ended. */
async function passesAxe(page, state, options) {
  await page.evaluate(async () => {
    // Animations start one frame after a click.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const ends = ({ effect }) => effect?.getComputedTiming().iterations !== Infinity;
    await Promise.allSettled(document.getAnimations().filter(ends).map(({ finished }) => finished));
  });
  if (await page.evaluate(() => !("axe" in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(async (options) => {
    // The components put elements around a dialog that pass the focus on. They never keep it.
    const { violations } = await globalThis.axe.run({ exclude: [["[data-tabster-dummy]"]] }, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`);
  }, options);
  expect(found, state).toEqual([]);
}

// A scheme changes nothing but colours.
const COLOUR_RULES = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

// The components get other colours a moment after the scheme has changed.
const isDark = () => {
  const colour = getComputedStyle(document.querySelector(".fui-FluentProvider")).getPropertyValue("--colorNeutralForeground1");
  return Number.parseInt(colour.trim().slice(1, 3), 16) > 128;
};

/** Fails if axe finds a problem on the page in light, dark or forced colours. */
export async function passesAxeInEveryScheme(page, state) {
  await passesAxe(page, `${state}, light`, {});
  for (const [name, media] of Object.entries({ dark: { colorScheme: "dark" }, "forced colours": { forcedColors: "active" } })) {
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...media });
    await expect.poll(() => page.evaluate(isDark), `${state}, ${name}`).toBe(name === "dark");
    await passesAxe(page, `${state}, ${name}`, COLOUR_RULES);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

/**
 * Fails if the page is wider than its window, or a table is wider than its section or overlaps its neighbour.
 * Retries for a moment, since the layout changes after the window is resized.
 */
export async function fits(page, state) {
  const layout = () => page.evaluate(() => {
    const box = (element) => element.getBoundingClientRect();
    const isWide = (table) => {
      const { left, right, top, bottom } = box(table);
      if (getComputedStyle(table.parentElement).overflowX !== "visible") return false;
      const area = table.closest("section");
      const others = [...table.parentElement.children].filter((other) => other !== table).map(box);
      const isUnder = (other) => other.left < right && other.right > left && other.top < bottom && other.bottom > top;
      return (area && right > box(area).right) || others.some(isUnder);
    };
    const tables = [...document.querySelectorAll("table")].filter(isWide).map((table) => table.ariaLabel ?? table.className);
    return { isWiderThanWindow: document.documentElement.scrollWidth > innerWidth, tables };
  });
  await expect.poll(layout, { message: state }).toEqual({ isWiderThanWindow: false, tables: [] });
}

/** How many customers the sandbox starts with. */
export const CUSTOMERS = 21;

/** Returns the row of a customer in the list. */
export const rowOf = (page, name) => page.getByRole("row").filter({ hasText: name });

/** Sample customers. */
export const CONTOSO = "3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1";
export const SCHOOL_OF_FINE_ART = "94e3a07c-586f-4bd2-a0f9-7e15c3d8629a";
export const SOUTHRIDGE = "e05d17b8-c4a9-4f62-9b30-d6f28a4e7178";
export const CITY_COUNCIL = "b83c4a96-f7d1-4e58-92c6-0a5b7e1f4dbc";

/** Selects a qualification for a customer and continues to the next step. */
export async function choose(page, customer, qualification) {
  await page.goto(`/customers/${customer}/set-qualification`);
  await page.getByRole("radio", { name: qualification }).check();
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Continues to the review of Education for a customer. */
export async function reviewEducation(page, customer = CONTOSO) {
  await choose(page, customer, "Education");
  await page.getByRole("combobox", { name: "Education segment" }).selectOption("K12");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "Review before submitting" }).waitFor();
}

/** Continues to the review of Government Community Cloud for a customer. */
export async function reviewGcc(page, customer = CONTOSO, code = "2041187") {
  await choose(page, customer, /GCC/);
  await page.getByRole("combobox", { name: "Validation code" }).selectOption(code);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "Review before submitting" }).waitFor();
}
