// The package in special environments: the results are the same in every order, thread and time zone, with little stack, without
// a compiler, and with polluted prototypes. A long run needs no more memory than a short one.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";

import * as rules from "partner-center-rules";

import { caseFiles } from "../files.mjs";
import { Generator } from "../generate.mjs";
import { ask } from "../runner.mjs";

/** Loads another copy of the package, with an instance of its own. */
const copy = createRequire(import.meta.url)("partner-center-rules");

const DIGEST = new URL("../digest.mjs", import.meta.url);
const PATH = fileURLToPath(DIGEST);

/** Returns the digest of all results, from a process of its own. */
async function digest({ options = [], seed = 1, env = {} } = {}) {
  const { stdout } = await promisify(execFile)(process.execPath, [...options, PATH, `${seed}`], {
    env: { ...process.env, ...env },
  });
  return stdout.trim();
}

/** Returns the digest from a thread of its own. */
function digestOfThread(seed) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(DIGEST, { argv: [`${seed}`], stdout: true });
    let text = "";
    worker.stdout.on("data", (part) => (text += part));
    worker.on("error", reject).on("exit", () => resolve(text.trim()));
  });
}

/** Pollutes prototypes before the package is loaded: inherited members must never be read as arguments. */
const POLLUTION = `
  const inherited = {
    status: "Allowed", cloud: "china", vettingStatus: "Approved", remainingCreates: 5, validationId: 7, educationSegment: "K12",
    website: "https://evil.example", validationCodes: [], messages: { notFound: "x" }, isRetryable: true, recognised: true, ok: true,
  };
  for (const [name, value] of Object.entries(inherited)) {
    Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: false, writable: true });
  }
`;

describe("the results", async () => {
  const usual = await digest();

  it("have a digest", () => assert.match(usual, /^[0-9a-f]{64}$/));

  it("are the same in another order", async () => {
    assert.deepEqual([await digest({ seed: 2 }), await digest({ seed: 3 })], [usual, usual]);
  });

  it("are the same in eight threads at once, each with an instance of its own", async () => {
    const digests = await Promise.all(Array.from({ length: 8 }, (_, at) => digestOfThread(at + 1)));
    assert.deepEqual(digests, new Array(8).fill(usual));
  });

  it("are the same with prototypes that were polluted before the package was loaded", async () => {
    const options = ["--import", `data:text/javascript,${encodeURIComponent(POLLUTION)}`];
    assert.equal(await digest({ options }), usual);
  });

  it("are the same in another time zone", async () => {
    assert.equal(await digest({ env: { TZ: "Asia/Kolkata" } }), usual);
  });

  it("are the same with little stack", async () => {
    assert.equal(await digest({ options: ["--stack-size=200"] }), usual);
  });

  it("are the same without a compiler, or there is an error that WebAssembly is missing", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--jitless",
      "--eval",
      "console.log(typeof WebAssembly)",
    ]);
    const expected = stdout.trim() === "undefined" ? "webAssemblyMissing" : usual;
    assert.equal(await digest({ options: ["--jitless"] }), expected);
  });
});

describe("a long run", () => {
  it("of calls of every kind needs no more memory than a short one", async (context) => {
    const instances = context.mock.method(WebAssembly, "Instance");
    const ofCases = (await caseFiles()).flatMap(({ call, cases }) => cases.map(({ input }) => ({ call, input })));
    const some = new Generator(7);
    const go = (count) => {
      for (let at = 0; at < count; at += 1) {
        const { call, input } = some.isOne(2) ? some.one(ofCases) : { call: "readFault", input: some.answer() };
        ask(rules, call, input);
      }
    };
    go(20_000);
    // One is the decoder of the embedded module.
    assert.equal(instances.mock.callCount(), 2);
    const { memory } = instances.mock.calls.at(-1).result.exports;
    const before = memory.buffer.byteLength;
    go(200_000);
    assert.equal(memory.buffer.byteLength, before);
    assert.equal(instances.mock.callCount(), 2);
  });

  it("of large responses needs memory once", (context) => {
    const instances = context.mock.method(WebAssembly, "Instance");
    const { readFault, readValidationCodes } = copy;
    const large = `{"description":"${"ä".repeat(500_000)}"}`;
    const codes = `[${Array.from({ length: 8_000 }, (_, at) => `{"validationId":${at + 1},"x":"${"y".repeat(80)}"}`).join(",")}]`;
    const go = () => {
      assert.equal(readFault(404, large).description.length, 500_000);
      assert.equal(readValidationCodes(200, codes).value.length, 8_000);
      assert.equal(readFault(404, "x".repeat(50 * 1024 * 1024)).description, undefined);
    };
    go();
    const { memory } = instances.mock.calls.at(-1).result.exports;
    const before = memory.buffer.byteLength;
    for (let count = 0; count < 20; count += 1) go();
    assert.equal(memory.buffer.byteLength, before);
    assert.ok(before < 32 * 1_048_576, `${before} bytes`);
  });
});
