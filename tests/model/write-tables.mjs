// Prints the decision tables in tests/tables from the model. Run: node tests/model/write-tables.mjs
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  ACCOUNT, CONSTANT, ENTRY, ENTRY_COLUMNS, FIELDS, HOLDABLE, MODES, RULES, SALES, SEGMENTS, TRANSACTIONS,
  accountRule, offerRules, settabilityRule,
} from "./model.mjs";

const ANSWER = { allowed: "yes", blocked: "no", undetermined: "?" };

const HOW_TO_READ = `\`yes\` is allowed, \`no\` is blocked, \`?\` is undetermined; after it come the ids of the rules that decide, as in rules.md.
A line that starts with a bar is part of a table: first the header, then a line of dashes, then the rows.`;

const LISTS = "A list is joined with ` + `; `-` is an empty list.";

function cell(rules) {
  const outcomes = new Set(rules.map((rule) => RULES[rule][0]));
  if (outcomes.size !== 1) throw new Error(`${rules} do not agree`);
  return `${ANSWER[[...outcomes][0]]} ${rules.join(" ")}`;
}

function list(values) {
  return values.length === 0 ? "-" : values.join(" + ");
}

function table(header, rows) {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((text, column) => text.padEnd(widths[column])).join(" | ")} |`;
  return [line(header), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join("\n");
}

function subsets(values, most) {
  if (values.length === 0 || most === 0) return [[]];
  const [first, ...rest] = values;
  return [...subsets(rest, most - 1).map((subset) => [first, ...subset]), ...subsets(rest, most)];
}

/** Returns every effective holding of up to three entries, smaller ones first. */
function holdings() {
  const states = [
    ...HOLDABLE.map((qualification) => ["active", qualification]),
    ...HOLDABLE.map((qualification) => ["pending", qualification]),
    ["unrecognised"],
  ];
  return subsets(states, 3)
    .sort((a, b) => a.length - b.length)
    .map((chosen) => ({
      active: chosen.filter(([state]) => state === "active").map(([, qualification]) => qualification),
      pending: chosen.filter(([state]) => state === "pending").map(([, qualification]) => qualification),
      unrecognised: chosen.some(([state]) => state === "unrecognised"),
    }));
}

function rulesFile() {
  const rows = Object.entries(RULES).map(([rule, [outcome, code]]) => [rule, ANSWER[outcome], code]);
  return `# Rules

Every rule with its answer and the code of its reason: S settability, A account status, R answers that cannot be read,
P refused purchases, O offers.
\`yes\` is allowed, \`no\` is blocked, \`?\` is undetermined.
A line that starts with a bar is part of a table: first the header, then a line of dashes, then the rows.

${table(["rule", "answer", "code"], rows)}
`;
}

function holdingsFile() {
  const rows = Object.entries(ENTRY).map(([qualification, states]) => [qualification, ...states]);
  return `# Holdings

How one entry of what a customer holds is read: its qualification down, its vetting status across. \`any other\` is every
text that is not named here. The effective holding of the other tables is what is active, what is pending and whether anything
is unrecognised; what is dropped or not held plays no part.
A line that starts with a bar is part of a table: first the header, then a line of dashes, then the rows.

${table(["qualification", ...ENTRY_COLUMNS], rows)}
`;
}

function settabilityFile() {
  const columns = MODES.flatMap((mode) => Object.keys(FIELDS).filter((target) => FIELDS[target][mode]).map((target) => [target, mode]));
  const answers = (holding) => columns.map(([target, mode]) => cell([settabilityRule(target, mode, holding)]));
  const rows = [
    ["not known", "not known", "not known", ...answers("not known")],
    ...holdings().map((holding) => [
      list(holding.active), list(holding.pending), holding.unrecognised ? "yes" : "no", ...answers(holding),
    ]),
  ];
  const constant = Object.entries(CONSTANT).flatMap(([target, byMode]) =>
    Object.entries(byMode).map(([mode, rule]) => [target, mode, cell([rule])]));
  const fields = columns.map(([target, mode]) => {
    const { required, optional } = FIELDS[target][mode];
    return [target, mode, list(required), list(optional)];
  });
  return `# Settability

May the target be set now, given what the customer holds? ${LISTS}
${HOW_TO_READ}

## What holdings decide

One row for what is effectively held (holdings.md says how entries are read): every one that up to three entries can give.
The three columns before the answers are the key; the others are a target and a mode.

${table(["active", "pending", "unrecognised", ...columns.map(([target, mode]) => `${target} ${mode}`)], rows)}

## What no holding changes

The target and the mode are the key. \`any other\` is every text that is not the name of a qualification.

${table(["target", "mode", "answer"], constant)}

## The fields that go with a target

They come with every answer but \`no\`; with \`no\` both are empty. The target and the mode are the key.

${table(["target", "mode", "required", "optional"], fields)}
`;
}

function accountFile() {
  const rows = Object.keys(ACCOUNT).map((status) => [status, ...TRANSACTIONS.map((transaction) => cell([accountRule(status, transaction)]))]);
  return `# Account status

May the transaction go on, as far as the account is concerned? The status is the key; \`any other\` is every text that is not
named here, \`not known\` is no text at all.
${HOW_TO_READ}

${table(["status", ...TRANSACTIONS], rows)}
`;
}

function offersFile() {
  const active = subsets(HOLDABLE, HOLDABLE.length).sort((a, b) => a.length - b.length);
  const rows = (transaction) => {
    const answers = (holding) => SEGMENTS.map((segment) => cell(offerRules(holding, segment, transaction)));
    return [
      ["not known", "not known", ...answers("not known")],
      ["any", "yes", ...answers({ active: [], pending: [], unrecognised: true })],
      ...active.map((qualifications) => [list(qualifications), "no", ...answers({ active: qualifications, pending: [], unrecognised: false })]),
    ];
  };
  const others = TRANSACTIONS.filter((transaction) => !SALES.includes(transaction));
  return `# Offers

Does the segment of an offer let a transaction go on? The key is what is active and whether anything is unrecognised (holdings.md says
how entries are read); \`any\` stands for every list. What is pending qualifies for nothing yet. ${LISTS}
${HOW_TO_READ}

A purchase with a segment is the answer of account.md and the answer of these tables together: no if either is no, else \`?\` if
either is, else yes. A yes names the rules of both, the account's first; otherwise only those are named that are not yes.

## Transactions that sell

${SALES.join(", ")}.

${table(["active", "unrecognised", ...SEGMENTS], rows(SALES[0]))}

## Transactions that sell nothing

${others.join(", ")}. The documentation is about selling: what is \`no\` there is \`?\` here.

${table(["active", "unrecognised", ...SEGMENTS], rows(others[0]))}
`;
}

/** Returns the text of every file in tests/tables by its name. */
export function tables() {
  return {
    "rules.md": rulesFile(),
    "holdings.md": holdingsFile(),
    "settability.md": settabilityFile(),
    "account.md": accountFile(),
    "offers.md": offersFile(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(tables())) writeFileSync(new URL(`../tables/${name}`, import.meta.url), text);
}
