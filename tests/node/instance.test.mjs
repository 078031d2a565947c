// The instance of the WebAssembly module: what becomes of it when a call fails, and how a program gives the module itself.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";
import * as slim from "partner-center-rules/slim";

const require = createRequire(import.meta.url);
const bytes = await readFile(require.resolve("partner-center-rules/rules.wasm"));

/** A copy of the bytes with another one in place of its last, which is in the fingerprint. */
const ofAnotherVersion = bytes.with(-1, bytes.at(-1) ^ 1);

const answer = ({ settability }) => settability("Education", { held: [] }).outcome;
const check = ({ checkForm }) => checkForm({ customerId: "é", qualification: "Education" }, { held: [] });

describe("a call that traps", () => {
  it("is an error with a code, and the next call has a new instance", (context) => {
    const before = check(rules);
    const instances = context.mock.method(WebAssembly, "Instance");
    for (let count = 1; count <= 3; count += 1) {
      assert.throws(() => rules.__trap(), (error) => {
        assert.ok(error instanceof Error && error.cause instanceof WebAssembly.RuntimeError);
        assert.deepEqual({ name: error.name, code: error.code }, { name: "RulesError", code: "callFailed" });
        return true;
      });
      assert.equal(answer(rules), "allowed");
      assert.deepEqual(check(rules), before);
      assert.equal(instances.mock.callCount(), count);
    }
  });

  it("is contained when the stack of the caller is used up, too", () => {
    const deep = () => {
      try {
        return deep();
      } catch {
        return rules.settability("Education", { held: [{ qualification: "Éducation" }] }).outcome;
      }
    };
    try {
      deep();
    } catch (error) {
      assert.ok(error instanceof RangeError || error.code === "callFailed", String(error));
    }
    assert.equal(answer(rules), "allowed");
  });

  it("is not in the declarations", async () => {
    for (const name of ["index.d.ts", "index.d.cts", "slim.d.ts"]) {
      const text = await readFile(new URL(`../../pkg/dist/${name}`, import.meta.url), "utf8");
      assert.ok(!text.includes("__trap"), name);
    }
  });
});

describe("the module as a file", () => {
  it("is asked for until it is there", () => {
    assert.throws(() => answer(slim), { name: "RulesError", code: "initMissing" });
  });

  it("is refused when it is something else, and then the right one is still taken", async () => {
    const refused = { name: "TypeError", message: /^source must be / };
    for (const wrong of [undefined, null, 3, "rules.wasm", {}, [], new Uint8Array(8), bytes.subarray(1), { arrayBuffer: () => 3 }]) {
      await assert.rejects(slim.init(wrong), refused);
    }
    await assert.rejects(slim.init(Promise.reject(new Error("offline"))), { message: "offline" });
    await assert.rejects(slim.init(new Response("not found", { status: 404 })), refused);
    await assert.rejects(slim.init(ofAnotherVersion), { name: "RulesError", code: "moduleMismatch" });
    assert.throws(() => answer(slim), { code: "initMissing" });
  });

  it("is taken once, whoever gives it, and however often", async () => {
    const compile = WebAssembly.compile;
    let compiled = 0;
    WebAssembly.compile = (source) => ((compiled += 1), compile(source));
    try {
      const calls = Array.from({ length: 50 }, () => slim.init(Promise.resolve(bytes)));
      assert.equal(new Set(calls).size, 1);
      await Promise.all(calls);
      await slim.init(ofAnotherVersion);
    } finally {
      WebAssembly.compile = compile;
    }
    assert.equal(compiled, 1);
    assert.equal(answer(slim), "allowed");
    assert.deepEqual(check(slim), check(rules));
    assert.throws(() => slim.__trap(), { code: "callFailed" });
    assert.equal(answer(slim), "allowed");
  });

  it("can be a response, a view, a buffer or a compiled module", async () => {
    const sources = [
      new Response(bytes),
      new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
      new Uint8Array(bytes).buffer,
      new WebAssembly.Module(bytes),
    ];
    const path = require.resolve("partner-center-rules/slim");
    for (const source of sources) {
      // Each a copy of the package that has no module yet.
      delete require.cache[path];
      const fresh = require(path);
      await fresh.init(source);
      assert.equal(answer(fresh), "allowed");
    }
  });

  it("has the same calls besides `init`", () => {
    assert.deepEqual(Object.keys(slim).filter((name) => name !== "init"), Object.keys(rules));
  });
});
