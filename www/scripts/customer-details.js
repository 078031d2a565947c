// Everything known of one customer, and every decision about it. What is read again takes the place of what was there.

import { announce } from "./announce.js";
import { answerAsItCame, beingRead, facts, statusAsRead } from "./answer.js";
import { element, redrawing } from "./dom.js";
import { outcomesOf } from "./eligibility.js";
import { faultFacts, faultLine } from "./fault.js";
import { holdings } from "./holdings.js";
import { heldBy, isReading, parts } from "./knowledge.js";
import { eligibilityMatrix } from "./matrix.js";
import { newsOf } from "./news.js";
import { settableTable } from "./settable.js";
import { verbatim } from "./text.js";

export function customerDetails(customer, { know, setQualification }) {
  const heading = element("h3", { tabindex: "-1" }, verbatim(customer.name));
  const account = element("div", { class: "account" });
  const raw = element("div");
  const held = section("Qualifications held");
  const matrix = eligibilityMatrix(customer);
  const settable = section("Qualifications that could be set now");
  const draw = redrawing();

  const again = () => aloud(know.readAgain(customer));
  const readAll = () => aloud(know.readCustomer(customer));

  // What was asked for here is said when it has come.
  async function aloud(reading) {
    const before = outcomesOf(customer);
    await reading;
    announce(newsOf(customer, before), "customer");
  }

  function update() {
    const { status, qualifications } = customer;
    const both = parts(customer).filter(({ answer }) => answer);
    const heldNow = JSON.stringify(qualifications.answer);
    draw(account, JSON.stringify(status.answer), () => accountFacts(status, again), heading);
    draw(held.content, heldNow, () => holdings(customer, { again, ended: readAll }), held.heading);
    draw(settable.content, heldNow, () => settableNow(customer), settable.heading);
    draw(raw, JSON.stringify(both), () => both.flatMap(answerAsItCame), summary);
    matrix.update();
    for (const node of [account, held.content, settable.content])
      node.setAttribute("aria-busy", String(isReading(customer)));
  }

  const summary = element("summary", {}, "The answers as they came");
  const nodes = [
    element(
      "div",
      { class: "details__head" },
      element("div", {}, heading, element("p", { class: "id" }, customer.id)),
      element(
        "div",
        { class: "actions" },
        element(
          "button",
          { type: "button", class: "button", onclick: () => setQualification(customer) },
          "Set a qualification for this customer",
        ),
        element("button", { type: "button", class: "button", onclick: readAll }, "Read again"),
      ),
    ),
    account,
    element("details", { class: "raw" }, summary, raw),
    ...held.nodes,
    element("h4", {}, "Eligibility"),
    ...matrix.nodes,
    ...settable.nodes,
  ];
  return { customer, nodes, heading, update };
}

function section(title) {
  const heading = element("h4", { tabindex: "-1" }, title);
  const content = element("div", { class: "section" });
  return { heading, content, nodes: [heading, content] };
}

function accountFacts({ answer, httpStatus }, again) {
  if (!answer) return [facts([["Account status", beingRead()]])];
  return [
    facts([
      ["Account status", statusAsRead(answer, httpStatus)],
      answer.value?.lastUpdateDateTime && ["Last update (UTC)", verbatim(answer.value.lastUpdateDateTime)],
      ...faultFacts(answer.fault),
    ]),
    answer.ok ? null : faultLine(answer.fault, again),
  ];
}

function settableNow(customer) {
  return [customer.qualifications.answer ? settableTable(heldBy(customer)) : beingRead()];
}
