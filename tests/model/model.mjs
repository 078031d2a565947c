// Second implementation of the finite decisions: settability, account, offer and purchase.
//
// All tables are literal, so that they can be compared with the documented rules. They share no code with the Rust crate, and
// repeated rows are written out.

export const QUALIFICATIONS = ["None", "Education", "Nonprofit", "GovernmentCommunityCloud", "StateOwnedEntity"];
export const HOLDABLE = ["Education", "Nonprofit", "GovernmentCommunityCloud", "StateOwnedEntity"];
export const VETTING_STATUSES = ["Approved", "InReview", "Denied"];
export const MODES = ["asynchronous", "synchronous"];
export const STATUSES = ["Allowed", "UnderReview", "NotAllowed", "Unknown", "Not Ready", "NoAccountStatus"];
export const TRANSACTIONS = ["newPurchase", "seatIncrease", "upgrade", "renewal", "seatReduction", "cancellation"];
export const SEGMENTS = ["Commercial", "Education", "Nonprofit", "GovernmentCommunityCloud"];

/** Every rule: its outcome and the code of its reason. */
export const RULES = {
  S0: ["undetermined", "holdingsNotKnown"],
  S1: ["blocked", "cannotBeSet"],
  S2: ["blocked", "notOfferedByApi"],
  S3: ["blocked", "unknownValue"],
  S4: ["blocked", "alreadyHeld"],
  S5: ["undetermined", "reviewInProgress"],
  S6: ["undetermined", "unrecognisedState"],
  S7: ["blocked", "requiresNoQualification"],
  S8: ["undetermined", "reviewInProgress"],
  S9: ["undetermined", "orderNotDocumented"],
  S10: ["blocked", "cannotBeOverridden"],
  S11: ["undetermined", "reviewInProgress"],
  S12: ["undetermined", "reviewInProgress"],
  S13: ["undetermined", "combinationNotDocumented"],
  S14: ["allowed", "settable"],

  A1: ["allowed", "accountAllowed"],
  A2: ["blocked", "accountUnderReview"],
  A3: ["allowed", "unaffectedByReview"],
  A4: ["blocked", "accountNotAllowed"],
  A5: ["blocked", "accountStatusUnknown"],
  A6: ["undetermined", "accountNotReady"],
  A7: ["allowed", "noAccountStatus"],
  A8: ["undetermined", "accountStatusUnrecognised"],
  A9: ["undetermined", "accountStatusNotKnown"],

  R1: ["undetermined", "unexpectedBody"],
  R2: ["undetermined", "otherNotFound"],
  R3: ["undetermined", "credentials"],
  R4: ["undetermined", "retryLater"],
  R5: ["undetermined", "unexpectedHttpStatus"],

  P1: ["blocked", "accountUnderReview"],
  P2: ["blocked", "accountNotAllowed"],
  P3: ["blocked", "accountLocked"],
  P4: ["blocked", "qualificationMissing"],
  P5: ["blocked", "customerAgreementMissing"],
  P6: ["blocked", "limitExceeded"],
  P7: ["blocked", "offerNotAvailable"],
  P8: ["blocked", "creditInsufficient"],
  P9: ["blocked", "riskCheckFailed"],
  P10: ["blocked", "notEligible"],
  P11: ["blocked", "partnerMayNotSell"],

  O1: ["allowed", "segmentAvailable"],
  O2: ["blocked", "segmentNotAvailable"],
  O3: ["allowed", "segmentAvailable"],
  O4: ["blocked", "segmentNotAvailable"],
  O5: ["allowed", "segmentAvailable"],
  O6: ["blocked", "segmentNotAvailable"],
  O7: ["allowed", "segmentAvailable"],
  O8: ["blocked", "segmentNotAvailable"],
  O9: ["allowed", "segmentAvailable"],
  O10: ["blocked", "segmentNotAvailable"],
  O11: ["undetermined", "qualificationsDisagree"],
  O12: ["undetermined", "unrecognisedState"],
  O13: ["undetermined", "holdingsNotKnown"],
  O14: ["undetermined", "existingSubscriptionNotDocumented"],
};

/** How one held entry is read: qualifications in rows, vetting statuses in columns. */
export const ENTRY_COLUMNS = ["no vetting status", "Approved", "InReview", "Denied", "any other"];
export const ENTRY = {
  None: ["dropped", "dropped", "dropped", "dropped", "dropped"],
  Education: ["active", "active", "pending", "not held", "unrecognised"],
  Nonprofit: ["active", "active", "pending", "not held", "unrecognised"],
  GovernmentCommunityCloud: ["active", "active", "pending", "not held", "unrecognised"],
  StateOwnedEntity: ["active", "active", "pending", "not held", "unrecognised"],
  "any other": ["unrecognised", "unrecognised", "unrecognised", "not held", "unrecognised"],
};

/** Settability that does not depend on holdings. */
export const CONSTANT = {
  None: { asynchronous: "S1", synchronous: "S1" },
  Nonprofit: { asynchronous: "S1", synchronous: "S1" },
  StateOwnedEntity: { synchronous: "S2" },
  "any other": { asynchronous: "S3", synchronous: "S3" },
};

/** Settability that depends on holdings. The first row that applies decides. */
const DEPENDING = {
  Education: [
    ["S0", (held) => held === "not known"],
    ["S4", (held) => held.active.includes("Education")],
    ["S5", (held) => held.pending.includes("Education")],
    ["S6", (held) => held.unrecognised],
    ["S10", (held) => held.active.includes("GovernmentCommunityCloud")],
    ["S11", (held) => held.pending.length > 0],
    ["S13", (held) => held.active.includes("Nonprofit")],
    ["S14", () => true],
  ],
  GovernmentCommunityCloud: [
    ["S0", (held) => held === "not known"],
    ["S4", (held) => held.active.includes("GovernmentCommunityCloud")],
    ["S5", (held) => held.pending.includes("GovernmentCommunityCloud")],
    ["S6", (held) => held.unrecognised],
    ["S7", (held) => held.active.includes("Education") || held.active.includes("Nonprofit")],
    ["S8", (held) => held.pending.length > 0],
    ["S9", (held) => held.active.includes("StateOwnedEntity")],
    ["S14", () => true],
  ],
  StateOwnedEntity: [
    ["S0", (held) => held === "not known"],
    ["S4", (held) => held.active.includes("StateOwnedEntity")],
    ["S5", (held) => held.pending.includes("StateOwnedEntity")],
    ["S6", (held) => held.unrecognised],
    ["S12", (held) => held.pending.length > 0],
    ["S13", (held) => held.active.includes("Nonprofit")],
    ["S14", () => true],
  ],
};

/** The fields that go with a qualification. */
export const FIELDS = {
  Education: {
    asynchronous: { required: ["educationSegment"], optional: ["website"] },
    synchronous: { required: [], optional: [] },
  },
  GovernmentCommunityCloud: {
    asynchronous: { required: ["validationCode"], optional: [] },
    synchronous: { required: ["validationCode"], optional: [] },
  },
  StateOwnedEntity: {
    asynchronous: { required: [], optional: [] },
  },
};

/** Account statuses in rows, transactions in columns, in the order of TRANSACTIONS. */
export const ACCOUNT = {
  Allowed: ["A1", "A1", "A1", "A1", "A1", "A1"],
  UnderReview: ["A2", "A2", "A2", "A3", "A3", "A3"],
  NotAllowed: ["A4", "A4", "A4", "A4", "A4", "A4"],
  Unknown: ["A5", "A5", "A5", "A5", "A5", "A5"],
  "Not Ready": ["A6", "A6", "A6", "A6", "A6", "A6"],
  NoAccountStatus: ["A7", "A7", "A7", "A7", "A7", "A7"],
  "any other": ["A8", "A8", "A8", "A8", "A8", "A8"],
  "not known": ["A9", "A9", "A9", "A9", "A9", "A9"],
};

/** The transactions that sell something. */
export const SALES = ["newPurchase", "seatIncrease", "upgrade"];

/** Active qualifications in rows, segments of offers in columns, in the order of SEGMENTS. */
const OFFER = {
  "nothing active": ["O1", "O2", "O2", "O2"],
  Nonprofit: ["O3", "O4", "O3", "O4"],
  Education: ["O5", "O5", "O6", "O6"],
  GovernmentCommunityCloud: ["O8", "O8", "O8", "O7"],
  StateOwnedEntity: ["O9", "O10", "O10", "O10"],
};

/** Returns the known name that equals a text in any ASCII case, or else "any other". */
export function read(text, known) {
  if (typeof text !== "string") return "any other";
  const lower = (value) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return known.find((value) => lower(value) === lower(text)) ?? "any other";
}

/** Returns the effective holdings: "not known", or the active and pending qualifications and whether any entry is unrecognised. */
export function effective(held) {
  if (held === undefined || held === null) return "not known";
  const states = held.map((entry) => {
    if (typeof entry !== "object" || entry === null) return ["any other", "unrecognised"];
    if ("qualification" in entry && "Qualification" in entry) return ["any other", "unrecognised"];
    const qualification = read(entry.qualification ?? entry.Qualification, QUALIFICATIONS);
    const vetting = entry.vettingStatus ?? null;
    const column = vetting === null ? "no vetting status" : read(vetting, VETTING_STATUSES);
    return [qualification, ENTRY[qualification][ENTRY_COLUMNS.indexOf(column)]];
  });
  const holds = (qualification, state) => states.some(([q, s]) => q === qualification && s === state);
  return {
    active: HOLDABLE.filter((qualification) => holds(qualification, "active")),
    pending: HOLDABLE.filter((qualification) => holds(qualification, "pending")),
    unrecognised: states.some(([, state]) => state === "unrecognised"),
  };
}

export function settabilityRule(target, mode, holding) {
  const constant = CONSTANT[target]?.[mode];
  if (constant) return constant;
  return DEPENDING[target].find(([, applies]) => applies(holding))[0];
}

export function accountRule(status, transaction) {
  return ACCOUNT[status][TRANSACTIONS.indexOf(transaction)];
}

export function offerRules(holding, segment, transaction) {
  if (holding === "not known") return ["O13"];
  if (holding.unrecognised) return ["O12"];
  const rules = saleRules(holding.active, SEGMENTS.indexOf(segment));
  const isNo = RULES[rules[0]][0] === "blocked";
  return isNo && !SALES.includes(transaction) ? ["O14"] : rules;
}

function saleRules(held, column) {
  const rows = ["Nonprofit", "Education", "GovernmentCommunityCloud"];
  // Together with Education or GCC, SOE changes nothing.
  if (!held.includes("Education") && !held.includes("GovernmentCommunityCloud")) rows.push("StateOwnedEntity");
  const active = rows.filter((row) => held.includes(row));
  if (active.length === 0) return [OFFER["nothing active"][column]];
  const rules = active.map((row) => OFFER[row][column]);
  const answers = new Set(rules.map((rule) => RULES[rule][0]));
  return answers.size === 1 ? rules : ["O11"];
}

export function purchaseRules(account, offers) {
  const rules = [account, ...offers];
  const obstacles = rules.filter((rule) => RULES[rule][0] !== "allowed");
  return obstacles.length === 0 ? rules : obstacles;
}

/** Combines rules. The worst outcome decides: blocked, then undetermined, then allowed. */
function decision(rules) {
  const outcomes = rules.map((rule) => RULES[rule][0]);
  const outcome = ["blocked", "undetermined", "allowed"].find((worst) => outcomes.includes(worst));
  return { outcome, rules, codes: rules.map((rule) => RULES[rule][1]) };
}

function readStatus(status) {
  if (status === undefined || status === null) return "not known";
  const documented = read(status, [...STATUSES, "NotReady"]);
  return documented === "NotReady" ? "Not Ready" : documented;
}

export function settability({ target, mode = "asynchronous", held }) {
  const name = read(target, QUALIFICATIONS);
  const answer = decision([settabilityRule(name, mode, effective(held))]);
  const fields = answer.outcome === "blocked" ? { required: [], optional: [] } : FIELDS[name][mode];
  return { ...answer, ...fields };
}

export function accountEligibility({ status, transaction = "newPurchase" }) {
  return decision([accountRule(readStatus(status), transaction)]);
}

export function offerEligibility({ held, segment, transaction = "newPurchase" }) {
  return decision(offerRules(effective(held), segment, transaction));
}

export function purchaseEligibility({ status, held, segment, transaction = "newPurchase" }) {
  const account = accountRule(readStatus(status), transaction);
  const offers = segment === undefined ? [] : offerRules(effective(held), segment, transaction);
  return decision(purchaseRules(account, offers));
}
