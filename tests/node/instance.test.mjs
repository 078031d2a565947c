// The instance of the WebAssembly module: failed calls, and loading the module from a file.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";
import * as slim from "partner-center-rules/slim";

import { another, trapping } from "../trap.mjs";

const require = createRequire(import.meta.url);
const bytes = await readFile(require.resolve("partner-center-rules/rules.wasm"));

/** The module with another last byte, which is part of the fingerprint. */
const ofAnotherVersion = bytes.with(-1, bytes.at(-1) ^ 1);

const answer = ({ settability }) => settability("Education", { held: [] }).outcome;
const check = ({ checkForm }) => checkForm({ customerId: "é", qualification: "Education" }, { held: [] });

describe("a call that traps", () => {
  it("is an error with a code, and the next call has a new instance", (context) => {
    const traps = trapping(context.mock);
    const fresh = another(require, "partner-center-rules");
    const before = check(fresh);
    // One is the decoder of the embedded module.
    assert.equal(traps.instances, 2);
    for (let count = 1; count <= 3; count += 1) {
      traps.left = 1;
      assert.throws(() => answer(fresh), (error) => {
        assert.ok(error instanceof Error && error.cause instanceof WebAssembly.RuntimeError);
        assert.deepEqual({ name: error.name, code: error.code }, { name: "RulesError", code: "callFailed" });
        return true;
      });
      assert.equal(answer(fresh), "allowed");
      assert.deepEqual(check(fresh), before);
      assert.equal(traps.instances, 2 + count);
    }
  });

  it("is contained when the stack of the caller is used up", () => {
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
});

describe("the module as a file", () => {
  it("is required before the first call", () => {
    assert.throws(() => answer(slim), { name: "RulesError", code: "initMissing" });
  });

  it("is refused if it is not the right one, which is accepted afterwards", async () => {
    const refused = { name: "TypeError", message: /^source must be / };
    for (const wrong of [undefined, null, 3, "rules.wasm", {}, [], new Uint8Array(8), bytes.subarray(1), { arrayBuffer: () => 3 }]) {
      await assert.rejects(slim.init(wrong), refused);
    }
    await assert.rejects(slim.init(Promise.reject(new Error("offline"))), { message: "offline" });
    await assert.rejects(slim.init(new Response("not found", { status: 404 })), refused);
    await assert.rejects(slim.init(ofAnotherVersion), { name: "RulesError", code: "moduleMismatch" });
    assert.throws(() => answer(slim), { code: "initMissing" });
  });

  it("is loaded once, however often init is called", async (context) => {
    const compile = context.mock.method(WebAssembly, "compile");
    const calls = Array.from({ length: 50 }, () => slim.init(Promise.resolve(bytes)));
    assert.equal(new Set(calls).size, 1);
    await Promise.all(calls);
    await slim.init(ofAnotherVersion);
    assert.equal(compile.mock.callCount(), 1);
    assert.equal(answer(slim), "allowed");
    assert.deepEqual(check(slim), check(rules));
  });

  it("is instantiated before the first call, and again by the next call after a trap", async (context) => {
    const [module, instance] = ["Module", "Instance"].map((name) => context.mock.method(WebAssembly, name));
    const traps = trapping(context.mock);
    const made = { module: module.mock.callCount(), instance: instance.mock.callCount() };
    const fresh = another(require, "partner-center-rules/slim");
    await fresh.init(bytes);
    assert.equal(answer(fresh), "allowed");
    assert.equal(traps.instances, 1);
    assert.deepEqual({ module: module.mock.callCount(), instance: instance.mock.callCount() }, made);
    traps.left = 1;
    assert.throws(() => answer(fresh), { code: "callFailed" });
    assert.equal(answer(fresh), "allowed");
    assert.equal(traps.instances, 2);
    // Or by `init`, asynchronously.
    traps.left = 1;
    assert.throws(() => answer(fresh), { code: "callFailed" });
    await fresh.init(bytes);
    assert.equal(traps.instances, 3);
    assert.equal(answer(fresh), "allowed");
    assert.equal(traps.instances, 3);
  });

  it("can be a response, a view, a buffer or a compiled module", async () => {
    const sources = [
      new Response(bytes),
      new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
      new Uint8Array(bytes).buffer,
      new WebAssembly.Module(bytes),
    ];
    for (const source of sources) {
      const fresh = another(require, "partner-center-rules/slim");
      await fresh.init(source);
      assert.equal(answer(fresh), "allowed");
    }
  });

  it("has the integrity string of the file", () => {
    assert.equal(slim.WASM_INTEGRITY, `sha384-${createHash("sha384").update(bytes).digest("base64")}`);
  });

  it("has the same calls as the main entry, and its own", () => {
    const own = ["WASM_INTEGRITY", "init"];
    assert.deepEqual(Object.keys(slim).filter((name) => !own.includes(name)), Object.keys(rules));
  });
});
