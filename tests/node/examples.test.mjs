// Runs the examples in the declarations. A line `expression; // value` is an assertion.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules/slim";

import { transform } from "../../pkg/node_modules/esbuild/lib/main.js";
import { GIVEN, examples, exportedNames } from "../consumers/examples.mjs";

const bytes = await readFile(new URL("../../pkg/dist/rules.wasm", import.meta.url));
const AsyncFunction = (async () => {}).constructor;
const found = await examples();
let claims = 0;

/** Converts an example to a program. A comment that is a value becomes an assertion. */
async function program(example) {
  const code = example.replace(/^(?!const |if )(.*); \/\/ (.*)$/gm, (line, expression, value) => {
    if (!isExpression(value)) return line;
    claims += 1;
    return `assert.deepEqual(${expression}, ${value});`;
  });
  const { code: javascript } = await transform(`${GIVEN}\n{\n${code}\n}`, { loader: "ts" });
  return javascript;
}

function isExpression(text) {
  try {
    return Boolean(new Function(`return (${text});`));
  } catch {
    return false;
  }
}

describe("the examples of the declarations", async () => {
  await rules.init(bytes);
  for (const { of, code } of found) {
    it(`${of} has the documented result`, async () => {
      const run = new AsyncFunction(...Object.keys(rules), "assert", "module", await program(code));
      await run(...Object.values(rules), assert, new Uint8Array(bytes));
    });
  }

  it("exist for every export, and most state a result", async () => {
    const { values, types } = await exportedNames();
    assert.ok(found.length >= values.size + types.size, `${found.length} examples`);
    assert.ok(claims > found.length / 2, `${claims} claims`);
  });
});
