// Environments that refuse the module: each refusal is an error with its own code.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";

import { another, trapping } from "../trap.mjs";

const require = createRequire(import.meta.url);
const [MAIN, SLIM] = ["partner-center-rules", "partner-center-rules/slim"];
const bytes = readFileSync(require.resolve("partner-center-rules/rules.wasm"));
const path = (name) => fileURLToPath(new URL(`../../pkg/dist/${name}`, import.meta.url));

const answer = ({ settability }) => settability("Education", { held: [] }).outcome;

/** A program that prints the result, or the error that it caught. */
const PROGRAM = `
  const { readFileSync } = require("node:fs");
  const said = (error) => [error.name, error.code, error.cause?.name].join();
  const answer = ({ settability }) => settability("Education", { held: [] }).outcome;
  const slim = require(${JSON.stringify(path("slim.cjs"))});
  try {
    console.log(answer(require(${JSON.stringify(path("index.cjs"))})));
  } catch (error) {
    console.log(said(error));
  }
  slim.init(readFileSync(${JSON.stringify(path("rules.wasm"))})).then(() => console.log(answer(slim)), (error) => console.log(said(error)));
`;

/** Runs it in a Node of its own, started by a shell. */
async function printed(start, program = PROGRAM) {
  const { stdout } = await promisify(execFile)("sh", ["-c", `${start} "$@"`, "sh", "--eval", program]);
  return stdout.trim().split("\n");
}

const NODE = `exec '${process.execPath}'`;

describe("too little memory", () => {
  it("is reported if the address space is limited", async () => {
    assert.deepEqual(await printed(`ulimit -v 8000000; ${NODE}`), new Array(2).fill("RulesError,outOfMemory,RangeError"));
  });

  it("is reported if the memory of any instance is limited", async () => {
    for (const pages of [1, 2, 4, 8, 16]) {
      assert.deepEqual(await printed(`${NODE} --wasm-max-mem-pages=${pages}`), new Array(2).fill("RulesError,outOfMemory,RangeError"), `${pages}`);
    }
  });

  it("is reported for a call that gets no more memory, and other calls succeed", async () => {
    const program = `
      const rules = require(${JSON.stringify(path("index.cjs"))});
      const large = '{"description":"' + "ä".repeat(400_000) + '"}';
      try {
        console.log(rules.readFault(404, large).description.length);
      } catch (error) {
        console.log([error.name, error.code, error.cause?.name].join());
      }
      console.log(rules.settability("Education", { held: [] }).outcome);
    `;
    assert.deepEqual(await printed(NODE, program), ["400000", "allowed"]);
    assert.deepEqual(await printed(`${NODE} --wasm-max-mem-pages=24`, program), ["RulesError,outOfMemory,RuntimeError", "allowed"]);
  });

  it("is reported for an instance that replaces another", async (context) => {
    const traps = trapping(context.mock);
    const fresh = another(require, MAIN);
    answer(fresh);
    traps.left = 1;
    assert.throws(() => answer(fresh), { code: "callFailed" });
    const text = "WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance";
    const stub = context.mock.method(WebAssembly, "Instance", refusing(RangeError, text));
    assert.throws(() => answer(fresh), { name: "RulesError", code: "outOfMemory" });
    stub.mock.restore();
    assert.equal(answer(fresh), "allowed");
  });
});

/** A mock of a constructor or function of an engine. */
function refusing(Refusal, text) {
  return function () {
    throw Refusal === undefined ? text : new Refusal(text);
  };
}

const { CompileError, LinkError } = WebAssembly;
/** SpiderMonkey's own type of error. */
class InternalError extends Error {
  name = "InternalError";
}

/** The errors of engines: where they are thrown, and the expected code. */
const REFUSALS = [
  ["Module", CompileError, "WebAssembly.Module(): Wasm code generation disallowed by embedder", "webAssemblyForbidden"],
  ["Module", CompileError, "WebAssembly.Module(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script: \"script-src https://memory.example\"", "webAssemblyForbidden"],
  ["Module", CompileError, "call to WebAssembly.Module() blocked by CSP", "webAssemblyForbidden"],
  ["Module", CompileError, "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script", "webAssemblyForbidden"],
  ["Module", EvalError, "Refused to create a WebAssembly object because 'unsafe-eval' is not an allowed source of script", "webAssemblyForbidden"],
  ["Instance", EvalError, "Refused to create a WebAssembly object because 'unsafe-eval' is not an allowed source of script", "webAssemblyForbidden"],
  ["Module", CompileError, "no", "webAssemblyForbidden"],
  ["Module", RangeError, "WebAssembly.Compile is disallowed on the main thread, if the buffer size is larger than 4KB. Use WebAssembly.compile, or compile on a worker thread.", "synchronousCompileForbidden"],
  ["Module", RangeError, "WebAssembly.Compile is disallowed on the main thread, if the buffer size is larger than 8MB. Use WebAssembly.compile, compile on a worker thread, or use the flag `--enable-features=WebAssemblyUnlimitedSyncCompilation`.", "synchronousCompileForbidden"],
  ["Instance", RangeError, "WebAssembly.Instance is disallowed on the main thread, if the buffer size is larger than 4KB. Use WebAssembly.instantiate.", "synchronousCompileForbidden"],
  ["Module", RangeError, "WebAssembly.Module(): Out of memory: wasm code commit", "outOfMemory"],
  ["Module", RangeError, "Array buffer allocation failed", "outOfMemory"],
  ["Module", CompileError, "Out of executable memory", "outOfMemory"],
  ["Module", undefined, "out of memory", "outOfMemory"],
  ["Module", InternalError, "allocation size overflow", "outOfMemory"],
  ["Instance", RangeError, "WebAssembly.Instance(): Out of memory: wasm memory", "outOfMemory"],
  ["Instance", RangeError, "Out of memory", "outOfMemory"],
  ["Instance", LinkError, "couldn't create Memory", "outOfMemory"],
  ["Instance", WebAssembly.RuntimeError, "too many memory pages", "outOfMemory"],
  ["Instance", undefined, "out of memory", "outOfMemory"],
  ["Instance", LinkError, "import object field 'f' is not a Function", "instanceRefused"],
  ["Instance", Error, "no more instances", "instanceRefused"],
  ["Module", RangeError, "Maximum call stack size exceeded", "callFailed"],
  ["Instance", InternalError, "too much recursion", "callFailed"],
];

describe("the error of an engine", () => {
  for (const [name, Refusal, text, code] of REFUSALS) {
    it(`of ${name}: ${Refusal?.name ?? "no error"}, ${text.slice(0, 60)}`, async (context) => {
      const fresh = another(require, MAIN);
      const stub = context.mock.method(WebAssembly, name, refusing(Refusal, text));
      assert.throws(() => answer(fresh), (error) => {
        assert.deepEqual([error.name, error.code, error instanceof Error], ["RulesError", code, true]);
        assert.equal(error.cause?.message ?? error.cause, text);
        return true;
      });
      stub.mock.restore();
      assert.equal(answer(fresh), "allowed");

      const slim = another(require, SLIM);
      const other = context.mock.method(WebAssembly, { Module: "compile", Instance: "instantiate" }[name], async () => refusing(Refusal, text)());
      await assert.rejects(slim.init(bytes), { name: "RulesError", code });
      other.mock.restore();
      await slim.init(bytes);
      assert.equal(answer(slim), "allowed");
    });
  }

  it("if it forbids code generation: the real error", () => {
    const module = { exports: {} };
    const context = createContext({ module, exports: module.exports }, { codeGeneration: { strings: true, wasm: false } });
    runInContext(readFileSync(path("index.cjs"), "utf8"), context);
    assert.throws(() => answer(module.exports), { name: "RulesError", code: "webAssemblyForbidden" });
  });
});

describe("a main thread that compiles only small modules synchronously", () => {
  /** Like Chromium before 115. */
  function limit(mock) {
    const { Instance, Module, compile } = WebAssembly;
    const large = new WeakSet();
    const check = (isLarge, text) => {
      if (isLarge) throw new RangeError(`${text} on the main thread, if the buffer size is larger than 4KB.`);
    };
    mock.method(WebAssembly, "Module", function (source) {
      check(source.byteLength > 4096, "WebAssembly.Compile is disallowed");
      return new Module(source);
    });
    WebAssembly.Module.customSections = Module.customSections;
    mock.method(WebAssembly, "compile", async (source) => {
      const made = await compile(source);
      if (source.byteLength > 4096) large.add(made);
      return made;
    });
    mock.method(WebAssembly, "Instance", function (module, imports) {
      check(large.has(module), "WebAssembly.Instance is disallowed");
      return new Instance(module, imports);
    });
  }

  it("refuses the module of the package, and the error names `slim`", (context) => {
    limit(context.mock);
    assert.throws(() => answer(another(require, MAIN)), (error) => {
      assert.equal(error.code, "synchronousCompileForbidden");
      assert.match(error.message, /partner-center-rules\/slim/);
      return true;
    });
  });

  it("accepts the module of `slim`, and after a trap with another `init`", async (context) => {
    const traps = trapping(context.mock);
    limit(context.mock);
    const slim = another(require, SLIM);
    await slim.init(bytes);
    assert.equal(answer(slim), "allowed");
    traps.left = 1;
    assert.throws(() => answer(slim), { code: "callFailed" });
    assert.throws(() => answer(slim), { name: "RulesError", code: "synchronousCompileForbidden" });
    const again = slim.init(bytes);
    assert.equal(slim.init(bytes), again);
    await again;
    assert.equal(answer(slim), "allowed");
  });
});

describe("the messages", () => {
  it("state where a page and where an extension allows WebAssembly", (context) => {
    context.mock.method(WebAssembly, "Module", refusing(CompileError, "blocked by CSP"));
    assert.throws(() => answer(another(require, MAIN)), ({ message }) => {
      return message.includes("Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'") && message.includes("content_security_policy.extension_pages");
    });
  });
});
