// Reads forms, and what the page knows beside them, into plain objects whose members WebAssembly reads.

import * as given from "./arguments.js";
import { readSituation } from "./situation.js";
import { speakerOf } from "./speaker.js";
import type { Speaker } from "./speaker.js";
import { FIELDS, MAX_FIELD_BYTES, MODES } from "./tables.js";
import type { Field, Mode } from "./tables.js";

/** Names of other members that are told; the rest is noise. */
const MOST_OTHERS = 8;

/** The names of what the page knows beside the form. */
export const CONTEXT = ["mode", "held", "validationCodes", "customerId", "customerName", "messages"] as const;

/** A form as WebAssembly takes it. */
export type FormInput = { readonly [field in Field]: string | undefined } & {
  /** A bit for each field whose value is no text. */
  readonly notText: number;
  readonly unknownFields: readonly string[] | undefined;
  /** Whether it is the value of a check. */
  readonly isChecked: boolean;
};

/** A form that was read. The value of a check also says for which mode it is. */
export interface ReadForm {
  readonly input: FormInput;
  readonly checkedFor: Mode | undefined;
}

/** Reads the fields of a form, each once, and the names of its other members. */
export function readForm(form: object): ReadForm {
  const mode = given.member(form, "mode");
  const checkedFor = MODES.find((each) => each === mode);
  const texts: { [field in Field]?: string | undefined } = {};
  let notText = 0;
  for (const [place, field] of FIELDS.entries()) {
    const { text, isNotText } = fieldText(field, given.member(form, field));
    texts[field] = text;
    if (isNotText) notText |= 1 << place;
  }
  const unknownFields = unknownNames(form, checkedFor);
  return {
    input: { ...(texts as { [field in Field]: string | undefined }), notText, unknownFields, isChecked: checkedFor !== undefined },
    checkedFor,
  };
}

function unknownNames(form: object, checkedFor: Mode | undefined): readonly string[] | undefined {
  let unknown: string[] | undefined;
  for (const name of given.names(form)) {
    if ((FIELDS as readonly string[]).includes(name) || (checkedFor !== undefined && name === "mode")) continue;
    unknown ??= [];
    if (unknown.push(given.cut(name, MAX_FIELD_BYTES)) === MOST_OTHERS) break;
  }
  return unknown;
}

/** The text of a field. Inputs of numbers, and responses of the service, have a code as a number. */
export function fieldText(field: Field, value: unknown): { readonly text: string | undefined; readonly isNotText: boolean } {
  if (typeof value === "string") return { text: given.cut(value, MAX_FIELD_BYTES), isNotText: false };
  if (value === undefined || value === null) return { text: undefined, isNotText: false };
  const isCode = field === "validationCode" && typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
  return isCode ? { text: String(value), isNotText: false } : { text: undefined, isNotText: true };
}

/** What is known beside a form, as WebAssembly takes it. */
interface ContextInput {
  readonly mode: number;
  readonly held: given.HeldEntry[] | undefined;
  readonly validationCodes: CodeEntry[] | undefined;
  readonly customerId: string | undefined;
  readonly customerName: string | undefined;
}

/** A validation code of the partner, as WebAssembly takes it. One that cannot be read has no id. */
interface CodeEntry {
  readonly validationId: string | undefined;
  readonly remainingCreates: number | undefined;
  readonly organizationName: string | undefined;
}

/** Reads what the page knows. The mode is that of the context, or else the one for which the form was checked already. */
export function readContext(context: unknown, checkedFor?: Mode): { input: ContextInput; messages: Speaker } {
  const { mode, held, options } = readSituation(context, "context", CONTEXT);
  const customerId = given.member(options, "customerId") ?? undefined;
  if (customerId !== undefined && typeof customerId !== "string") throw notTheCustomer(customerId);
  const customerName = given.textOrNothing(given.member(options, "customerName"), "context.customerName");
  const codes = given.member(options, "validationCodes");
  return {
    input: {
      mode: agreedMode(checkedFor, mode),
      held,
      validationCodes: codes === undefined || codes === null ? undefined : given.entries(codes, "context.validationCodes").map(codeEntry),
      customerId: customerId === undefined ? undefined : given.cut(customerId, MAX_FIELD_BYTES),
      customerName: customerName === undefined ? undefined : given.cut(customerName, MAX_FIELD_BYTES),
    },
    messages: speakerOf(options, "context"),
  };
}

/** The error of a customer that the page has chosen, with an id that is none: that is a mistake in the program. */
export function notTheCustomer(customerId: unknown): TypeError {
  return given.notACustomerId("context.customerId", customerId);
}

function agreedMode(checkedFor: Mode | undefined, mode: number | undefined): number {
  if (mode !== undefined && checkedFor !== undefined && MODES[mode] !== checkedFor) {
    throw given.misuse("form.mode", `"${MODES[mode]}", as context.mode is`, checkedFor);
  }
  return mode ?? (checkedFor === undefined ? 0 : MODES.indexOf(checkedFor));
}

const CODE = ["validationId", "remainingCreates", "organizationName"] as const;

function codeEntry(code: unknown): CodeEntry {
  const [validationId, remainingCreates, organizationName] = given.members(code, CODE);
  const id = typeof validationId === "number" ? String(validationId) : validationId;
  return {
    validationId: typeof id === "string" ? given.cut(id, MAX_FIELD_BYTES) : undefined,
    remainingCreates: countOf(remainingCreates),
    organizationName: typeof organizationName === "string" ? given.cut(organizationName, MAX_FIELD_BYTES) : undefined,
  };
}

/** A count as a number: not a number where it cannot be read. */
function countOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
}
