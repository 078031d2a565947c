// The package as a package: what importing it needs, and what its files may not contain.

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

/** Names of parameters of the functions that bundlers, test runners and module loaders run the text of a module in. */
const OF_WRAPPERS = ["module", "exports", "require", "define", "global", "process", "self", "__dirname", "__filename", "import_meta"];

/** The names that the text of a module declares at its top, with `var` also inside of blocks. */
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
  /** What `var` declares in a statement that has others inside; `let`, `const` and functions stay in their blocks. */
  const inBlocks = (node) => {
    if (node === null || typeof node !== "object" || /Function|Class/.test(node.type)) return [];
    if (node.type === "VariableDeclaration") return node.kind === "var" ? names(node) : [];
    return Object.values(node).flat().flatMap(inBlocks);
  };
  return parse(text, { ecmaVersion: "latest", sourceType }).body.flatMap(names);
}

/** The text of a module with `return` in place of its exports, so that it can be the body of a function. */
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
    const education = { qualification: "Education" };
    const input = (rules) => texts.map((text) => rules.checkField("website", text, education).issue.params.input);
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

  it("declares no name at the top of a file that is a parameter where its text is run in a function", async () => {
    for (const name of SCRIPTS) {
      const text = await readFile(new URL(name, DIST), "utf8");
      const names = declared(text, name.endsWith(".cjs") ? "script" : "module");
      assert.ok(names.length > 0, name);
      assert.deepEqual(names.filter((each) => OF_WRAPPERS.includes(each)), [], name);
    }
  });

  it("is known to declare such a name, in whatever way", () => {
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

  it("works where the text of a file is run in a function with such parameters", async () => {
    const bytes = await readFile(new URL("rules.wasm", DIST));
    const works = async (rules) => {
      await rules.init?.(bytes);
      assert.equal(rules.settability("Education", { held: [] }).outcome, "allowed");
    };
    for (const name of ["index", "slim", "eligibility/index"]) {
      const esm = body(await readFile(new URL(`${name}.js`, DIST), "utf8"));
      // As values that would do harm, and as none.
      for (const value of [{ exports: {} }, undefined, "x"]) {
        await works(new Function(...OF_WRAPPERS, esm)(...OF_WRAPPERS.map(() => value)));
      }
      const module = { exports: {} };
      const text = await readFile(new URL(`${name}.cjs`, DIST), "utf8");
      new Function(...OF_WRAPPERS, text)(module, module.exports, undefined, ...OF_WRAPPERS.slice(3).map(() => "x"));
      await works(module.exports);
    }
  });

  it("needs no browser that is newer than its README says", async () => {
    const readme = await readFile(new URL("README.md", DIST), "utf8");
    const [, table] = /\| browser \|[^]*?\n\|---\|---\|---\|\n([^]*?)\n\n/.exec(readme);
    const versions = [...table.matchAll(/^\| (\w+).* \| ([\d.]+) \|$/gm)].map(([, name, version]) => `${name.toLowerCase()}${version}`);
    assert.deepEqual(versions.map((each) => each.replace(/[\d.]+/, "")), ["chrome", "firefox", "safari"]);
    // esbuild holds every property of characters for new.
    const options = { charset: "utf8", supported: { "regexp-unicode-property-escapes": true } };
    for (const name of SCRIPTS) {
      const text = await readFile(new URL(name, DIST), "utf8");
      const [now, then] = await Promise.all(["esnext", versions].map((target) => transform(text, { ...options, target })));
      assert.ok(now.code === then.code, name);
    }
  });

  it("is a module of no feature that these browsers lack", async () => {
    // Chrome 75, Firefox 79 and Safari 15 have them all.
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

  it("has nothing that is there for tests alone", async () => {
    for (const name of (await readdir(DIST, { recursive: true })).filter((name) => /\.(c?js|d\.c?ts)$/.test(name))) {
      assert.doesNotMatch(await readFile(new URL(name, DIST), "utf8"), /__trap|\btrap\b *\(/, name);
    }
    const exports = WebAssembly.Module.exports(new WebAssembly.Module(await readFile(new URL("rules.wasm", DIST))));
    const names = exports.map(({ name }) => name);
    assert.ok(names.includes("settability"));
    assert.deepEqual(names.filter((name) => /trap|test/i.test(name)), []);
  });

  it("awaits nothing while it is loaded, and imports nothing but the module where that is a file", async () => {
    for (const name of MODULES) {
      // The format knows no top-level await, and the platform no modules of Node.
      const { warnings, metafile } = await bundle(name, { format: "iife", platform: "browser", metafile: true });
      assert.deepEqual(warnings, []);
      const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.filter(({ external }) => external));
      const expected = { "workerd.js": ["./rules.wasm"], "edge-light.js": ["./rules.wasm?module"] }[basename(name)] ?? [];
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
