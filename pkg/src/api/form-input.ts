// Reads forms and contexts into plain objects for WebAssembly.

import * as args from "../boundary/validate-arguments.js";
import { readSettabilityOptions } from "../boundary/settability-options.js";
import { catalogueIn } from "../messages/message-catalogue.js";
import type { MessageCatalogue } from "../messages/message-catalogue.js";
import { FIELDS, MAX_FIELD_BYTES, MODES } from "../generated/tables.js";
import type { Field, Mode } from "../generated/tables.js";

/** The maximum number of unknown members that are reported. */
const MAX_UNKNOWN_NAMES = 8;

/** The members of a context. */
export const CONTEXT = ["mode", "held", "validationCodes", "customerId", "customerName", "messages"] as const;

/** The fields of a form as WebAssembly expects them. */
export type FormInput = { readonly [field in Field]: string | undefined };

/** A form whose members were read. */
export interface ReadForm {
  readonly input: FormInput;
  /** A bit for each field whose value is not a text. */
  readonly notText: number;
  readonly unknownFields: string[] | undefined;
  /** The mode for which the form was checked, if it is the value of a form check. */
  readonly checkedFor: Mode | undefined;
}

/** Reads the fields of a form and the names of its other members. Each member is read once. */
export function readForm(form: object): ReadForm {
  const mode = args.member(form, "mode");
  const checkedFor = typeof mode === "string" ? MODES.find((each) => each === mode) : undefined;
  const read = (field: Field) => fieldText(field, args.member(form, field));
  // One object literal: filling the object in a loop takes ten times as long.
  const texts = {
    customerId: read("customerId"),
    qualification: read("qualification"),
    educationSegment: read("educationSegment"),
    website: read("website"),
    validationCode: read("validationCode"),
  };
  const unknownFields = unknownNames(form, checkedFor);
  const notText = FIELDS.reduce((bits, field, index) => (texts[field] === NOT_TEXT ? bits | (1 << index) : bits), 0);
  return { input: notText === 0 ? (texts as FormInput) : withoutOthers(texts), notText, unknownFields, checkedFor };
}

function withoutOthers(texts: { readonly [field in Field]: unknown }): FormInput {
  return Object.fromEntries(FIELDS.map((field) => [field, textOf(texts[field])])) as FormInput;
}

function unknownNames(form: object, checkedFor: Mode | undefined): string[] | undefined {
  let unknown: string[] | undefined;
  for (const name of args.names(form)) {
    if ((FIELDS as readonly string[]).includes(name) || (checkedFor !== undefined && name === "mode")) continue;
    unknown ??= [];
    if (unknown.push(args.cut(name, MAX_FIELD_BYTES)) === MAX_UNKNOWN_NAMES) break;
  }
  return unknown;
}

/** Stands for a value of a field that is not a text. */
export const NOT_TEXT: unique symbol = Symbol("not text");

/** Returns the text of a field, if there is one. A validation code can be a number, as in number inputs and in responses of the service. */
export function fieldText(field: Field, value: unknown): string | undefined | typeof NOT_TEXT {
  if (typeof value === "string") return args.cut(value, MAX_FIELD_BYTES);
  if (value === undefined || value === null) return undefined;
  const isCode = field === "validationCode" && typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
  return isCode ? String(value) : NOT_TEXT;
}

/** Returns the text of a field, or `undefined` if it is not a text. */
export function textOf(text: unknown): string | undefined {
  return typeof text === "string" ? text : undefined;
}

/** The data about the customer and the partner, as WebAssembly expects it. */
interface KnownInput {
  readonly validationCodes: CodeEntry[] | undefined;
  readonly customerId: string | undefined;
  readonly customerName: string | undefined;
}

/** A validation code of the partner, as WebAssembly expects it. An entry that cannot be read has no id. */
interface CodeEntry {
  readonly validationId: string | undefined;
  readonly remainingCreates: number | undefined;
  readonly organizationName: string | undefined;
}

/** A context whose members were read. */
interface ReadContext {
  readonly mode: number;
  readonly held: args.HeldEntry[] | undefined;
  /** Absent if nothing is known. */
  readonly known: KnownInput | undefined;
  readonly messages: MessageCatalogue;
}

/** Reads a context. The mode is that of the context. If there is none, it is the mode for which the form was already checked. */
export function readContext(context: unknown, checkedFor?: Mode): ReadContext {
  const { mode, held, options } = readSettabilityOptions(context, "context", CONTEXT);
  const codes = args.member(options, "validationCodes") ?? undefined;
  const customerId = args.member(options, "customerId") ?? undefined;
  const customerName = args.textOrNothing(args.member(options, "customerName"), "context.customerName");
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
    validationCodes: codes === undefined ? undefined : args.entries(codes, "context.validationCodes").map(codeEntry),
    customerId: customerId === undefined ? undefined : args.cut(customerId, MAX_FIELD_BYTES),
    customerName: customerName === undefined ? undefined : args.cut(customerName, MAX_FIELD_BYTES),
  };
}

/** Creates the error for a context whose customer ID is not valid, which is a mistake in the program. */
export function notTheCustomer(customerId: unknown): TypeError {
  return args.notACustomerId("context.customerId", customerId);
}

function agreedMode(checkedFor: Mode | undefined, mode: number | undefined): number {
  if (mode !== undefined && checkedFor !== undefined && MODES[mode] !== checkedFor) {
    throw args.misuse("form.mode", `"${MODES[mode]}", as context.mode is`, checkedFor);
  }
  return mode ?? (checkedFor === undefined ? 0 : MODES.indexOf(checkedFor));
}

const CODE = ["validationId", "remainingCreates", "organizationName"] as const;

function codeEntry(code: unknown): CodeEntry {
  const [validationId, remainingCreates, organizationName] = args.members(code, CODE);
  const id = typeof validationId === "number" ? String(validationId) : validationId;
  return {
    validationId: typeof id === "string" ? args.cut(id, MAX_FIELD_BYTES) : undefined,
    remainingCreates: countOf(remainingCreates),
    organizationName: typeof organizationName === "string" ? args.cut(organizationName, MAX_FIELD_BYTES) : undefined,
  };
}

/** Returns a count as a number, or NaN if it cannot be read. */
function countOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
}
