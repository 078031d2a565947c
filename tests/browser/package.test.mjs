// The package in Chromium, under the policy of the portal: imported by its public name, with every case.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";

import { caseFiles } from "../files.mjs";
import { openPage, servePackage, startBrowser, startPortal } from "./harness.mjs";

const RUNNER = "/tests/runner.mjs";
const MISUSE = "/tests/misuse.mjs";
const FACTS = "/tests/facts.mjs";
const files = await caseFiles();

let portal;
let browser;
let page;
let problems;

before(async () => {
  [portal, browser] = await Promise.all([startPortal(), startBrowser()]);
  const prepare = (page) => servePackage(page, portal.origin);
  ({ page, problems } = await openPage(browser, `${portal.origin}/package`, { prepare }));
  // Served to this page only, from the portal's origin, so that the policy is not relaxed for tests.
  for (const path of [RUNNER, MISUSE, FACTS]) {
    const body = await readFile(new URL(`../..${path}`, import.meta.url), "utf8");
    await page.route(`**${path}`, (route) => route.fulfill({ contentType: "text/javascript", body }));
  }
});

after(async () => {
  await browser?.close();
  await portal?.stop();
});

describe("the package in a browser", () => {
  it("is imported by its public name and decides synchronously", async () => {
    const outcome = await page.evaluate(async () => {
      const { settability } = await import("partner-center-rules");
      return settability("Education", { held: [] }).outcome;
    });
    assert.equal(outcome, "allowed");
  });

  it("has an error if the policy does not allow WebAssembly", async () => {
    const refusing = await browser.newPage();
    await servePackage(refusing, portal.origin, (policy) => policy.replace(" 'wasm-unsafe-eval'", ""));
    await refusing.goto(`${portal.origin}/package`);
    const refusal = await refusing.evaluate(async () => {
      const { settability } = await import("partner-center-rules");
      try {
        return settability("Education").outcome;
      } catch (error) {
        const { name, code, message, header } = error;
        return { isError: error instanceof Error, name, code, header, says: message.includes(`\`${header}\``) };
      }
    });
    assert.deepEqual(refusal, {
      isError: true,
      name: "RulesError",
      code: "webAssemblyForbidden",
      header: "Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'",
      says: true,
    });
    await refusing.close();
  });
});

describe("the module as a file in a browser", () => {
  /** Loads the module in a new page with the integrity string, unchanged or modified. */
  async function outcome(change) {
    const prepare = (page) => servePackage(page, portal.origin);
    const { page, problems } = await openPage(browser, `${portal.origin}/package`, { prepare });
    await page.route("**/rules.wasm", async (route) => {
      const module = await readFile(new URL("../../pkg/dist/rules.wasm", import.meta.url));
      await route.fulfill({ contentType: "application/wasm", body: change(module) });
    });
    const result = await page.evaluate(async () => {
      const { WASM_INTEGRITY, init, settability } = await import("/pkg/slim.js");
      try {
        await init(fetch("/pkg/rules.wasm", { integrity: WASM_INTEGRITY }));
      } catch (error) {
        return error.name;
      }
      return settability("Education", { held: [] }).outcome;
    });
    await page.close();
    return { result, problems };
  }

  it("is accepted unchanged", async () => {
    assert.deepEqual(await outcome((body) => body), { result: "allowed", problems: [] });
  });

  it("is refused by the browser if any bit is flipped", async () => {
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      const { result, problems } = await outcome((body) => {
        const at = Math.floor(part * (body.length - 1));
        return body.fill(body[at] ^ 1, at, at + 1);
      });
      assert.equal(result, "TypeError", `${part}`);
      assert.ok(problems.some((problem) => problem.includes("integrity")), problems.join("\n"));
    }
  });
});

describe("an argument of a wrong type in a browser", () => {
  it("never traps, and never throws anything but a TypeError that names the argument", async () => {
    const { count, failures, wrong } = await page.evaluate(async (paths) => {
      const [rules, { misuse }, { facts }] = await Promise.all(["partner-center-rules", ...paths].map((path) => import(path)));
      const wrong = facts(rules).filter(({ actual, expected }) => JSON.stringify(actual) !== JSON.stringify(expected));
      return { ...misuse(rules), wrong };
    }, [MISUSE, FACTS]);
    assert.deepEqual({ failures, wrong }, { failures: [], wrong: [] });
    assert.ok(count > 0);
  });
});

for (const file of files) {
  describe(`${file.name} in a browser`, () => {
    let results;
    before(async () => {
      results = await page.evaluate(
        async ({ runner, file }) => {
          const [rules, { run }] = await Promise.all([import("partner-center-rules"), import(runner)]);
          // An absent member and an undefined one differ, and must stay different when the result leaves the page.
          return run(rules, file).map(({ passed, actual }) => ({ passed, actual: JSON.stringify(actual) }));
        },
        { runner: RUNNER, file },
      );
    });
    for (const [index, { name, expected }] of file.cases.entries()) {
      it(name, () => {
        const { passed, actual } = results[index];
        assert.ok(passed, `expected ${JSON.stringify(expected)}, got ${actual}`);
      });
    }
  });
}

describe("the page", () => {
  it("has no error, no violation of the policy and no request to another origin", () => {
    assert.deepEqual(problems, []);
  });
});
