// The package as a package: what importing it needs, and what its files may not contain.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "../../pkg/node_modules/esbuild/lib/main.js";

const require = createRequire(import.meta.url);
const DIST = new URL("../../pkg/dist/", import.meta.url);
const SCRIPTS = (await readdir(DIST, { recursive: true })).filter((name) => /\.c?js$/.test(name));
const MODULES = SCRIPTS.filter((name) => name.endsWith(".js"));

/** Bundles a program that imports a file of the package and uses nothing of it. */
function bundle(name, options) {
  const path = fileURLToPath(new URL(name, DIST));
  const resolve = ({ onResolve }) => onResolve({ filter: /^package$/ }, () => ({ path, sideEffects: true }));
  const plugins = [{ name: "package", setup: resolve }];
  const stdin = { contents: 'import "package";' };
  const external = ["*.wasm", "*.wasm?module"];
  return build({ stdin, plugins, external, bundle: true, write: false, logLevel: "silent", ...options });
}

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

  it("has no code that is made at run time, fetches nothing and does not ask where it is", async () => {
    for (const name of SCRIPTS) {
      const text = await readFile(new URL(name, DIST), "utf8");
      const found = text.match(/\b(import\.meta|new URL|new Function|(eval|fetch|require|import)\(|(process|Buffer)\.).*/g);
      assert.equal(found, null, name);
    }
  });

  it("awaits nothing while it is loaded, and imports nothing but the module where that is a file", async () => {
    for (const name of MODULES) {
      // The format knows no top-level await, and the platform no modules of Node.
      const { warnings, metafile } = await bundle(name, { format: "iife", platform: "browser", metafile: true });
      assert.deepEqual(warnings, []);
      const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.filter(({ external }) => external));
      const expected = { "workerd.js": ["./rules.wasm"], "edge-light.js": ["./rules.wasm?module"] }[name] ?? [];
      assert.deepEqual(imports.map(({ path }) => path), expected, name);
    }
  });

  it("has no side effects: importing it leaves nothing, even where its description is not believed", async () => {
    for (const name of MODULES) {
      const { outputFiles } = await bundle(name, { format: "esm", minify: true });
      const rest = outputFiles[0].text.trim();
      // What the environment has compiled beforehand is a file, which only `sideEffects` lets a bundler leave out.
      assert.match(rest, /^(import \w+ from"\.\/rules\.wasm(\?module)?";)?$/, name);
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
