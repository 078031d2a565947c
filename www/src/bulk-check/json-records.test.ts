import { describe, expect, test } from "vitest";

import { jsonCutter } from "./json-records";
import { LONGEST_RECORD } from "./records";

const bytes = (text: string) => new TextEncoder().encode(text);

function cut(text: string, size = Infinity) {
  const all = bytes(text);
  const cutter = jsonCutter();
  const records = [];
  for (let at = 0; at < all.length; at += size) records.push(...cutter.push(all.subarray(at, at + size)));
  records.push(...cutter.finish());
  return {
    isCutShort: cutter.isCutShort,
    records: records.map(({ bytes, line, problem, start, end }) => {
      const span = new TextDecoder().decode(all.subarray(start, end));
      if (bytes) expect(new TextDecoder().decode(bytes)).toBe(span);
      return { line, text: problem ? problem.code : span };
    }),
  };
}

const texts = (text: string, size?: number) => cut(text, size).records.map((record) => record.text);

const PRETTY = '[\n  {\n    "a": [\n      {\n        "b": 1\n      }\n    ]\n  },\n  {\n    "a": 2\n  }\n]\n';

const CASES: readonly (readonly [name: string, text: string, records: readonly string[]])[] = [
  ["an array", '[{"a":1}, {"a":[{"b":"}]"}]}]', ['{"a":1}', '{"a":[{"b":"}]"}]}']],
  ["lines", '{"a":1}\n\n{"a":"\\"{"}\r\n', ['{"a":1}', '{"a":"\\"{"}']],
  ["records on one line", '{"a":1}{"a":2} {"a":3}', ['{"a":1}', '{"a":2}', '{"a":3}']],
  ["pretty records", PRETTY, ['{\n    "a": [\n      {\n        "b": 1\n      }\n    ]\n  }', '{\n    "a": 2\n  }']],
  ["Microsoft's list", '{"totalCount":2,"items":[{"a":1},{"a":2}],"links":{"self":[]}}', ['{"a":1}', '{"a":2}']],
  ["Microsoft's list in Pascal case", '{ "Items" : [\n{"a":1}\n] }', ['{"a":1}']],
  ["a list in another object", '{"d":{"__count":"2","results":[{"a":1},{"a":2}],"x":{}},"y":1}\n{"a":3}', ['{"a":1}', '{"a":2}', '{"a":3}']],
  ["a record that has a list in another object", '{"id":1,"data":{"items":[{"a":1}]}}', ['{"id":1,"data":{"items":[{"a":1}]}}']],
  ["lines of a list without its brackets", '{"a":1},\n{\n  "a":2\n} ,\r\n{"a":3}', ['{"a":1}', '{\n  "a":2\n}', '{"a":3}']],
  ["two commas behind a record", '{"a":1},,\n{"a":2}, {"a":3}\n{"a":4}', ['{"a":1},,', '{"a":2}, {"a":3}', '{"a":4}']],
  ["a list of customers", '{"customers":[{"a":1}]}', ['{"a":1}']],
  ["a record that has a list", '{"status":"x","items":[{"a":1}]}\n{"qualifications":[{"a":1}]}', ['{"status":"x","items":[{"a":1}]}', '{"qualifications":[{"a":1}]}']],
  ["pages of lists", '{"items":[{"a":1}]}\n{"value":[{"a":2}]}\n', ['{"a":1}', '{"a":2}']],
  ["arrays one after the other", '[{"a":1}]\n[{"a":2}]\n', ['{"a":1}', '{"a":2}']],
  ["a list inside a member is no list of records", '[{"items":[1]}]', ['{"items":[1]}']],
  ["something else than an object first", 'null\n{"a":1}', ["null", '{"a":1}']],
  ["something else than objects in an array", '[1, null, "a,b", [2], {"a":1}]', ["1", "null", '"a,b"', "[2]", '{"a":1}']],
  ["a line cut short in a string", '{"a":1}\n{"a":"x\n{"a":3}\n', ['{"a":1}', '{"a":"x', '{"a":3}']],
  ["a line cut short behind a comma", '{"a":1}\n{"a":2,\n{"a":3}\n', ['{"a":1}', '{"a":2,', '{"a":3}']],
  ["the first line cut short", '{"a":"x\n{"a":2}\n{"a":3}\n', ['{"a":"x', '{"a":2}', '{"a":3}']],
  ["the first line cut short behind a value", '{"a":1\n{"a":2}\n{"a":3}\n', ['{"a":1', '{"a":2}', '{"a":3}']],
  ["a line that is no JSON", '{"a":1}\noops, "it\n{"a":3}', ['{"a":1}', 'oops, "it', '{"a":3}']],
  ["text behind a record", '{"a":1} oops\n{"a":2}}\n{"a":3}', ['{"a":1} oops', '{"a":2}}', '{"a":3}']],
  ["text behind a record of an array", '[{"a":1} oops, {"a":2}]', ['{"a":1} oops', '{"a":2}']],
  ["a record of an array cut short", '[\n {"a":1},\n {"a":2,\n {"a":3}\n]', ['{"a":1}', '{"a":2,', '{"a":3}']],
  ["lists without margins", '[\n{\n"a":\n[\n{\n"b":1\n}\n]\n},\n{\n"a":2\n}\n]', ['{\n"a":\n[\n{\n"b":1\n}\n]\n}', '{\n"a":2\n}']],
  ["nothing", " \n", []],
];

describe("JSON is cut into records", () => {
  test.each(CASES)("%s", (_, text, records) => {
    expect(texts(text)).toEqual(records);
    for (const size of [1, 2, 3, 7]) expect(texts(text, size), `pieces of ${size}`).toEqual(records);
  });

  test("with the line on which each begins", () => {
    const { records } = cut('\r\n{"a":1}\r\n\n{\n"a":2}\roops\n');
    expect(records.map(({ line }) => line)).toEqual([2, 4, 6]);
  });

  test("a list that does not end is reported", () => {
    expect(cut('[{"a":1},').isCutShort).toBe(true);
    expect(cut('{"items":[{"a":1}]').isCutShort).toBe(true);
    expect(cut('[{"a":1}]').isCutShort).toBe(false);
    expect(cut('{"a":1').records).toEqual([{ line: 1, text: '{"a":1' }]);
  });

  test("a record that is too long is skipped, and the next is read", { timeout: 60_000 }, () => {
    const long = `{"a":"${"x".repeat(LONGEST_RECORD)}"}`;
    for (const size of [300_000, Infinity]) expect(texts(`[${long},{"a":2}]`, size)).toEqual(["recordTooLong", '{"a":2}']);
    expect(texts("x".repeat(2 * LONGEST_RECORD), 300_000)).toEqual(["recordTooLong"]);
  });
});
