// The tables of BENCHMARKS.md.

const PACKAGE = "partner-center-rules";
const PLAIN = "plain JavaScript";
const JSON_PARSE = "JSON.parse alone";
/** Decide by rules; the libraries for schemas describe shapes. */
const RULE_ENGINES = ["json-rules-engine", "zen-engine-wasm", "cedar-wasm"];
/**
 * What JSON.parse alone took for an answer when the goals in time were set, in nanoseconds. Times and rates are compared with a goal as they
 * would be on such a processor.
 */
export const PACE = 266;
const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** Where the package is started: the work, and what is imported where. */
const STARTS = {
  "start node": "everything, fresh Node",
  "start chromium": "everything, Chromium, slowed down 4 times",
  "start eligibility node": "`eligibility` alone, fresh Node",
  "start eligibility chromium": "`eligibility` alone, Chromium, slowed down 4 times",
};

/** Benchmarks in Rust: the path, and what an item is. Those of the second list are for each size. */
const RUST = {
  "decisions/purchase": "typed status and holdings to purchase decision",
  "decisions/purchase_with_messages": "the same, with the message of each reason",
  "decisions/answer": "answer text to decision",
  "forms/valid": "valid form to typed value",
  "forms/with_three_errors": "form with three errors to issues",
};
const RUST_BULK = {
  array: "JSON array",
  array_with_serde_json: "JSON array, by serde_json into a typed Vec",
  lines: "JSON lines",
  lines_on_all_cores: "JSON lines, on all cores",
  slice: "typed slice",
  slice_on_all_cores: "typed slice, on all cores",
};

/**
 * Returns the headings of the page, each with its table.
 *
 * @param {object[]} lines what `run.mjs` prints: for each contender what it lacks, and for each work its times or its error
 * @param {ReturnType<typeof import("./rust.mjs").measureRust>} rust
 */
export function tables(lines, rust) {
  const contenders = lines.filter(({ contender, work }) => contender !== undefined && work === undefined);
  const outcome = (work, name) => lines.find((line) => line.work === work && line.contender === name);
  const least = (work, name) => outcome(work, name)?.times?.[0];
  const ratio = (work, name, other) => least(work, name) / least(work, other);
  const figures = ({ times, error }) => (error === undefined ? times.map(time) : [cell(error), "", ""]);
  const measured = (work) => contenders.map(({ contender }) => contender).filter((name) => outcome(work, name) !== undefined);

  const beside = (work, other, most) => {
    const found = ratio(work, PACKAGE, other);
    const ahead = Math.min(...RULE_ENGINES.map((engine) => ratio(work, engine, PACKAGE)).filter(Number.isFinite));
    return [found, `${digits(found)} x, ${digits(ahead)} x ahead of every rule engine`, found <= most && ahead >= 10];
  };
  const pace = PACE / least("answer", JSON_PARSE);
  const within = (found, most, more = "") => [found * pace, `${time(found * pace)} (${time(found)} here)${more}`, found * pace <= most];
  const flat = (cost) => {
    const costs = SIZES.map(cost);
    const [low, high] = [Math.min(...costs), Math.max(...costs)];
    const apart = (high / low - 1) * 100;
    return [apart, `${apart.toFixed(0)} %: ${time(low)} to ${time(high)}`, apart <= 20];
  };
  const million = ratio("many 1000000", PACKAGE, JSON_PARSE);
  const array = rust["bulk/array/1000000"];
  const rate = array?.rate / 1e9;
  const ahead = rust["bulk/array_with_serde_json/1000000"]?.times[0] / array?.times[0];
  const purchase = rust["decisions/purchase"];
  const ofPurchase = within(purchase?.times[0], 3, `, ${purchase?.allocations} allocations`);
  ofPurchase[2] &&= purchase.allocations === 0;
  const goals = [
    ["answer text to decision, package", "1.4 x JSON.parse alone, 10 x ahead of every rule engine", beside("answer", JSON_PARSE, 1.4)],
    ["valid form to typed value, package", "5 x zod, which checks less, 10 x ahead of every rule engine", beside("form", "zod", 5)],
    ["form with three errors to issue objects, package", "1.3 x zod, 10 x ahead of every rule engine", beside("wrongForm", "zod", 1.3)],
    ["a million records, bytes to outcomes, package", "0.25 x JSON.parse alone on the same text", [million, `${digits(million)} x`, million <= 0.25]],
    [
      "the same, Rust, one core", "2 GB/s, and 1.8 x serde_json into a typed Vec",
      [rate / pace * ahead, `${digits(rate / pace)} GB/s (${digits(rate)} here), ${digits(ahead)} x serde_json`, rate / pace >= 2 && ahead >= 1.8],
    ],
    [
      "typed status and holdings to purchase decision, Rust", "3 ns, no allocation",
      ofPurchase,
    ],
    ["import to first decision, fresh Node", "15 ms", within(least("start node", PACKAGE), 15e6)],
    ["the same in Chromium, on a processor slowed down 4 times", "60 ms", within(least("start chromium", PACKAGE), 60e6)],
    ["cost a record, 1,000 to 1,000,000, package", "flat within 20 %", flat((size) => least(`many ${size}`, PACKAGE) / size)],
    ["the same, Rust, one core", "flat within 20 %", flat((size) => rust[`bulk/array/${size}`]?.times[0])],
  ];

  const ofWork = (work) => measured(work).map((name) => [name, ...figures(outcome(work, name)), digits(ratio(work, name, PLAIN))]);
  const many = SIZES.flatMap((size) => measured(`many ${size}`).map((name) => {
    const work = `many ${size}`;
    const ratios = [PLAIN, JSON_PARSE].map((other) => digits(ratio(work, name, other)));
    return [grouped(size), name, ...figures(outcome(work, name)), time(least(work, name) / size), ...ratios];
  }));
  const starts = Object.entries(STARTS).filter(([work]) => outcome(work, PACKAGE)).map(([work, about]) => [about, ...figures(outcome(work, PACKAGE))]);
  const bulk = Object.entries(RUST_BULK).flatMap(([name, about]) => SIZES.map((size) => [`bulk/${name}/${size}`, `${about}, ${grouped(size)} records`]));
  const inRust = [...Object.entries(RUST), ...bulk].filter(([path]) => path in rust).map(([path, about]) => {
    const { times, rate, allocations } = rust[path];
    const few = allocations === 0 ? "0" : "< 0.01";
    return [about, ...times.map(time), rate === undefined ? "" : `${digits(rate / 1e9)} GB/s`, allocations < 0.01 ? few : digits(allocations)];
  });
  const lacks = contenders.filter(({ contender }) => contender !== JSON_PARSE).map(({ contender, version = "", right, cases, error = "", lacks = {} }) => [
    contender, version, right === undefined ? cell(error) : `${right} of ${cases}`, lacks.answer ?? "", lacks.form ?? "",
  ]);

  const times = ["minimum", "median", "maximum"];
  const header = ["contender", ...times, "x plain JavaScript"];
  return [
    ["# Benchmarks", ["work", "to reach", "found"], goals.map(([work, reach, [found, text, isReached]]) =>
      [work, reach, Number.isFinite(found) ? `${isReached ? "" : "FELL SHORT: "}${text}` : "-"])],
    ["## Answer text to decision", header, ofWork("answer")],
    ["## Valid form to typed value", header, ofWork("form")],
    ["## Form with three errors to issue objects", header, ofWork("wrongForm")],
    ["## Many records, bytes to outcomes", ["records", "contender", ...times, "a record", "x plain JavaScript", "x JSON.parse"], many],
    ["## Import to first decision", ["import", ...times], starts],
    ["## Rust", ["work", ...times, "bytes read", "allocations"], inRust],
    ["## What the contenders lack", ["contender", "version", "answers as the rules say", "lacks for an answer", "lacks for a form"], lacks],
  ].map(([heading, header, rows]) => [heading, ...[header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`)].join("\n"));
}

/** Returns what can stand in a cell: a bar ends it, and a line feed its row. */
const cell = (text) => text.replaceAll("|", "/").replaceAll("\n", " ");

const grouped = (number) => number.toLocaleString("en");

/** Returns a time in nanoseconds for people, with three digits that count; nothing if there is none. */
function time(nanoseconds) {
  if (!Number.isFinite(nanoseconds)) return "";
  if (nanoseconds < 999.5) return `${digits(nanoseconds)} ns`;
  if (nanoseconds < 999.5e3) return `${digits(nanoseconds / 1e3)} µs`;
  return nanoseconds < 999.5e6 ? `${digits(nanoseconds / 1e6)} ms` : `${digits(nanoseconds / 1e9)} s`;
}

/** Returns a number with three digits that count; nothing if there is none. */
function digits(number) {
  if (!Number.isFinite(number)) return "";
  if (number < 9.995) return number.toFixed(2);
  return number.toFixed(number < 99.95 ? 1 : 0);
}
