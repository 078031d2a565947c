// Reads forms, and what the page knows beside them, into plain objects whose members WebAssembly reads.

import * as given from "./validate-arguments.js";
import { readSettabilityOptions } from "./settability-options.js";
import { catalogueIn } from "../messages/message-catalogue.js";
import type { MessageCatalogue } from "../messages/message-catalogue.js";
import { FIELDS, MAX_FIELD_BYTES, MODES } from "../generated/tables.js";
import type { Field, Mode } from "../generated/tables.js";

/** Names of other members that are told; the rest is noise. */
const MOST_OTHERS = 8;

/** The names of what the page knows beside the form. */
export const CONTEXT = ["mode", "held", "validationCodes", "customerId", "customerName", "messages"] as const;

/** The fields of a form as WebAssembly takes them. */
export type FormInput = { readonly [field in Field]: string | undefined };

/** A form that was read. */
export interface ReadForm {
  readonly input: FormInput;
  /** A bit for each field whose value is no text. */
  readonly notText: number;
  readonly unknownFields: string[] | undefined;
  /** Of the value of a check: for which mode it is. */
  readonly checkedFor: Mode | undefined;
}

/** Reads the fields of a form, each once, and the names of its other members. */
export function readForm(form: object): ReadForm {
  const mode = given.member(form, "mode");
  const checkedFor = typeof mode === "string" ? MODES.find((each) => each === mode) : undefined;
  const read = (field: Field) => fieldText(field, given.member(form, field));
  // One literal: an object that is filled in a loop takes ten times as long.
  const texts = {
    customerId: read("customerId"),
    qualification: read("qualification"),
    educationSegment: read("educationSegment"),
    website: read("website"),
    validationCode: read("validationCode"),
  };
  const unknownFields = unknownNames(form, checkedFor);
  const notText = FIELDS.reduce((bits, field, place) => (texts[field] === NOT_TEXT ? bits | (1 << place) : bits), 0);
  return { input: notText === 0 ? (texts as FormInput) : withoutOthers(texts), notText, unknownFields, checkedFor };
}

function withoutOthers(texts: { readonly [field in Field]: unknown }): FormInput {
  return Object.fromEntries(FIELDS.map((field) => [field, textOf(texts[field])])) as FormInput;
}

function unknownNames(form: object, checkedFor: Mode | undefined): string[] | undefined {
  let unknown: string[] | undefined;
  for (const name of given.names(form)) {
    if ((FIELDS as readonly string[]).includes(name) || (checkedFor !== undefined && name === "mode")) continue;
    unknown ??= [];
    if (unknown.push(given.cut(name, MAX_FIELD_BYTES)) === MOST_OTHERS) break;
  }
  return unknown;
}

/** A value of a field that is no text. */
export const NOT_TEXT: unique symbol = Symbol("not text");

/** The text of a field, if there is one. Inputs of numbers, and responses of the service, have a code as a number. */
export function fieldText(field: Field, value: unknown): string | undefined | typeof NOT_TEXT {
  if (typeof value === "string") return given.cut(value, MAX_FIELD_BYTES);
  if (value === undefined || value === null) return undefined;
  const isCode = field === "validationCode" && typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
  return isCode ? String(value) : NOT_TEXT;
}

/** The text of a field; nothing where it is no text. */
export function textOf(text: unknown): string | undefined {
  return typeof text === "string" ? text : undefined;
}

/** What is known of the customer and of the partner, as WebAssembly takes it. */
interface KnownInput {
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

/** What is known beside a form. */
export interface ReadContext {
  readonly mode: number;
  readonly held: given.HeldEntry[] | undefined;
  /** Absent where nothing of it is known. */
  readonly known: KnownInput | undefined;
  readonly messages: MessageCatalogue;
}

/** Reads what the page knows. The mode is that of the context, or else the one for which the form was checked already. */
export function readContext(context: unknown, checkedFor?: Mode): ReadContext {
  const { mode, held, options } = readSettabilityOptions(context, "context", CONTEXT);
  const codes = given.member(options, "validationCodes") ?? undefined;
  const customerId = given.member(options, "customerId") ?? undefined;
  const customerName = given.textOrNothing(given.member(options, "customerName"), "context.customerName");
  const isKnown = codes !== undefined || customerId !== undefined || customerName !== undefined;
  return {
    mode: agreedMode(checkedFor, mode),
    held,
    known: isKnown ? readKnown(codes, customerId, customerName) : undefined,
    messages: catalogueIn(options, "context"),
  };
}

function readKnown(codes: unknown, customerId: unknown, customerName: string | undefined): KnownInput {
  if (customerId !== undefined && typeof customerId !== "string") throw notTheCustomer(customerId);
  return {
    validationCodes: codes === undefined ? undefined : given.entries(codes, "context.validationCodes").map(codeEntry),
    customerId: customerId === undefined ? undefined : given.cut(customerId, MAX_FIELD_BYTES),
    customerName: customerName === undefined ? undefined : given.cut(customerName, MAX_FIELD_BYTES),
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
