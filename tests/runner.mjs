// Runs the cases of one file against the package. Uses no API of Node or of browsers, so that the same code checks the package in
// both.

/**
 * @param {object} rules the namespace of the package
 * @param {{ call: string, cases: readonly object[] }} file a parsed case file; the text of a case with `cut` is split only there
 * @returns {{ name: string, passed: boolean, actual: unknown, expected: unknown }[]}
 */
export function run(rules, { call, cases }) {
  const { view, otherwise = () => [] } = CALLS[call];
  return cases.map(({ name, input, cut, expected }) => {
    const actual = attempt(() => {
      const answer = view(rules, ask(rules, call, input), input);
      for (const [way, other] of otherwise(rules, input, cut)) insist(same(other, answer), `${way} it is ${JSON.stringify(other)}`);
      return answer;
    });
    return { name, passed: same(actual, expected), actual, expected };
  });
}

/** Calls the package with the input of a case. */
export function ask(rules, call, input) {
  return CALLS[call].ask(rules, input);
}

/** Returns the names of all calls. */
export const calls = () => Object.keys(CALLS);

/**
 * For each call: `ask` converts the input of a case to arguments, and `view` converts the result to the form of the cases. For some,
 * `otherwise` calls in other ways that have the same result.
 */
const CALLS = {
  settability: {
    ask: (rules, { target, ...options }) => rules.settability(target, options),
    view: settability,
  },
  accountEligibility: {
    // A status may be absent. A polluted prototype must not provide it.
    ask: (rules, input) => rules.accountEligibility(Object.hasOwn(input, "status") ? input.status : undefined, input.transaction),
    view: decision,
  },
  offerEligibility: {
    ask: (rules, { held, segment, transaction }) => rules.offerEligibility(held, segment, transaction),
    view: decision,
  },
  purchaseEligibility: {
    ask: (rules, input) => rules.purchaseEligibility(input),
    view: decision,
  },
  eligibilityFromResponse: {
    ask: (rules, { httpStatus, body, transaction }) => rules.eligibilityFromResponse(httpStatus, body, transaction),
    view: decision,
  },
  explainPurchaseRefusal: {
    ask: (rules, { httpStatus, body }) => rules.explainPurchaseRefusal(httpStatus, body),
    view: (rules, refusal) => {
      if (refusal === null) return null;
      const { origin, ...rest } = refusal;
      return { ...decision(rules, rest), origin };
    },
  },
  purchaseEligibilityFromResponse: {
    ask: (rules, { httpStatus, body, ...purchase }) => rules.purchaseEligibilityFromResponse(httpStatus, body, purchase),
    view: decision,
  },
  bulkEligibility: {
    ask: (rules, { text, ...options }) => rules.bulkEligibility(written(text), options),
    // Only the bulk reader gives the ends of the records.
    view: (rules, { outcomes, tally, error }, { text, ...options }) =>
      bulkResult(rules, { outcomes, ends: inPieces(rules, [written(text)], options).ends, tally, error }),
    otherwise: function* (rules, { text, ...options }, given) {
      const bytes = written(text);
      for (const cut of given === undefined ? cuts(bytes.length) : [given]) {
        yield [`split at ${cut}`, bulkResult(rules, inPieces(rules, [bytes.subarray(0, cut), bytes.subarray(cut)], options))];
      }
      const asString = typeof text === "string" ? rules.bulkEligibility(text, options) : undefined;
      if (asString !== undefined) yield ["as a string", bulkResult(rules, { ...asString, ends: inPieces(rules, [bytes], options).ends })];
    },
  },
  readValidationStatus: {
    ask: (rules, { httpStatus, body }) => rules.readValidationStatus(httpStatus, body),
    view: answer,
  },
  readQualification: {
    ask: (rules, { httpStatus, body }) => rules.readQualification(httpStatus, body),
    view: answer,
  },
  readQualifications: {
    ask: (rules, { httpStatus, body }) => rules.readQualifications(httpStatus, body),
    view: answer,
  },
  readUpdate: {
    ask: (rules, { mode, httpStatus, body }) => rules.readUpdate(mode, httpStatus, body),
    view: answer,
  },
  readValidationCodes: {
    ask: (rules, { httpStatus, body }) => rules.readValidationCodes(httpStatus, body),
    view: answer,
  },
  readFault: {
    ask: (rules, { httpStatus, body, retryAfter }) => rules.readFault(httpStatus, body, { retryAfter }),
    view: (_rules, read) => fault(read),
  },
  readTimestamp: {
    ask: (rules, { text }) => rules.readTimestamp(text),
    view: (_rules, instant) => instant,
  },
  readRequests: {
    ask: readRequest,
    view: (_rules, request) => withoutCurl(request),
  },
  updateRequests: {
    ask: updateRequest,
    view: (rules, { request, ...rest }) => ({
      ...formResult(rules, rest),
      ...(request !== undefined && { request: withoutCurl(request) }),
    }),
  },
  requestAsCurl: {
    ask: (rules, input) => (input.operation === undefined ? updateRequest(rules, input).request : readRequest(rules, input)),
    view: (_rules, { curl }) => curl,
  },
  checkForm: {
    ask: (rules, { form, context }) => rules.checkForm(form, context),
    view: formResult,
  },
  formMessages: {
    ask: (rules, { form, context }) => rules.checkForm(form, context),
    view: (_rules, { issues = [], warnings, changes = [] }) => [...issues, ...warnings, ...changes].map(({ message }) => message),
  },
  checkField: {
    ask: (rules, { field, text, form, context }) => rules.checkField(field, text, form, context),
    view: fieldCheck,
  },
  fieldPlan: {
    ask: (rules, { qualification, context }) => rules.fieldPlan(qualification, context),
    view: fieldPlan,
  },
};

function readRequest({ requests }, { operation, customerId, requestContext }) {
  return customerId === undefined ? requests[operation](requestContext) : requests[operation](customerId, requestContext);
}

function updateRequest({ requests }, { form, context, requestContext, undetermined }) {
  return (undetermined ? requests.setUndeterminedQualification : requests.setQualification)(form, context, requestContext);
}

/** Returns a request without its curl command, which has cases of its own. */
function withoutCurl({ curl, ...request }) {
  insist(curl.startsWith(`curl --request ${request.method} '${request.url}'`), `the command is ${curl}`);
  insist(request.url.endsWith(request.path), `the path ${request.path} is not that of ${request.url}`);
  return request;
}

/** Converts a result of a reader to the form of the cases: the issue of a fault has no message. */
function answer(_rules, { fault: read, ...rest }) {
  return read === undefined ? rest : { ...rest, fault: fault(read) };
}

function fault({ issue: meaning, ...rest }) {
  return { ...rest, issue: issue(meaning, meaning.code === "noAccountStatus" ? "warning" : "error") };
}

/** Converts a decision to the form of the cases. Everything else in it must match its rules. */
function decision(rules, { outcome, reasons, ...rest }) {
  insist(Object.keys(rest).length === 0, `a decision has no ${Object.keys(rest)}`);
  for (const { rule, code, message, source } of reasons) {
    const entry = rules.RULES.find(({ id }) => id === rule);
    insist(entry !== undefined, `${rule} is not in RULES`);
    insist(entry.code === code, `${rule} has the code ${entry.code}, not ${code}`);
    insist(same(source, entry.source), `${rule} has other sources in RULES`);
    insist(isText(message), `${rule} has no message`);
  }
  return { outcome, rules: reasons.map(({ rule }) => rule), codes: reasons.map(({ code }) => code) };
}

function settability(rules, { required, optional, ...rest }) {
  return { ...decision(rules, rest), required, optional };
}

function fieldCheck(_rules, { issue: problem, warnings, changes, ...rest }) {
  const result = { ...rest, warnings: warnings.map((warning) => issue(warning, "warning")), changes: changes.map(change) };
  if (problem !== undefined) result.issue = issue(problem, "error");
  return result;
}

function fieldPlan(rules, plans) {
  insist(same(plans.map(({ field }) => field), [...rules.FIELDS]), "the plan has each field once, in order");
  return Object.fromEntries(
    plans.map(({ field, need, shown, label, hint, options }) => {
      insist(isText(label) && isText(hint), `${field} has no label or no hint`);
      const plan = { need, shown };
      if (options !== undefined) plan.options = options.map(option);
      return [field, plan];
    }),
  );
}

function option({ value, label, disabled, outcome, reasons }) {
  insist(isText(label), `${value} has no label`);
  insist(disabled === (outcome === "blocked"), `${value} is ${outcome}, but disabled: ${disabled}`);
  insist(!disabled || reasons.length > 0, `${value} is disabled without a reason`);
  return disabled ? `${value} (disabled)` : value;
}

/** Yields where to split a text in two: everywhere, but in a long text at some offsets of its beginning only. */
function* cuts(length) {
  for (let cut = 0; cut < length && cut < 2_000; cut += length < 2_000 ? 1 : 100) yield cut;
}

/** Returns the bytes of a text, which may consist of parts. */
function written(text) {
  const [one, ...others] = [text].flat();
  const bytes = typeof one === "object" ? part(one) : new TextEncoder().encode(one ?? "");
  return others.length === 0 ? bytes : joined(bytes, written(others));
}

function part({ byte, repeat, times }) {
  return byte === undefined ? new TextEncoder().encode(repeat.repeat(times)) : Uint8Array.of(byte);
}

function joined(one, other) {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}

/** Reads a text in pieces with a bulk reader. */
function inPieces(rules, pieces, options) {
  const reader = rules.bulkReader(options);
  const parts = [...pieces.map((piece) => reader.push(piece)), reader.finish()];
  const [outcomes, ends] = ["outcomes", "ends"].map((name) => parts.flatMap((part) => [...part[name]]));
  return { outcomes, ends, tally: reader.tally, error: reader.error };
}

function bulkResult(rules, { outcomes, ends, tally, error }) {
  const names = Array.from(outcomes, (index) => rules.OUTCOMES[index]);
  for (const outcome of rules.OUTCOMES) {
    insist(tally.outcomes[outcome] === names.filter((name) => name === outcome).length, `the tally of ${outcome}`);
  }
  insist(error === undefined || (isText(error.message) && !/\{(?:offset|line|column|member)\}/.test(error.message)), `the message ${error?.message}`);
  return {
    outcomes: names,
    ends: [...ends],
    rules: tally.rules,
    ...(error && { error: withoutMessage(error) }),
  };
}

function withoutMessage({ message, ...rest }) {
  return rest;
}

function formResult(rules, { issues, warnings, changes, ...rest }) {
  const result = { ...rest, warnings: warnings.map((warning) => issue(warning, "warning")) };
  if (issues !== undefined) result.issues = issues.map((problem) => issue(problem, "error"));
  if (changes !== undefined) result.changes = changes.map(change);
  return result;
}

function issue({ severity, params, ...rest }, expectedSeverity) {
  insist(severity === expectedSeverity, `the severity of ${rest.code} is ${severity}`);
  return { ...change(rest), params };
}

function change({ path, code, message }) {
  insist(Array.isArray(path) && path.length <= 1, `the path of ${code} is ${JSON.stringify(path)}`);
  insist(isText(message) && !/\{(input|allowed|min|max|rule|seconds)\}/.test(message), `${code} has the message ${message}`);
  return { path: path[0] ?? null, code };
}

/** Returns whether two JSON values are equal: the order of members does not matter, and undefined is a value. */
export function same(left, right) {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  );
}

function attempt(action) {
  try {
    return action();
  } catch (error) {
    return { threw: String(error) };
  }
}

function insist(condition, message) {
  if (!condition) throw new Error(message);
}

function isText(value) {
  return typeof value === "string" && value !== "";
}
