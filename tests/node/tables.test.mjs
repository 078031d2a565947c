// The whole finite domain against the tables in tests/tables, which the model prints.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import * as model from "../model/model.mjs";
import { tables } from "../model/write-tables.mjs";

const FOLDER = new URL("../tables/", import.meta.url);
const PACKAGE = new URL("../../pkg/dist/index.js", import.meta.url);

const QUALIFICATIONS = ["None", "Education", "Nonprofit", "GovernmentCommunityCloud", "StateOwnedEntity"];
const HOLDABLE = QUALIFICATIONS.slice(1);
const MODES = ["asynchronous", "synchronous"];
const STATUSES = ["Allowed", "UnderReview", "NotAllowed", "Unknown", "Not Ready", "NoAccountStatus", "any other", "not known"];
const TRANSACTIONS = ["newPurchase", "seatIncrease", "upgrade", "renewal", "seatReduction", "cancellation"];
const SEGMENTS = ["Commercial", "Education", "Nonprofit", "GovernmentCommunityCloud"];

// The values for "any other" in calls of the package.
const OTHER_QUALIFICATION = "Healthcare";
const OTHER_VETTING_STATUS = "Escalated";
const OTHER_STATUS = "Suspended";

const OUTCOMES = { yes: "allowed", no: "blocked", "?": "undetermined" };
const WORST_FIRST = ["blocked", "undetermined", "allowed"];

/** Returns the tables of a file as lists of rows. A row is an object with the cells by column. */
function parse(name) {
  const found = [];
  let header = null;
  for (const line of readFileSync(new URL(name, FOLDER), "utf8").split("\n")) {
    if (!line.startsWith("|")) {
      header = null;
    } else if (header === null) {
      header = cells(line);
      found.push([]);
    } else if (!line.startsWith("|-")) {
      const values = cells(line);
      assert.equal(values.length, header.length, `${name}: ${line}`);
      found.at(-1).push(Object.fromEntries(header.map((title, column) => [title, values[column]])));
    }
  }
  return found;
}

function cells(line) {
  return line.split("|").slice(1, -1).map((cell) => cell.trim());
}

/** Returns rows by the text of their key columns. A key that occurs twice is an error. */
function byKey(rows, ...columns) {
  const map = new Map();
  for (const row of rows) {
    const key = columns.map((column) => row[column]).join(" | ");
    assert.ok(!map.has(key), `two rows for ${key}`);
    map.set(key, row);
  }
  const unused = new Set(map.keys());
  return {
    unused,
    get(...key) {
      const row = map.get(key.join(" | "));
      assert.ok(row, `no row for ${key.join(" | ")}`);
      unused.delete(key.join(" | "));
      return row;
    },
  };
}

const join = (list) => (list.length === 0 ? "-" : list.join(" + "));
const split = (text) => (text === "-" ? [] : text.split(" + "));

const RULE_ROWS = parse("rules.md")[0];
const ENTRY_ROWS = parse("holdings.md")[0];
const [DEPENDING_ROWS, CONSTANT_ROWS, FIELD_ROWS] = parse("settability.md");
const ACCOUNT_ROWS = parse("account.md")[0];
/** For transactions that sell, and for those that sell nothing. */
const [SALE_ROWS, OTHER_ROWS] = parse("offers.md");
const SALES = ["newPurchase", "seatIncrease", "upgrade"];
const offerRows = (transaction) => (SALES.includes(transaction) ? SALE_ROWS : OTHER_ROWS);

const rules = byKey(RULE_ROWS, "rule");
const entries = byKey(ENTRY_ROWS, "qualification");
const depending = byKey(DEPENDING_ROWS, "active", "pending", "unrecognised");
const fields = byKey(FIELD_ROWS, "target", "mode");
const constant = new Map(CONSTANT_ROWS.map((row) => [`${row.target} ${row.mode}`, row.answer]));
const account = byKey(ACCOUNT_ROWS, "status");
const sales = byKey(SALE_ROWS, "active", "unrecognised");
const others = byKey(OTHER_ROWS, "active", "unrecognised");

/** The 30 entries that differ: every qualification with every vetting status, in the columns of holdings.md. */
const ENTRIES = [...QUALIFICATIONS, "any other"].flatMap((qualification) =>
  ["no vetting status", "Approved", "InReview", "Denied", "any other"].map((vetting) => ({
    qualification,
    state: entries.get(qualification)[vetting],
    raw: {
      qualification: qualification === "any other" ? OTHER_QUALIFICATION : qualification,
      ...(vetting === "no vetting status" ? {} : { vettingStatus: vetting === "any other" ? OTHER_VETTING_STATUS : vetting }),
    },
  })));

/** Every multiset of up to three held entries, and unknown holdings. */
const HOLDINGS = ["not known"];
for (let a = 0; a <= ENTRIES.length; a += 1)
  for (let b = a; b <= ENTRIES.length; b += 1)
    for (let c = b; c <= ENTRIES.length; c += 1)
      // The index after the last entry means no entry.
      HOLDINGS.push([a, b, c].filter((index) => index < ENTRIES.length).map((index) => ENTRIES[index]));

function effective(held) {
  const of = (state) => HOLDABLE.filter((name) => held.some((entry) => entry.qualification === name && entry.state === state));
  return { active: of("active"), pending: of("pending"), unrecognised: held.some((entry) => entry.state === "unrecognised") };
}

function settabilityCell(target, mode, held) {
  const always = constant.get(`${target} ${mode}`);
  if (always) return always;
  if (held === "not known") return depending.get("not known", "not known", "not known")[`${target} ${mode}`];
  const { active, pending, unrecognised } = effective(held);
  return depending.get(join(active), join(pending), unrecognised ? "yes" : "no")[`${target} ${mode}`];
}

function offerCell(segment, transaction, held) {
  const offers = SALES.includes(transaction) ? sales : others;
  if (held === "not known") return offers.get("not known", "not known")[segment];
  const { active, unrecognised } = effective(held);
  return (unrecognised ? offers.get("any", "yes") : offers.get(join(active), "no"))[segment];
}

/** Returns the expected decision for a cell such as `no S7`. */
function decision(cell) {
  const [answer, ...ids] = cell.split(" ");
  for (const id of ids) assert.equal(rules.get(id).answer, answer, `${id} in a cell ${cell}`);
  return { outcome: OUTCOMES[answer], reasons: ids.map((rule) => ({ rule, code: rules.get(rule).code })) };
}

/** Combines the decisions about account and offer. */
function conjunction(parts) {
  const outcome = WORST_FIRST.find((candidate) => parts.some((part) => part.outcome === candidate));
  const named = outcome === "allowed" ? parts : parts.filter((part) => part.outcome !== "allowed");
  return { outcome, reasons: named.flatMap((part) => part.reasons) };
}

/** Returns the members of the package's result that the tables contain. */
function essence({ outcome, reasons, required, optional }) {
  const shown = { outcome, reasons: reasons.map(({ rule, code }) => ({ rule, code })) };
  return required === undefined ? shown : { ...shown, required: [...required], optional: [...optional] };
}

function check(actual, expected, asked) {
  const shown = essence(actual);
  // Compares texts first: deepEqual for every row would take most of the time.
  if (JSON.stringify(shown) !== JSON.stringify(expected)) assert.deepEqual(shown, expected, JSON.stringify(asked));
}

const heldOf = (held) => (held === "not known" ? {} : { held: held.map((entry) => entry.raw) });

test("the tables are the output of the model", () => {
  const printed = tables();
  assert.deepEqual(readdirSync(FOLDER).sort(), Object.keys(printed).sort());
  for (const [name, text] of Object.entries(printed))
    assert.equal(readFileSync(new URL(name, FOLDER), "utf8"), text, `${name}: run node tests/model/write-tables.mjs`);
});

test("the model passes the cases of the finite decisions", () => {
  for (const file of ["settability", "account-eligibility", "offer-eligibility", "purchase-eligibility"]) {
    const { call, cases } = JSON.parse(readFileSync(new URL(`../cases/${file}.json`, import.meta.url), "utf8"));
    for (const { name, input, expected } of cases) assert.deepEqual(model[call](input), expected, `${file}: ${name}`);
  }
});

test("the tables are complete", () => {
  assert.equal(RULE_ROWS.length, 54);
  assert.equal(ENTRY_ROWS.length, 6);
  assert.equal(DEPENDING_ROWS.length, 131);
  assert.equal(CONSTANT_ROWS.length, 7);
  assert.equal(FIELD_ROWS.length, 5);
  assert.equal(ACCOUNT_ROWS.length, 8);
  assert.equal(SALE_ROWS.length, 18);
  assert.equal(OTHER_ROWS.length, 18);
  assert.equal(HOLDINGS.length, 5457);
});

test("the package has the rules of rules.md", async () => {
  const { RULES } = await import(PACKAGE);
  assert.deepEqual(
    RULES.map(({ id, outcome, code }) => ({ id, outcome, code })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    RULE_ROWS.map(({ rule, answer, code }) => ({ id: rule, outcome: OUTCOMES[answer], code })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
});

test("settability: every set of up to three held entries, target and mode", async () => {
  const { settability, qualificationOptions } = await import(PACKAGE);
  let rows = 0;
  for (const held of HOLDINGS)
    for (const mode of MODES) {
      const options = { mode, ...heldOf(held) };
      const listed = qualificationOptions(options);
      assert.deepEqual(listed.map(({ qualification }) => qualification), QUALIFICATIONS);
      for (const target of [...QUALIFICATIONS, "any other"]) {
        const expected = decision(settabilityCell(target, mode, held));
        const row = expected.outcome === "blocked" ? { required: "-", optional: "-" } : fields.get(target, mode);
        expected.required = split(row.required);
        expected.optional = split(row.optional);
        const asked = target === "any other" ? OTHER_QUALIFICATION : target;
        check(settability(asked, options), expected, { target: asked, ...options });
        const inList = listed.find(({ qualification }) => qualification === target);
        if (inList) check(inList, expected, { list: true, target, ...options });
        rows += 1;
      }
    }
  assert.equal(rows, 65_484);
  assert.deepEqual([...depending.unused], [], "rows of settability.md that no set of entries reaches");
});

test("accounts: every status and transaction", async () => {
  const { accountEligibility } = await import(PACKAGE);
  let rows = 0;
  for (const status of STATUSES)
    for (const transaction of TRANSACTIONS) {
      const expected = decision(account.get(status)[transaction]);
      const asked = { "any other": [OTHER_STATUS], "not known": [null, undefined] }[status] ?? [status];
      for (const text of asked) check(accountEligibility(text, transaction), expected, { status: text, transaction });
      rows += 1;
    }
  assert.equal(rows, 48);
});

test("offers: every set of up to three held entries, segment and transaction, a new purchase by default", async () => {
  const { offerEligibility } = await import(PACKAGE);
  let rows = 0;
  for (const held of HOLDINGS)
    for (const segment of SEGMENTS) {
      const raw = heldOf(held).held;
      const ask = (transaction) => offerEligibility(raw, segment, transaction);
      check(ask(undefined), decision(offerCell(segment, "newPurchase", held)), { held: raw, segment });
      for (const transaction of TRANSACTIONS) {
        check(ask(transaction), decision(offerCell(segment, transaction, held)), { held: raw, segment, transaction });
        rows += 1;
      }
    }
  assert.equal(rows, 130_968);
});

test("purchases: every status, transaction, segment or none, and set of active qualifications", async () => {
  const { purchaseEligibility } = await import(PACKAGE);
  let rows = 0;
  for (const status of STATUSES)
    for (const transaction of TRANSACTIONS)
      for (const segment of ["none", ...SEGMENTS])
        for (const row of offerRows(transaction)) {
          const ofAccount = decision(account.get(status)[transaction]);
          const parts = segment === "none" ? [ofAccount] : [ofAccount, decision(row[segment])];
          const asked = { transaction };
          if (status !== "not known") asked.status = status === "any other" ? OTHER_STATUS : status;
          if (segment !== "none") asked.segment = segment;
          if (row.unrecognised === "yes") asked.held = [{ qualification: OTHER_QUALIFICATION }];
          if (row.unrecognised === "no") asked.held = split(row.active).map((qualification) => ({ qualification }));
          check(purchaseEligibility(asked), conjunction(parts), asked);
          rows += 1;
        }
  assert.equal(rows, 4_320);
});
