// Reads forms and what the page knows beside them into texts that go into WebAssembly in one copy.

import * as given from "./arguments.js";
import { readSituation } from "./situation.js";
import { speaker } from "./speaker.js";
import { FIELDS } from "./tables.js";

/** Names of other members that are told; the rest is noise. */
const MOST_OTHERS = 8;

/** Reads the fields of a form, each once, and the names of its other members. */
export function readForm(form: object, texts = new given.Texts()): { texts: given.Texts; fields: unknown[]; others: string[] } {
  const fields = FIELDS.map((field) => given.own(form, field));
  for (const field of fields) texts.add(field);
  const others: string[] = [];
  for (const name of given.names(form)) {
    if (others.length === MOST_OTHERS) break;
    if (!(FIELDS as readonly string[]).includes(name)) others.push(name);
  }
  return { texts, fields, others };
}

/** Reads what the page knows. The id and the name of the customer go to the texts, behind the fields. */
export function readContext(context: unknown, texts: given.Texts) {
  const { mode, held, options } = readSituation(context, "context");
  // A customer that the page has chosen is the page's to get right: an id that is none is a mistake in the program.
  const customerId = given.own(options, "customerId") ?? undefined;
  texts.add(customerId === undefined ? undefined : given.customerId(customerId, "context.customerId"));
  texts.add(given.textOrNothing(given.own(options, "customerName"), "context.customerName"));
  return { mode, held, codes: given.own(options, "validationCodes"), messages: speaker(options, "context") };
}

/** Adds the validation codes of the partner to the texts, if they are known. */
export function addCodes(texts: given.Texts, codes: unknown): boolean {
  if (codes === undefined || codes === null) return false;
  for (const code of given.entries(codes, "context.validationCodes")) {
    const isObject = typeof code === "object" && code !== null;
    texts.add(isObject ? number(given.own(code, "validationId")) : given.UNREADABLE);
    texts.add(isObject ? number(given.own(code, "remainingCreates")) : given.UNREADABLE);
    texts.add(isObject ? given.own(code, "organizationName") : given.UNREADABLE);
  }
  return true;
}

/** A number as its text. Another value stays what it is. */
function number(value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}
