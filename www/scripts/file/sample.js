// Makes customers up, for those who have no file at hand: the same ones each time.

import { csvLibrary } from "./csv-library.js";

const AT_ONCE = 5_000;
const FIRST = [
  "Alpine",
  "Blue Yonder",
  "Coho",
  "Fourth",
  "Graphic",
  "Humongous",
  "Lucerne",
  "Northwind",
  "Proseware",
  "Tailspin",
];
const SECOND = [
  "Airlines",
  "Academy",
  "Bank",
  "Clinic",
  "Coffee",
  "Design",
  "Logistics",
  "Publishing",
  "Toys",
  "Winery",
];
// One customer in so many has something that the rules do not know.
const RARE = 200;

const FILES = {
  array: { name: "customers.json", type: "application/json" },
  lines: { name: "customers.jsonl", type: "application/jsonl" },
  csv: { name: "customers.csv", type: "text/csv" },
};

// Tells how many customers are `made`.
export async function sample({ count, kind }, rules, tell) {
  const write = writers(await csvLibrary())[kind];
  const customers = maker(rules);
  const parts = [];
  for (let made = 0; made < count; made += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - made) }, (_, place) => customers(made + place));
    parts.push(new Blob([write(some, made === 0, made + some.length === count)]));
    tell({ made: made + some.length });
  }
  const { name, type } = FILES[kind];
  return new File(parts, name, { type });
}

function writers(library) {
  return {
    array: (some, isFirst, isLast) =>
      `${isFirst ? "[\n" : ""}${some.map((customer) => JSON.stringify(customer)).join(",\n")}${isLast ? "\n]\n" : ",\n"}`,
    lines: (some) => some.map((customer) => `${JSON.stringify(customer)}\n`).join(""),
    csv: (some, header) => `${library.unparse(some.map(asRow), { header })}\r\n`,
  };
}

function asRow({ qualifications, ...customer }) {
  const all = (member) => qualifications?.map((entry) => entry[member] ?? "").join(";") ?? "";
  const isNothing = qualifications?.length === 0;
  return { ...customer, qualification: isNothing ? "None" : all("qualification"), vettingStatus: all("vettingStatus") };
}

function maker({ ACCOUNT_STATUSES, QUALIFICATIONS, VETTING_STATUSES }) {
  const below = generator();
  const one = (list) => list[below(list.length)];
  const statuses = [...ACCOUNT_STATUSES, "NoAccountStatus"];
  const status = () => {
    if (below(RARE) === 0) return "PendingPayment";
    if (below(RARE) === 0) return undefined;
    return below(3) > 0 ? statuses[0] : one(statuses);
  };
  const entry = () => ({
    qualification: one(QUALIFICATIONS),
    vettingStatus: below(4) === 0 ? one(VETTING_STATUSES) : undefined,
  });
  const held = () => {
    if (below(RARE) === 0) return undefined;
    return below(3) > 0 ? [] : Array.from({ length: 1 + Number(below(20) === 0) }, entry);
  };
  const digits = (length) =>
    below(16 ** length)
      .toString(16)
      .padStart(length, "0");
  return (place) => ({
    id: `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(6)}${digits(6)}`,
    companyName: `${one(FIRST)} ${one(SECOND)} ${place + 1}`,
    domain: `customer${place + 1}.example`,
    status: status(),
    qualifications: held(),
  });
}

// Numbers that look random, from a seed (mulberry32).
function generator() {
  let state = 7;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
