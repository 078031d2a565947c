// The steps from a filled-in form to the answer, as a person takes them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { LABELS } from "../../pkg/dist/index.js";
import { CUSTOMER, area, check, choose, radio } from "./portal-page.mjs";

/** What the sandbox starts with. */
export const SEED = JSON.parse(readFileSync(new URL("../../crates/sandbox/data/seed.json", import.meta.url), "utf8"));
/** A code that can be used three times. */
export const CODE = "2041187";
/** An id that the sandbox does not know. */
export const UNKNOWN = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
/** Holds Education, in review. */
export const IN_REVIEW = "e05d17b8-c4a9-4f62-9b30-d6f28a4e7178";

export const form = (page) => area(page, "Set a qualification").locator("#set-form");
export const result = (page) => area(page, "Set a qualification").locator("#set-result");
export const summary = (page, name) => page.getByRole("group", { name, exact: true });
export const question = (page) => page.getByRole("dialog");
export const button = (locator, name) => locator.getByRole("button", { name, exact: true });
export const outcome = (page, name) => result(page).getByRole("heading", { name, exact: true, level: 3 });

export async function fillIn(page, { customerId = CUSTOMER, qualification, validationCode, mode = "asynchronous" }) {
  await radio(page, LABELS.mode[mode]).check();
  await page.getByLabel("Customer ID").fill(customerId);
  await radio(page, LABELS.qualification[qualification]).check();
  if (validationCode !== undefined) await page.getByLabel("Validation code").fill(validationCode);
}

/** Fills the form in and checks it: what would be sent is shown. */
export async function offer(page, values) {
  await fillIn(page, values);
  await check(page);
  await outcome(page, "This would be sent").waitFor();
}

/** Sends what is offered, by the words for what the rules allow. */
export async function send(page) {
  await choose(page, "Set the qualification …");
  await button(question(page), "Set it").click();
}

/** Sends what is offered, by the words for what the rules leave open. */
export async function sendAllTheSame(page) {
  await choose(page, "Send it although the rules leave it open …");
  await button(question(page), "Send it all the same").click();
}

/** The facts that a part of the page shows, by their terms. */
export const facts = (locator) =>
  locator
    .locator(".facts > div")
    .evaluateAll((rows) =>
      Object.fromEntries(rows.map((row) => [row.querySelector("dt").innerText, row.querySelector("dd").innerText])),
    );

/** What the matrix says in the row of new purchases, a letter a column. */
export async function newPurchase(page) {
  const row = area(page, "Customers").locator(".matrix tbody tr").first();
  const words = await row.locator(".outcome__word").allInnerTexts();
  return words.map((word) => word.charAt(0)).join("");
}

/** The one request of a method among those that were sent. */
export function only(sent, method) {
  const found = sent.filter((request) => request.method === method);
  assert.equal(found.length, 1, JSON.stringify(sent));
  return found[0];
}
