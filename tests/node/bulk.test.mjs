// Bulk checks in Node: a whole text and pieces, every kind of bytes, and texts of any length.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";

import * as rules from "partner-center-rules";
import { messages } from "partner-center-rules/messages/de";

import { another, trapping } from "../trap.mjs";

const require = createRequire(import.meta.url);
const { bulkReader, bulkEligibility, OUTCOMES } = rules;

const bytesOf = (text) => new TextEncoder().encode(text);
const named = (outcomes) => Array.from(outcomes, (index) => OUTCOMES[index]);

const STATUSES = ["Allowed", "UnderReview", "Suspended", null, "NoAccountStatus"];
const EXPECTED = ["allowed", "blocked", "undetermined", "undetermined", "allowed"];
const record = (at) => JSON.stringify({ name: `Customer ${at} 😀`, status: STATUSES[at % 5], qualifications: [{ qualification: "Education" }] });
const many = (length) => Array.from({ length }, (_, at) => record(at));
const expected = (length) => Array.from({ length }, (_, at) => EXPECTED[at % 5]);

/** Reads pieces with a bulk reader, and returns the result of the whole text. */
function pushed(pieces, options) {
  const reader = bulkReader(options);
  const parts = [...pieces.map((piece) => reader.push(piece)), reader.finish()];
  return {
    outcomes: parts.flatMap(({ outcomes }) => [...outcomes]),
    ends: parts.flatMap(({ ends }) => [...ends]),
    tally: reader.tally,
    error: reader.error,
  };
}

describe("a whole text", () => {
  it("has the same outcome for each record as a single call", () => {
    for (const segment of [undefined, ...rules.OFFER_SEGMENTS]) {
      for (const transaction of rules.TRANSACTIONS) {
        const { outcomes, tally, error } = bulkEligibility(many(10).join("\n"), { segment, transaction });
        const held = [{ qualification: "Education" }];
        const decisions = Array.from({ length: 10 }, (_, at) => rules.purchaseEligibility({ status: STATUSES[at % 5], held, segment, transaction }));
        assert.deepEqual(named(outcomes), decisions.map(({ outcome }) => outcome));
        const count = (names) => names.reduce((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {});
        assert.deepEqual(tally.outcomes, { allowed: 0, blocked: 0, undetermined: 0, ...count(decisions.map(({ outcome }) => outcome)) });
        assert.deepEqual(tally.rules, count(decisions.flatMap(({ reasons }) => reasons.map(({ rule }) => rule))));
        assert.equal(error, undefined);
      }
    }
  });

  it("is read across the borders of the pieces in which WebAssembly receives it", () => {
    for (const separator of ["\n", ",\n"]) {
      const lines = many(20_000).join(separator);
      const text = separator === "\n" ? lines : `[${lines}]`;
      for (const given of [text, bytesOf(text)]) assert.deepEqual(named(bulkEligibility(given).outcomes), expected(20_000));
    }
    // A split character of four bytes would become a replacement character of three.
    for (const padding of ["", "x", "xy", "xyz"]) {
      const text = `{"${padding}":"${"😀".repeat(100_000)}","status":"Allowed"}`;
      const { outcomes, tally, error } = bulkEligibility(`${text}?`);
      assert.deepEqual([[...outcomes], tally.rules, error.offset], [[0], { A1: 1 }, bytesOf(text).length]);
    }
  });

  it("that is an object with a list in it has an error that names the member of the list", () => {
    const text = '{"totalCount":2,\r\n"Ite\\u006ds 😀":[{"status":"Allowed"}]}\n';
    const message = "The customers are in the member Items 😀. Give only the array in that member, without the object around it.";
    const error = { code: "wrappedList", message, offset: text.indexOf("[") + 2, line: 2, column: 16, params: { member: "Items 😀" } };
    for (const given of [text, bytesOf(text)]) assert.deepEqual([bulkEligibility(given).error, bulkEligibility(given).outcomes.length], [error, 0]);
    assert.deepEqual(pushed(Array.from(bytesOf(text), (byte) => Uint8Array.of(byte))).error, error);
    const own = { wrappedList: "{member} {line} {column} {offset} {params}" };
    assert.equal(bulkEligibility(text, { messages: own }).error.message, `Items 😀 2 16 ${error.offset} {params}`);
    // Another record follows, across the border of two pieces.
    const longer = `${text}${" ".repeat(600_000)}{"status":"Allowed"}`;
    assert.deepEqual(named(bulkEligibility(longer).outcomes), ["undetermined", "allowed"]);
  });

  it("with a wrapped list longer than the limit of a record has the same error", () => {
    const text = bytesOf(`{"totalCount":20000,"items":[${many(20_000).join()}]}`);
    for (const size of [text.length, 65_536, 300_000]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.subarray(at * size, (at + 1) * size));
      const { outcomes, error } = pushed(pieces);
      assert.deepEqual([outcomes, error.code, error.params, error.offset], [[], "wrappedList", { member: "items" }, 28]);
    }
  });

  it("counts lines and columns across the borders of the pieces", () => {
    const oneLine = `[${many(20_000).join()},{"é":oops`;
    assert.deepEqual([1, [...oneLine].length - 3], [bulkEligibility(oneLine).error.line, bulkEligibility(oneLine).error.column]);
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = `${many(20_000).map((line) => `${line}${end}`).join("")} oops`;
      const { line, column } = bulkEligibility(text).error;
      assert.deepEqual([line, column], [20_001, 2], JSON.stringify(end));
      // The blank lines are longer than a piece.
      const blank = bulkEligibility(`${end.repeat(300_001)}x`).error;
      assert.deepEqual([blank.line, blank.column], [300_002, 1], JSON.stringify(end));
    }
  });

  it("has offsets in bytes, also for a string", () => {
    const text = `${many(20_000).join("\n")}\n{"é😀":oops`;
    const offset = bytesOf(text).length - 4;
    const error = { code: "notJson", message: "Line 20001 is not valid JSON.", offset, line: 20_001, column: 7 };
    for (const given of [text, bytesOf(text), bytesOf(text).buffer]) {
      const result = bulkEligibility(given);
      assert.deepEqual([result.error, result.outcomes.length], [error, 20_000]);
    }
    assert.equal(bulkEligibility(text, { messages }).error.message, "Zeile 20001 ist kein gültiges JSON.");
  });

  it("of 100 MB needs no more memory than one of 10", (context) => {
    const instances = context.mock.method(WebAssembly, "Instance");
    const copy = createRequire(import.meta.url)("partner-center-rules");
    const text = bytesOf(`${many(1_000).join("\n")}\n`);
    const large = new Uint8Array(Math.ceil(1e8 / text.length) * text.length);
    for (let at = 0; at < large.length; at += text.length) large.set(text, at);
    const count = (large.length / text.length) * 1_000;
    assert.equal(copy.bulkEligibility(large.subarray(0, 1e7)).error?.code, "endMissing");
    const { memory } = instances.mock.calls.at(-1).result.exports;
    const before = memory.buffer.byteLength;
    assert.ok(before < 4 * 1_048_576, `${before} bytes`);
    assert.equal(copy.bulkEligibility(large).outcomes.length, count);
    const string = new TextDecoder("latin1").decode(large);
    assert.equal(copy.bulkEligibility(string).outcomes.length, count);
    const reader = copy.bulkReader();
    for (let at = 0; at < large.length; at += 65_536) reader.push(large.subarray(at, at + 65_536));
    reader.finish();
    assert.equal(reader.tally.outcomes.blocked, count / 5);
    assert.equal(memory.buffer.byteLength, before);
    // One is the decoder of the embedded module.
    assert.equal(instances.mock.callCount(), 2);
  });
});

describe("a text in pieces", () => {
  it("has the same result wherever it is split", () => {
    for (const text of [`[${many(3).join(" ,\r\n")}] `, `${many(3).join("\r\n")}\r\n`, `[${many(2).join()},{"a":[1}]`, '{"a":1}\n12', 'null\r\n{"a":1}\r\r\n\n{é', '"a😀" \n1', '{"items":[{}]}\r\n', '{"items":[{}]}\r\n{}', "name,status"]) {
      const bytes = bytesOf(`\ufeff${text}`);
      const whole = pushed([bytes]);
      const { outcomes, tally, error } = bulkEligibility(bytes);
      assert.deepEqual({ outcomes: whole.outcomes, tally: whole.tally, error: whole.error }, { outcomes: [...outcomes], tally, error });
      for (let cut = 0; cut <= bytes.length; cut += 1) assert.deepEqual(pushed([bytes.slice(0, cut), bytes.slice(cut)]), whole);
      assert.deepEqual(pushed(Array.from(bytes, (byte) => Uint8Array.of(byte))), whole);
    }
  });

  it("has the end of each record", () => {
    const text = many(20_000).join("\n");
    const { ends } = pushed([bytesOf(text)]);
    let end = -1;
    for (const [at, line] of text.split("\n").entries()) {
      end += 1 + bytesOf(line).length;
      assert.equal(ends[at], end);
    }
  });

  it("has the decision of each record, for all combinations of customer data", () => {
    const entries = rules.QUALIFICATIONS.flatMap((qualification) =>
      [null, ...rules.VETTING_STATUSES, "New"].map((vettingStatus) => ({ qualification, vettingStatus })),
    );
    const others = entries.concat({ qualification: "New" });
    const holdings = [undefined, [], ...others.map((entry) => [entry]), ...entries.flatMap((one) => others.map((other) => [one, other]))];
    const customers = [...rules.ACCOUNT_STATUSES, "NoAccountStatus", "New", undefined].flatMap((status) =>
      holdings.map((qualifications) => ({ status, qualifications })),
    );
    const bytes = bytesOf(customers.map((customer) => JSON.stringify(customer)).join("\n"));
    for (const segment of [undefined, ...rules.OFFER_SEGMENTS]) {
      const reader = bulkReader({ segment });
      const known = [];
      const indexes = [bytes.subarray(0, 1_000), bytes.subarray(1_000)].flatMap((piece) => {
        const { decisions } = reader.push(piece);
        assert.deepEqual(reader.decisions.slice(0, known.length), known);
        known.splice(0, known.length, ...reader.decisions);
        return [...decisions];
      });
      indexes.push(...reader.finish().decisions);
      assert.equal(indexes.length, customers.length);
      for (const [at, { status, qualifications }] of customers.entries())
        assert.deepEqual(reader.decisions[indexes[at]], rules.purchaseEligibility({ status, held: qualifications, segment }));
      // Their indexes have eight bits.
      assert.ok(reader.decisions.length <= 256, `${reader.decisions.length}`);
    }
  });

  it("uses the messages of the options in its decisions", () => {
    const reader = bulkReader({ messages: { accountNotAllowed: "Nein." } });
    reader.push(bytesOf('[{"status":"NotAllowed"},{"status":"Allowed"}]'));
    const texts = reader.decisions.map(({ reasons }) => reasons[0].message);
    assert.deepEqual(texts, ["Nein.", rules.MESSAGES.accountAllowed]);
  });

  it("returns a record as soon as its end has arrived", () => {
    const reader = bulkReader();
    const counts = ['[{"status":"All', 'owed","x":"}\\', '"]"}', ",1", "2,{}", "]"].map((piece) => reader.push(bytesOf(piece)).outcomes.length);
    assert.deepEqual(counts, [0, 0, 1, 0, 2, 0]);
    assert.deepEqual(reader.finish(), { outcomes: new Uint8Array(0), ends: new Float64Array(0), decisions: new Uint8Array(0) });
    const { outcomes, ends } = pushed([bytesOf("{}\n"), bytesOf("12")]);
    assert.deepEqual([outcomes, ends], [[2, 2], [2, 5]]);
  });

  it("can be overwritten in its buffer after each call", () => {
    const reader = bulkReader();
    const buffer = new Uint8Array(8);
    for (const piece of ['{"status', '":"Allow', 'ed"}    ']) {
      buffer.set(bytesOf(piece));
      reader.push(buffer);
      buffer.fill(0);
    }
    reader.finish();
    assert.deepEqual(reader.tally.rules, { A1: 1 });
  });

  it("continues after another call traps, in parallel with other readers", (context) => {
    const traps = trapping(context.mock);
    const { bulkReader, settability } = another(require, "partner-center-rules");
    const one = bulkReader();
    const other = bulkReader({ transaction: "renewal" });
    for (const piece of ['[{"status":"Under', 'Review"},{"sta', 'tus":null}]']) {
      one.push(bytesOf(piece));
      traps.left = 1;
      assert.throws(() => settability("Education"), { code: "callFailed" });
      other.push(bytesOf(piece));
    }
    for (const reader of [one, other]) reader.finish();
    assert.deepEqual(one.tally.rules, { A2: 1, A9: 1 });
    assert.deepEqual(other.tally.rules, { A3: 1, A9: 1 });
  });

  it("has no more records after an error, which is kept", () => {
    const reader = bulkReader();
    assert.equal(reader.error, undefined);
    assert.deepEqual([...reader.push(bytesOf("{}\n{}\n}")).outcomes], [2, 2]);
    const { error } = reader;
    assert.deepEqual([error.code, error.offset], ["notJson", 6]);
    for (const piece of [reader.push(bytesOf("\n{}\n")), reader.finish()]) assert.equal(piece.outcomes.length + piece.ends.length, 0);
    assert.equal(reader.error, error);
    assert.equal(reader.tally.outcomes.undetermined, 2);
  });

  it("accepts nothing after its end", () => {
    const reader = bulkReader();
    reader.finish();
    assert.throws(() => reader.push(bytesOf("[]")), { name: "TypeError", message: "push must not be called after finish" });
    assert.throws(() => reader.finish(), { name: "TypeError", message: "finish must not be called after finish" });
  });

  it("has records of up to 1 MiB, longer than a piece", () => {
    const long = (length) => `{"x":"${"y".repeat(length - 27)}","status":"Allowed"}`;
    for (const [length, code] of [[1_048_576, undefined], [1_048_577, "recordTooLong"], [5_000_000, "recordTooLong"]]) {
      const text = `[${long(length)}]`;
      assert.equal(text.length, length + 2);
      for (const size of [65_537, 400_000, 10_000_000]) {
        const bytes = bytesOf(text);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
        const { outcomes, ends, error } = pushed(pieces);
        assert.deepEqual([outcomes, ends, error?.code], code === undefined ? [[0], [length + 1], code] : [[], [], code]);
        assert.equal(error?.offset, code && 1_048_577);
      }
    }
  });

  it("needs no call to free memory", (context) => {
    const instances = context.mock.method(WebAssembly, "Instance");
    rules.accountEligibility("Allowed");
    for (let at = 0; at < 20_000; at += 1) bulkReader().push(bytesOf('[{"status":"All'));
    assert.equal(instances.mock.callCount(), 0);
  });
});

describe("bytes", () => {
  const TEXT = '[{"status":"Allowed"}]';
  const counted = (given) => [bulkEligibility(given).tally.outcomes.allowed, pushed([given]).tally.outcomes.allowed];

  it("are taken from every Uint8Array and ArrayBuffer", () => {
    const bytes = bytesOf(TEXT);
    const within = new Uint8Array(bytes.length + 2);
    within.set(bytes, 1);
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    const resizable = new ArrayBuffer(bytes.length, { maxByteLength: 100 });
    new Uint8Array(resizable).set(bytes);
    const liar = Object.defineProperties(bytesOf(TEXT), {
      length: { value: 3 }, byteLength: { get: () => assert.fail("asked") }, buffer: { value: "x" }, [Symbol.toStringTag]: { value: "x" },
      constructor: { get: () => assert.fail("asked") }, [Symbol.iterator]: { value: () => assert.fail("asked") },
    });
    const ofOtherRealm = runInNewContext("Uint8Array.from(bytes)", { bytes });
    class Own extends Uint8Array {}
    const all = [
      bytes, bytes.buffer.slice(0), within.subarray(1, -1), Buffer.from(TEXT), shared, resizable, new Uint8Array(resizable), liar, ofOtherRealm,
      ofOtherRealm.buffer, new Own(bytes),
    ];
    for (const given of all) assert.deepEqual(counted(given), [1, 1]);
  });

  it("of other types are a TypeError", () => {
    const buffer = bytesOf(`${TEXT}  `).buffer;
    const others = [
      new DataView(buffer), new Int8Array(buffer), new Uint8ClampedArray(buffer), new Uint16Array(buffer), new Float64Array(buffer), new BigInt64Array(buffer),
      new SharedArrayBuffer(8), new Proxy(bytesOf(TEXT), {}), Object.create(Uint8Array.prototype), new Blob([TEXT]), [...bytesOf(TEXT)], { length: 2 },
      { [Symbol.toStringTag]: "Uint8Array", buffer, byteOffset: 0, length: 2 }, new String(TEXT), Promise.resolve(TEXT),
    ];
    for (const other of others) {
      assert.throws(() => bulkEligibility(other), { name: "TypeError", message: /^text must be a string, a Uint8Array or an ArrayBuffer, not an? \w+$/ });
      assert.throws(() => bulkReader().push(other), { name: "TypeError", message: /^bytes must be a Uint8Array or an ArrayBuffer, not an? \w+$/ });
    }
    assert.throws(() => bulkReader().push(TEXT), { message: /^bytes must be a Uint8Array or an ArrayBuffer, not "/ });
  });

  it("of a detached buffer are a TypeError, not an empty text", () => {
    const moved = bytesOf(TEXT);
    const { buffer } = moved;
    structuredClone(buffer, { transfer: [buffer] });
    const cut = new ArrayBuffer(16, { maxByteLength: 16 });
    const beyond = new Uint8Array(cut, 8, 8);
    cut.resize(12);
    for (const gone of [moved, buffer, beyond]) {
      assert.throws(() => bulkEligibility(gone), {
        name: "TypeError", message: "text must be a string, a Uint8Array or an ArrayBuffer, not one whose memory is gone",
      });
      assert.throws(() => bulkReader().push(gone), { name: "TypeError", message: /^bytes must be .*, not one whose memory is gone$/ });
    }
  });

  it("of a string are its UTF-8, with a replacement character for a lone surrogate", () => {
    assert.deepEqual(named(bulkEligibility('{"\ud83d":"\ude00","status":"Allowed"}\n{"status":"Allowed\ud800"}').outcomes), ["allowed", "undetermined"]);
    assert.equal(bulkEligibility('{"\ud800":?').error.offset, 7);
  });

  it("are not changed by the options", () => {
    const given = bytesOf(TEXT);
    const options = { get segment() { structuredClone(given.buffer, { transfer: [given.buffer] }); return undefined; } };
    assert.throws(() => bulkEligibility(given, options), { message: /memory is gone$/ });
  });
});
