// An answer of the service, pasted and judged while it is typed.

import {
  LABELS,
  TRANSACTIONS,
  eligibilityFromResponse,
  purchaseRefusal,
  readValidationStatus,
} from "partner-center-rules";
import { announceDecision } from "./announce.js";
import { facts, statusAsRead } from "./answer.js";
import { outcomeBadge, reasonList } from "./decision.js";
import { element } from "./dom.js";
import { faultFacts } from "./fault.js";
import { verbatim } from "./text.js";

export function judgeArea({ input, result, answers }) {
  const httpStatus = element("input", {
    id: "judge-status",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: "12",
    oninput: judge,
  });
  const body = element("textarea", {
    id: "judge-body",
    rows: "9",
    spellcheck: "false",
    autocomplete: "off",
    dir: "ltr",
    oninput: judge,
  });
  const transaction = element(
    "select",
    { id: "judge-transaction", onchange: judge },
    TRANSACTIONS.map((value) => element("option", { value }, LABELS.transaction[value])),
  );

  function fill(answer) {
    httpStatus.value = answer.httpStatus;
    body.value = answer.body;
    judge();
  }

  function judge() {
    const text = httpStatus.value.trim();
    if (text === "") {
      result.replaceChildren(...nothingJudged(body.value));
      return;
    }
    const status = /^[0-9]+$/.test(text) ? Number(text) : NaN;
    const answer = readValidationStatus(status, body.value);
    const decision = eligibilityFromResponse(status, body.value, transaction.value);
    const subject = LABELS.transaction[transaction.value];
    result.replaceChildren(
      ...judgement("Judgement", subject, decision),
      element("h4", {}, "What was read"),
      facts([
        [
          "Account status",
          statusAsRead(answer, text),
          answer.ok && !answer.value.recognised ? element("span", { class: "muted" }, " not recognised") : null,
        ],
        answer.value?.lastUpdateDateTime !== undefined && [
          "Last update (UTC)",
          verbatim(answer.value.lastUpdateDateTime),
        ],
        ...faultFacts(answer.fault),
      ]),
      ...refusal(status),
    );
    announceDecision(subject, decision);
  }

  // The same answer may have come to a purchase, where it means something else.
  function refusal(status) {
    const decision = purchaseRefusal(status, body.value);
    return decision ? judgement("As the answer to a purchase", "The purchase", decision) : [];
  }

  input.replaceChildren(
    ...examples(answers, fill),
    element(
      "div",
      { class: "field-row" },
      element(
        "div",
        { class: "field field--narrow" },
        element("label", { for: "judge-status" }, "HTTP status"),
        httpStatus,
      ),
      element("div", { class: "field" }, element("label", { for: "judge-transaction" }, "Transaction"), transaction),
    ),
    element("div", { class: "field" }, element("label", { for: "judge-body" }, "Body"), body),
  );
  judge();
}

function nothingJudged(body) {
  const prompt = body.trim() === "" ? "Nothing to judge yet." : "The HTTP status is missing.";
  return [element("h3", {}, "Judgement"), element("p", { class: "empty" }, prompt)];
}

function judgement(heading, subject, decision) {
  return [
    element("h3", {}, heading),
    element("p", { class: "why__head" }, element("span", {}, subject), outcomeBadge(decision.outcome)),
    reasonList(decision.reasons),
  ];
}

function examples(answers, fill) {
  const groups = [...new Set(answers.map(({ group }) => group))];
  return groups.map((group) =>
    element(
      "fieldset",
      { class: "examples" },
      element("legend", {}, group),
      answers
        .filter((answer) => answer.group === group)
        .map((answer) =>
          element(
            "button",
            { type: "button", class: "chip", onclick: () => fill(answer) },
            element("span", { class: "chip__status" }, String(answer.httpStatus)),
            " ",
            answer.name,
          ),
        ),
    ),
  );
}
