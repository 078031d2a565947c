// Reads what callers give, which types cannot vouch for at run time. Nothing a caller made is touched inside WebAssembly:
// each property is read here, once, and only strings and numbers go on.

import { LONGEST_NAME, MAX_BODY_BYTES, MAX_FIELD_BYTES, MOST_ENTRIES } from "../generated/tables.js";
import { instance } from "./instance.js";
import { UNREADABLE, isArray, isCallable, isRecord, isReference, member, members, own, tagOf } from "./members.js";

export { UNREADABLE, isArray, isRecord, member, members, names, own } from "./members.js";

/** Bytes whose memory was transferred or cut off. */
export const GONE: unique symbol = Symbol("gone");

/** The options of a call, or none. */
export function options(value: unknown, argument: string, names: readonly string[] = []): object {
  if (value === undefined || value === null) return {};
  return object(value, argument, names);
}

/** An object that has members. Some names of those that are asked for tell it from a container. */
export function object(value: unknown, argument: string, names: readonly string[] = []): object {
  if (isRecord(value, names)) return value;
  throw misuse(argument, "an object", value, names.length > 0 ? instead(value, argument, names) : converted(value, argument));
}

/** What to give instead of a value that has no members, as code. */
export function instead(value: unknown, argument: string, names: readonly string[]): string {
  return converted(value, argument) ?? `{ ${names.join(", ")} }`;
}

function converted(value: unknown, argument: string): string | undefined {
  try {
    if (typeof value === "string") return value.trimStart().startsWith("{") ? `JSON.parse(${argument})` : undefined;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    if (isCallable(value, "then")) return `await ${argument}`;
    if (isReference(value)) return `${argument}.value`;
    if (tagOf(value) === "HTMLFormElement") return `Object.fromEntries(new FormData(${argument}))`;
    if (isCallable(value, "json")) return `await ${argument}.json()`;
    if (isCallable(value, "text")) return `JSON.parse(await ${argument}.text())`;
    const arePairs = isCallable(value, "entries") && member(value, Symbol.iterator) === member(value, "entries");
    if (arePairs || tagOf(value) === "Map") return `Object.fromEntries(${argument})`;
  } catch {
    // What cannot be read is not looked at any further.
  }
  return undefined;
}

/** The text of a name. More of it than the longest name has is not needed to know that it is none. */
export function name(value: unknown, argument: string): string {
  if (typeof value === "string") return cut(value, LONGEST_NAME);
  throw misuse(argument, "a string", value);
}

/** The text of a name, or nothing where it is not known. */
export function nameOrNothing(value: unknown, argument: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return name(value, argument);
  throw misuse(argument, "a string, null or undefined", value);
}

/** A text, or nothing where it is not known. */
export function textOrNothing(value: unknown, argument: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw misuse(argument, "a string, null or undefined", value);
}

/** The place of a name in its list. */
export function place(list: readonly string[], value: unknown, argument: string, otherwise?: number): number {
  if (otherwise !== undefined && (value === undefined || value === null)) return otherwise;
  const at = typeof value === "string" ? list.indexOf(value) : -1;
  if (at < 0) throw misuse(argument, `one of ${list.join(", ")}`, value);
  return at;
}

/** The id of a customer, which the program has to get right. */
export function customerId(value: unknown, argument: string): string {
  if (typeof value === "string" && instance().is_customer_id(cut(value, MAX_FIELD_BYTES))) return value;
  throw notACustomerId(argument, value);
}

/** The error of an id of a customer that is none. */
export function notACustomerId(argument: string, value: unknown): TypeError {
  return notAnId(argument, "a customer ID, a GUID", value);
}

/** The error of an id that is none. That all zeros name nothing is said of the nil GUID alone. */
export function notAnId(argument: string, allowed: string, value: unknown): TypeError {
  const isNil = typeof value === "string" && instance().is_nil_guid(cut(value, MAX_FIELD_BYTES));
  if (!isNil) return misuse(argument, allowed, value);
  return new TypeError(`${argument} must be ${allowed}, not the nil GUID: all zeros name nothing`);
}

export function httpStatus(value: unknown, argument: string): number {
  if (typeof value === "number") return value;
  throw misuse(argument, "a number", value);
}

/** The text of an answer. More of it than is read is not copied. */
export function body(value: unknown, argument: string): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value.slice(0, MAX_BODY_BYTES + 1);
  throw misuse(argument, "the text of the answer", value);
}

/** An entry of what a customer holds, as WebAssembly takes it. One that cannot be read has no qualification. */
export interface HeldEntry {
  readonly qualification: string | undefined;
  readonly vettingStatus: string | undefined;
}

/** Reads what a customer holds; nothing where it is not known. */
export function held(value: unknown, argument: string): HeldEntry[] | undefined {
  if (value === undefined || value === null) return undefined;
  return entries(value, argument).map(heldEntry);
}

const HELD = ["qualification", "vettingStatus"] as const;

function heldEntry(entry: unknown): HeldEntry {
  const [qualification, vettingStatus] = members(entry, HELD);
  const hasStatus = typeof vettingStatus === "string";
  const isReadable = typeof qualification === "string" && (hasStatus || vettingStatus === undefined || vettingStatus === null);
  return {
    qualification: isReadable ? cut(qualification, LONGEST_NAME) : undefined,
    vettingStatus: hasStatus ? cut(vettingStatus, LONGEST_NAME) : undefined,
  };
}

/** Returns no more of a text than is needed to know that it is too long. */
export function cut(text: string, longest: number): string {
  return text.length > longest ? text.slice(0, longest + 1) : text;
}

/** The entries of an array. Those beyond the limit, and those of a length that is none, are one entry that cannot be read. */
export function entries(value: unknown, argument: string, allowed = "an array, null or undefined"): unknown[] {
  if (!isArray(value)) throw misuse(argument, allowed, value, listed(value, argument));
  const length = own(value, "length");
  if (typeof length !== "number" || !Number.isSafeInteger(length) || length < 0) return [UNREADABLE];
  const read = [];
  for (let at = 0; at < length && at < MOST_ENTRIES; at += 1) read.push(own(value, at));
  if (length > MOST_ENTRIES) read.push(UNREADABLE);
  return read;
}

/** What to give instead of a value that is no array, as code. */
function listed(value: unknown, argument: string): string | undefined {
  try {
    if (typeof value !== "object" || value === null) return undefined;
    if (isCallable(value, "then")) return `await ${argument}`;
    if (isCallable(value, "values")) return `Array.from(${argument}.values())`;
    if (isCallable(value, Symbol.iterator)) return `Array.from(${argument})`;
  } catch {
    // What cannot be read is not looked at any further.
  }
  return undefined;
}

/** The error of a call that its types do not allow, with what to give instead, where that is known. */
export function misuse(argument: string, allowed: string, value: unknown, instead?: string): TypeError {
  const problem = `${argument} must be ${allowed}, not ${kind(value)}`;
  return new TypeError(instead === undefined ? problem : `${problem}. Give ${instead}.`);
}

/** What a value is, in a word or two. */
export function kind(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null || value === undefined) return String(value);
  if (value === UNREADABLE) return "something that cannot be read";
  if (value === GONE) return "one whose memory is gone";
  if (isArray(value)) return "an array";
  return typeof value === "object" ? kindOfObject(value) : `a ${typeof value}`;
}

function kindOfObject(object: object): string {
  try {
    const tag = tagOf(object);
    // The name of a class of the page is any text.
    if (tag !== "Object" && /^\w{1,40}$/.test(tag)) return `${/^(?:[AEIO]|HTML)/.test(tag) ? "an" : "a"} ${tag}`;
    if (isCallable(object, "then")) return "a Promise";
    if (isCallable(object, "subscribe")) return "a store";
    if (isCallable(object, Symbol.iterator)) return "an iterable";
    if (isReference(object)) return "a reference";
  } catch {
    // What cannot be read is an object all the same.
  }
  return "an object";
}
