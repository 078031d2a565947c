// Puts the areas together.

import { RULES_VERSION } from "partner-center-rules";
import { customersArea } from "./customers.js";
import { fileArea } from "./file/area.js";
import { formArea } from "./form.js";
import { judgeArea } from "./judge.js";
import { knowledge } from "./knowledge.js";
import { rulesArea } from "./rules.js";

// The page is shown with its customers, if they come that soon: what comes later moves what is there.
const A_MOMENT = 1000;

export async function start() {
  const answers = await read("/answers.json");
  const know = knowledge();
  const form = formArea({
    form: document.getElementById("set-form"),
    result: document.getElementById("set-result"),
    know,
    showCustomer: (customer) => customers.lead(customer),
  });
  const customers = customersArea({
    list: document.getElementById("customer-list"),
    details: document.getElementById("customer-details"),
    know,
    setQualification: form.take,
  });
  judgeArea({
    input: document.getElementById("judge-input"),
    result: document.getElementById("judge-result"),
    answers,
  });
  fileArea({
    input: document.getElementById("file-input"),
    result: document.getElementById("file-result"),
    counts: document.getElementById("file-counts"),
    list: document.getElementById("file-list"),
    details: document.getElementById("file-details"),
  });
  rulesArea(document.getElementById("rules-content"), RULES_VERSION);
  know.readCodes();
  await Promise.race([customers.open(), new Promise((resolve) => setTimeout(resolve, A_MOMENT))]);
}

async function read(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.json();
}
