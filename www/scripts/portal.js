// Puts the areas together.

import { RULES_VERSION } from "partner-center-rules";
import { customersArea } from "./customers.js";
import { judgeArea } from "./judge.js";
import { formArea } from "./form.js";
import { rulesArea } from "./rules.js";

export async function start() {
  const [customers, answers, validationCodes] = await Promise.all(
    ["/customers.json", "/answers.json", "/validation-codes.json"].map(read),
  );
  const form = formArea({
    form: document.getElementById("set-form"),
    result: document.getElementById("set-result"),
    customers,
    validationCodes,
  });
  customersArea({
    list: document.getElementById("customer-list"),
    details: document.getElementById("customer-details"),
    customers,
    setQualification: form.take,
  });
  judgeArea({
    input: document.getElementById("judge-input"),
    result: document.getElementById("judge-result"),
    answers,
  });
  rulesArea(document.getElementById("rules-content"), RULES_VERSION);
}

async function read(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.json();
}
