// What came of an update that was sent: accepted, with the review until it ends, or a fault with what to do next.

import { LABELS } from "partner-center-rules";
import { answerAsItCame, facts } from "./answer.js";
import { outcomeBadge } from "./decision.js";
import { element, redrawing } from "./dom.js";
import { changesBetween, outcomesOf, whatChanged } from "./eligibility.js";
import { faultFacts } from "./fault.js";
import { qualificationName } from "./holdings.js";
import { issueLine } from "./issue.js";
import { heldBy, isReading } from "./knowledge.js";
import { isInReview, reviewControl } from "./review.js";
import { verbatim } from "./text.js";

export const nothingChecked = () => nothing("Nothing has been checked yet.");
export const notReady = () => nothing("There is none: the form has errors.");

function nothing(why) {
  return { nodes: [element("h3", { tabindex: "-1" }, "The update"), element("p", { class: "empty" }, why)] };
}

// It follows the customer: the review state and the eligibility are those that were read last.
export function accepted({ answer, request, httpStatus, body, customer, before }, { ended, showCustomer }) {
  const heading = element("h3", { tabindex: "-1" }, "The update was accepted");
  const eligibility = element("h4", { tabindex: "-1" }, "What has changed in the eligibility");
  const [state, changed, review] = [element("div"), element("div"), element("div")];
  const draw = redrawing();

  function update() {
    const entry = entryNow(customer, answer.value);
    draw(state, JSON.stringify(entry), () => [facts(entryFacts(customer, entry))], heading);
    if (!customer) return;
    const changes = isReading(customer) ? undefined : changesBetween(before, outcomesOf(customer));
    draw(changed, JSON.stringify(changes), () => [changeList(changes)], eligibility);
    draw(review, isInReview(entry), () => [isInReview(entry) ? control(entry) : null], eligibility);
  }

  const control = ({ qualification }) => reviewControl({ place: "update", customer, qualification, ended });
  const nodes = [heading, state, review];
  if (customer) {
    const button = element("button", { type: "button", class: "button", onclick: showCustomer }, "Show the customer");
    nodes.push(eligibility, changed, element("div", { class: "actions" }, button));
  }
  nodes.push(raw({ ...request, httpStatus, body }));
  return { nodes, update };
}

// What the customer holds of it by now, or what the answer said.
function entryNow(customer, said) {
  const held = customer && heldBy(customer);
  return held?.find(({ qualification }) => qualification === said.qualification) ?? said;
}

function entryFacts(customer, { qualification, vettingStatus, vettingReason, vettingCreateDate }) {
  return [
    customer && ["Customer", verbatim(customer.name)],
    ["Qualification", qualificationName(qualification)],
    vettingStatus && ["Vetting status", verbatim(vettingStatus)],
    vettingReason && ["Vetting reason", verbatim(vettingReason)],
    vettingCreateDate && ["Created", verbatim(vettingCreateDate)],
  ];
}

function changeList(changes) {
  if (!changes) return element("p", { class: "muted" }, "The customer is being read again …");
  if (changes.length === 0) return element("p", { class: "empty" }, "Nothing.");
  return element(
    "ul",
    { class: "changed" },
    changes.map((change) => element("li", {}, changeLine(change))),
  );
}

function changeLine({ from, to, ...change }) {
  return [`${whatChanged(change)}: `, outcomeBadge(to), ` was ${LABELS.outcome[from]}`];
}

export function faulty({ answer, value, request, httpStatus, body, retryAfter, answeredAt }, { again, lang }) {
  const { fault } = answer;
  const without = withoutCode(value.validationCode);
  const trigger = element("button", { type: "button", class: "button button--main", onclick: again }, "Send it again");
  return {
    trigger,
    nodes: [
      element("h3", { tabindex: "-1" }, "The update was not confirmed"),
      element("div", { lang }, issueLine(fault.issue)),
      facts([
        ["HTTP status", httpStatus === 0 ? "None" : String(httpStatus)],
        ...faultFacts(fault, without),
        ["The cause lies with", LABELS.faultOrigin[fault.origin]],
        retryAfter !== undefined && ["Retry-After", wait(retryAfter, answeredAt)],
      ]),
      fault.isRetryable ? retry(trigger, request) : null,
      httpStatus === 0 ? null : raw({ ...request, path: without(request.path), httpStatus, body: without(body) }),
    ],
  };
}

function retry(trigger, request) {
  return element(
    "div",
    { class: "actions" },
    trigger,
    element("p", { class: "muted" }, "With the same request ID: ", verbatim(request.headers["MS-RequestId"])),
  );
}

// What is shown of a request that failed is what gets into tickets and logs. A validation code does not belong there.
function withoutCode(code) {
  if (code === undefined) return (text) => text;
  const number = new RegExp(`(?<![0-9])0*${code}(?![0-9])`, "g");
  return (text) => text.replace(number, "…");
}

// Seconds, and when they are over by the clock of those who wait; or a text that is shown as it came.
function wait(text, answeredAt) {
  if (!/^[0-9]{1,6}$/.test(text)) return verbatim(text);
  const until = new Date(answeredAt + Number(text) * 1000);
  return `${Number(text)} s, until ${until.toLocaleTimeString("en-GB")}`;
}

function raw(exchange) {
  return element(
    "details",
    { class: "raw" },
    element("summary", {}, "The answer as it came"),
    element("div", {}, answerAsItCame(exchange)),
  );
}
