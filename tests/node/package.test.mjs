// The package as a package: what importing it needs, and what its files may not contain.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

const require = createRequire(import.meta.url);

/** Runs an action in a world that lacks some global names. */
async function without(names, action) {
  const kept = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
  for (const name of names) delete globalThis[name];
  try {
    return await action();
  } finally {
    for (const [name, descriptor] of kept) Object.defineProperty(globalThis, name, descriptor);
  }
}

describe("the package", () => {
  it("needs nothing while it is loaded, and WebAssembly on the first call", async () => {
    const names = ["TextDecoder", "TextEncoder", "WebAssembly", "atob", "fetch"];
    const { settability } = await without(names, () => import("partner-center-rules"));
    await without(["WebAssembly"], () => {
      assert.throws(() => settability("Education"), { name: "RulesError", code: "webAssemblyMissing" });
    });
    assert.equal(settability("Education", { held: [] }).outcome, "allowed");
  });

  it("reads and writes every text where there are no text coders", async () => {
    const texts = ["é😀", "\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}", "a\ud800b\udc00", "\0%41%"];
    const input = (rules) => texts.map((text) => rules.checkForm({ customerId: text }).issues[0].params.input);
    const expected = input(await import("partner-center-rules"));
    assert.equal(expected[0], "é😀");
    // Another copy of the package, which has not met a text coder yet.
    await without(["TextDecoder", "TextEncoder"], async () => {
      assert.deepEqual(input(require("partner-center-rules")), expected);
    });
  });

  it("has the same names by import and by require", async () => {
    const imported = Object.keys(await import("partner-center-rules")).filter(
      (name) => name !== "default" && name !== "module.exports",
    );
    assert.deepEqual(imported.sort(), Object.keys(require("partner-center-rules")).sort());
  });

  it("fetches nothing and does not ask where it is", async () => {
    for (const name of ["index.js", "index.cjs", "slim.js", "slim.cjs", "workerd.js", "edge-light.js"]) {
      const text = await readFile(new URL(`../../pkg/dist/${name}`, import.meta.url), "utf8");
      for (const word of ["import.meta", "fetch(", "new URL(", "require(", "eval(", "new Function"]) {
        assert.ok(!text.includes(word), `${name} contains ${word}`);
      }
    }
  });

  it("gives the files that its description names", async () => {
    const { exports } = require("partner-center-rules/package.json");
    for (const entry of [exports["."], exports["./slim"]]) {
      for (const conditions of Object.values(entry)) {
        assert.equal(Object.keys(conditions)[0], "types");
        for (const file of Object.values(conditions)) {
          await readFile(new URL(file, new URL("../../pkg/dist/", import.meta.url)));
        }
      }
    }
  });
});
