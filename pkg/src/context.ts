// Reads forms and what the page knows beside them into texts that go into WebAssembly in one copy.

import * as given from "./arguments.js";
import { readSituation } from "./situation.js";
import { speakerOf } from "./speaker.js";
import { FIELDS, MODES } from "./tables.js";
import type { Field } from "./tables.js";

/** Names of other members that are told; the rest is noise. */
const MOST_OTHERS = 8;

/** The names of what the page knows beside the form. */
export const CONTEXT = ["mode", "held", "validationCodes", "customerId", "customerName", "messages"] as const;

/** Reads the fields of a form, each once, and the names of its other members. The value of a check also says for which mode it is. */
export function readForm(form: object, texts = new given.Texts()) {
  const fields = FIELDS.map((field) => fieldText(field, given.member(form, field)));
  for (const field of fields) texts.add(field);
  const mode = given.member(form, "mode");
  const checkedFor = typeof mode === "string" && (MODES as readonly string[]).includes(mode) ? mode : undefined;
  const known: readonly string[] = checkedFor === undefined ? FIELDS : [...FIELDS, "mode"];
  const others: string[] = [];
  for (const name of given.names(form)) {
    if (others.length === MOST_OTHERS) break;
    if (!known.includes(name)) others.push(name);
  }
  return { texts, fields, others, checkedFor, checkedCustomer: checkedFor === undefined ? undefined : fields[0] };
}

/** The text of a field. Inputs of numbers, and answers of the service, have a code as a number. */
export function fieldText(field: Field, value: unknown): unknown {
  const isCode = field === "validationCode" && typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
  return isCode ? String(value) : value;
}

/**
 * Reads what the page knows. The id and the name of the customer go to the texts, behind the fields; not the id beside a value that was
 * checked for the same customer, which names it already.
 */
export function readContext(context: unknown, texts: given.Texts, checkedCustomer?: unknown) {
  const { mode, held, options } = readSituation(context, "context", CONTEXT);
  // A customer that the page has chosen is the page's to get right: an id that is none is a mistake in the program.
  const customerId = given.member(options, "customerId") ?? undefined;
  const chosen = customerId === undefined ? undefined : given.customerId(customerId, "context.customerId");
  const isNamed = typeof checkedCustomer === "string" && chosen !== undefined && given.isSameCustomer(checkedCustomer, chosen);
  texts.add(isNamed ? undefined : chosen);
  texts.add(given.textOrNothing(given.member(options, "customerName"), "context.customerName"));
  const codes = given.member(options, "validationCodes");
  return { mode, held, codes, messages: speakerOf(options, "context") };
}

/** The mode of a check: that of the context, or else the one for which the form was checked already. */
export function agreedMode(checkedFor: string | undefined, mode: number | undefined): number {
  if (mode !== undefined && checkedFor !== undefined && MODES[mode] !== checkedFor) throw otherMode(checkedFor, mode);
  return mode ?? Math.max(0, (MODES as readonly string[]).indexOf(checkedFor ?? ""));
}

function otherMode(checkedFor: string, mode: number): TypeError {
  return given.misuse("form.mode", `"${MODES[mode]}", as context.mode is`, checkedFor);
}

const CODE = ["validationId", "remainingCreates", "organizationName"] as const;

/** Adds the validation codes of the partner to the texts, if they are known. */
export function addCodes(texts: given.Texts, codes: unknown): boolean {
  if (codes === undefined || codes === null) return false;
  for (const code of given.entries(codes, "context.validationCodes")) {
    const [validationId, remainingCreates, organizationName] = given.members(code, CODE);
    texts.add(number(validationId));
    texts.add(number(remainingCreates));
    texts.add(organizationName);
  }
  return true;
}

/** A number as its text. Another value stays what it is. */
function number(value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}
