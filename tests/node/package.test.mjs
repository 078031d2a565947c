// The files of the package: what importing them needs, and what they must not contain.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { parse } from "acorn";

import { build, transform } from "../../pkg/node_modules/esbuild/lib/main.js";

const require = createRequire(import.meta.url);
const DIST = new URL("../../pkg/dist/", import.meta.url);
const WASM_OPT = fileURLToPath(new URL("../../pkg/node_modules/binaryen/bin/wasm-opt", import.meta.url));
const SCRIPTS = (await readdir(DIST, { recursive: true })).filter((name) => /\.c?js$/.test(name));
const MODULES = SCRIPTS.filter((name) => name.endsWith(".js"));

/** Parameters of the functions in which bundlers, test runners and module loaders run the text of a module. */
const OF_WRAPPERS = ["module", "exports", "require", "define", "global", "process", "self", "__dirname", "__filename", "import_meta"];

/** Returns the top-level names of a module's text, including `var` inside blocks. */
function declared(text, sourceType) {
  const names = (node) => {
    switch (node?.type) {
      case "FunctionDeclaration":
      case "ClassDeclaration":
        return names(node.id);
      case "VariableDeclaration":
        return node.declarations.flatMap(({ id }) => names(id));
      case "ImportDeclaration":
        return node.specifiers.flatMap(({ local }) => names(local));
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
        return names(node.declaration);
      case "Identifier":
        return [node.name];
      case "ObjectPattern":
        return node.properties.flatMap(({ value, argument }) => names(value ?? argument));
      case "ArrayPattern":
        return node.elements.flatMap(names);
      case "AssignmentPattern":
        return names(node.left);
      case "RestElement":
        return names(node.argument);
      default:
        return inBlocks(node);
    }
  };
  /** Returns the names of `var` inside a compound statement. `let`, `const` and functions are local to their blocks. */
  const inBlocks = (node) => {
    if (node === null || typeof node !== "object" || /Function|Class/.test(node.type)) return [];
    if (node.type === "VariableDeclaration") return node.kind === "var" ? names(node) : [];
    return Object.values(node).flat().flatMap(inBlocks);
  };
  return parse(text, { ecmaVersion: "latest", sourceType }).body.flatMap(names);
}

/** Returns the text of a module with `return` instead of its exports, to run as the body of a function. */
function body(text) {
  const list = /^export \{([^}]*)\};$/m;
  const [, names] = list.exec(text);
  const members = names.split(",").map((each) => each.trim().replace(/^(\S+) as (\S+)$/, "$2: $1"));
  return text.replace(list, `return { ${members.join(", ")} };`);
}

/** Bundles a program that imports a file of the package and uses nothing of it. */
function bundle(name, options) {
  const path = fileURLToPath(new URL(name, DIST));
  const resolve = ({ onResolve }) => onResolve({ filter: /^package$/ }, () => ({ path, sideEffects: true }));
  const plugins = [{ name: "package", setup: resolve }];
  const stdin = { contents: 'import "package";' };
  const external = ["*.wasm", "*.wasm?module"];
  return build({ stdin, plugins, external, bundle: true, write: false, logLevel: "silent", ...options });
}

/** Runs an action without some global names. */
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
  it("needs no globals to load, and WebAssembly on the first call", async () => {
    const names = ["TextDecoder", "TextEncoder", "WebAssembly", "atob", "fetch"];
    const { settability } = await without(names, () => import("partner-center-rules"));
    await without(["WebAssembly"], () => {
      assert.throws(() => settability("Education"), { name: "RulesError", code: "webAssemblyMissing" });
    });
    assert.equal(settability("Education", { held: [] }).outcome, "allowed");
  });

  it("converts every text without TextEncoder and TextDecoder", async () => {
    const texts = ["é😀", "\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}", "a\ud800b\udc00", "\0%41%"];
    const education = { qualification: "Education" };
    const input = (rules) => texts.map((text) => rules.checkField("website", text, education).issue.params.input);
    const expected = input(await import("partner-center-rules"));
    assert.equal(expected[0], "é😀");
    // Another copy of the package, which has not used TextEncoder or TextDecoder yet.
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

  it("generates no code at run time, fetches nothing and does not use its URL", async () => {
    for (const name of SCRIPTS) {
      const text = await readFile(new URL(name, DIST), "utf8");
      const found = text.match(/\b(import\.meta|new URL|new Function|(eval|fetch|require|import)\(|(process|Buffer)\.).*/g);
      assert.equal(found, null, name);
    }
  });

  it("has no top-level name that collides with the parameters of module loaders", async () => {
    for (const name of SCRIPTS) {
      const text = await readFile(new URL(name, DIST), "utf8");
      const names = declared(text, name.endsWith(".cjs") ? "script" : "module");
      assert.ok(names.length > 0, name);
      assert.deepEqual(names.filter((each) => OF_WRAPPERS.includes(each)), [], name);
    }
  });

  it("would be found to declare such a name in any way", () => {
    const declarations = [
      "var module;", "let a = 1, module = 2;", "function module() {}", "class module {}", "export const module = 1;",
      "export default function module() {}", 'import module from "x";', 'import * as module from "x";', 'import { a as module } from "x";',
      "const { a: [, module = 1] } = b;", "const { ...module } = a;", "if (a) { var module; }", "for (var module of a);",
      "try {} catch { for (;;) { var { module } = a; } }", "label: var module;",
    ];
    for (const text of declarations) assert.ok(declared(text, "module").includes("module"), text);
    const others = ["module.exports = 1;", "{ let module; }", "function a(module) { var module; }", "a = () => { var module; };", "var a = class module {};"];
    for (const text of others) assert.ok(!declared(text, "module").includes("module"), text);
  });

  it("works if the text of a file is run in a function with such parameters", async () => {
    const bytes = await readFile(new URL("rules.wasm", DIST));
    const works = async (rules) => {
      await rules.init?.(bytes);
      assert.equal(rules.settability("Education", { held: [] }).outcome, "allowed");
    };
    for (const name of ["index", "slim", "eligibility/index"]) {
      const esm = body(await readFile(new URL(`${name}.js`, DIST), "utf8"));
      // With harmful values, and with undefined.
      for (const value of [{ exports: {} }, undefined, "x"]) {
        await works(new Function(...OF_WRAPPERS, esm)(...OF_WRAPPERS.map(() => value)));
      }
      const module = { exports: {} };
      const text = await readFile(new URL(`${name}.cjs`, DIST), "utf8");
      new Function(...OF_WRAPPERS, text)(module, module.exports, undefined, ...OF_WRAPPERS.slice(3).map(() => "x"));
      await works(module.exports);
    }
  });

  it("needs no newer browser than its README states", async () => {
    const readme = await readFile(new URL("README.md", DIST), "utf8");
    const [, table] = /\| browser \|[^]*?\n\|---\|---\|---\|\n([^]*?)\n\n/.exec(readme);
    const versions = [...table.matchAll(/^\| (\w+).* \| ([\d.]+) \|$/gm)].map(([, name, version]) => `${name.toLowerCase()}${version}`);
    assert.deepEqual(versions.map((each) => each.replace(/[\d.]+/, "")), ["chrome", "firefox", "safari"]);
    // esbuild considers every Unicode property escape to be new.
    const options = { charset: "utf8", supported: { "regexp-unicode-property-escapes": true } };
    for (const name of SCRIPTS) {
      const text = await readFile(new URL(name, DIST), "utf8");
      const [now, then] = await Promise.all(["esnext", versions].map((target) => transform(text, { ...options, target })));
      assert.ok(now.code === then.code, name);
    }
  });

  it("has a module without features that these browsers lack", async () => {
    // Chrome 75, Firefox 79 and Safari 15 have all of them.
    const features = ["bulk-memory-opt", "nontrapping-float-to-int", "sign-ext"];
    for (const name of ["rules.wasm", "eligibility/rules.wasm"]) {
      const file = fileURLToPath(new URL(name, DIST));
      const validate = (features) =>
        promisify(execFile)(process.execPath, [WASM_OPT, file, "--mvp-features", ...features.map((feature) => `--enable-${feature}`)]);
      await validate(features);
      for (const needed of features) {
        await assert.rejects(validate(features.filter((feature) => feature !== needed)), /wasm-validator error/);
      }
    }
  });

  it("has no code for tests", async () => {
    for (const name of (await readdir(DIST, { recursive: true })).filter((name) => /\.(c?js|d\.c?ts)$/.test(name))) {
      assert.doesNotMatch(await readFile(new URL(name, DIST), "utf8"), /__trap|\btrap\b *\(/, name);
    }
    const exports = WebAssembly.Module.exports(new WebAssembly.Module(await readFile(new URL("rules.wasm", DIST))));
    const names = exports.map(({ name }) => name);
    assert.ok(names.includes("settability"));
    assert.deepEqual(names.filter((name) => /trap|test/i.test(name)), []);
  });

  it("loads without top-level await, and imports only the module where that is a file", async () => {
    for (const name of MODULES) {
      // The format does not allow top-level await, and the platform has no modules of Node.
      const { warnings, metafile } = await bundle(name, { format: "iife", platform: "browser", metafile: true });
      assert.deepEqual(warnings, []);
      const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.filter(({ external }) => external));
      const expected = { "workerd.js": ["./rules.wasm"], "edge-light.js": ["./rules.wasm?module"] }[basename(name)] ?? [];
      assert.deepEqual(imports.map(({ path }) => path), expected, name);
    }
  });

  it("has no side effects: an unused import is removed, even if `sideEffects` is ignored", async () => {
    for (const name of MODULES) {
      const { outputFiles } = await bundle(name, { format: "esm", minify: true });
      const rest = outputFiles[0].text.trim();
      // A module that the environment has precompiled is a file, which bundlers leave out only because of `sideEffects`.
      assert.match(rest, /^(import \w+ from"\.\/rules\.wasm(\?module)?";)?$/, name);
    }
  });

  it("contains the files that package.json names", async () => {
    const { exports } = require("partner-center-rules/package.json");
    for (const entry of [exports["."], exports["./slim"], exports["./eligibility"]]) {
      for (const conditions of Object.values(entry)) {
        assert.equal(Object.keys(conditions)[0], "types");
        for (const file of Object.values(conditions)) {
          await readFile(new URL(file, new URL("../../pkg/dist/", import.meta.url)));
        }
      }
    }
  });
});
