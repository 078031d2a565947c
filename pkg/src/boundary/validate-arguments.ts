// Validates arguments at run time. WebAssembly gets only plain objects that are made here: each property of an argument is read once, and
// only strings and numbers are passed on.

import { LONGEST_NAME, MAX_BODY_BYTES, MAX_FIELD_BYTES, MOST_ENTRIES } from "../generated/tables.js";
import { instance } from "./instance.js";
import { UNREADABLE, isArray, isCallable, isRecord, isReference, member, members, own, tagOf } from "./members.js";

export { UNREADABLE, isArray, isRecord, member, members, names, own } from "./members.js";

/** Stands for bytes whose memory was transferred or shortened. */
export const GONE: unique symbol = Symbol("gone");

/** Returns the options of a call; an empty object if there are none. */
export function options(value: unknown, argument: string, names: readonly string[] = []): object {
  if (value === undefined || value === null) return {};
  return object(value, argument, names);
}

/** Checks that an argument is an object with members. The expected names help to tell it from a container. */
export function object(value: unknown, argument: string, names: readonly string[] = []): object {
  if (isRecord(value, names)) return value;
  throw misuse(argument, "an object", value, names.length > 0 ? instead(value, argument, names) : converted(value, argument));
}

/** Returns the code that the program should pass instead of a value without members. */
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
    // There is no suggestion for a value that cannot be read.
  }
  return undefined;
}

/** Checks that an argument is a string, and returns it as a name. It is cut off once it is longer than every known name. */
export function name(value: unknown, argument: string): string {
  if (typeof value === "string") return cut(value, LONGEST_NAME);
  throw misuse(argument, "a string", value);
}

/** Returns a name, or `undefined` if it is not known. */
export function nameOrNothing(value: unknown, argument: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return name(value, argument);
  throw misuse(argument, "a string, null or undefined", value);
}

/** Returns a text, or `undefined` if it is not known. */
export function textOrNothing(value: unknown, argument: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw misuse(argument, "a string, null or undefined", value);
}

/** Returns the index of a name in its list. If the value is absent, returns the default, if there is one. */
export function indexOf(list: readonly string[], value: unknown, argument: string, absent?: number): number {
  if (absent !== undefined && (value === undefined || value === null)) return absent;
  const index = typeof value === "string" ? list.indexOf(value) : -1;
  if (index < 0) throw misuse(argument, `one of ${list.join(", ")}`, value);
  return index;
}

/** Checks that an argument is a customer ID. */
export function customerId(value: unknown, argument: string): string {
  if (typeof value === "string" && instance().is_customer_id(cut(value, MAX_FIELD_BYTES))) return value;
  throw notACustomerId(argument, value);
}

/** Creates the error for an argument that is not a customer ID. */
export function notACustomerId(argument: string, value: unknown): TypeError {
  return notAnId(argument, "a customer ID, a GUID", value);
}

/** Creates the error for an argument that is not a valid ID. The nil GUID has a text of its own. */
export function notAnId(argument: string, allowed: string, value: unknown): TypeError {
  const isNil = typeof value === "string" && instance().is_nil_guid(cut(value, MAX_FIELD_BYTES));
  if (!isNil) return misuse(argument, allowed, value);
  return new TypeError(`${argument} must be ${allowed}, not the nil GUID: all zeros name nothing`);
}

export function httpStatus(value: unknown, argument: string): number {
  if (typeof value === "number") return value;
  throw misuse(argument, "a number", value);
}

/** Returns the text of a response. What exceeds the limit is cut off, because it is not read. */
export function body(value: unknown, argument: string): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value.slice(0, MAX_BODY_BYTES + 1);
  throw misuse(argument, "the text of the answer", value);
}

/** A qualification of a customer, as WebAssembly expects it. An entry that cannot be read has no qualification. */
export interface HeldEntry {
  readonly qualification: string | undefined;
  readonly vettingStatus: string | undefined;
}

/** Reads the qualifications of a customer. Returns `undefined` if they are not known. */
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

/** Cuts off a text that is too long. The result is still too long, by one character. */
export function cut(text: string, longest: number): string {
  return text.length > longest ? text.slice(0, longest + 1) : text;
}

/** Returns the entries of an array. Entries beyond the limit count as one unreadable entry, and so does an array with an invalid length. */
export function entries(value: unknown, argument: string, allowed = "an array, null or undefined"): unknown[] {
  if (!isArray(value)) throw misuse(argument, allowed, value, listed(value, argument));
  const length = own(value, "length");
  if (typeof length !== "number" || !Number.isSafeInteger(length) || length < 0) return [UNREADABLE];
  const read = [];
  for (let at = 0; at < length && at < MOST_ENTRIES; at += 1) read.push(own(value, at));
  if (length > MOST_ENTRIES) read.push(UNREADABLE);
  return read;
}

/** Returns the code that the program should pass instead of a value that is not an array. */
function listed(value: unknown, argument: string): string | undefined {
  try {
    if (typeof value !== "object" || value === null) return undefined;
    if (isCallable(value, "then")) return `await ${argument}`;
    if (isCallable(value, "values")) return `Array.from(${argument}.values())`;
    if (isCallable(value, Symbol.iterator)) return `Array.from(${argument})`;
  } catch {
    // There is no suggestion for a value that cannot be read.
  }
  return undefined;
}

/** Creates the error for an argument of another type than declared. If `instead` is given, the text suggests it. */
export function misuse(argument: string, allowed: string, value: unknown, instead?: string): TypeError {
  const problem = `${argument} must be ${allowed}, not ${kind(value)}`;
  return new TypeError(instead === undefined ? problem : `${problem}. Give ${instead}.`);
}

/** Describes a value in a few words. */
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
    // A page can define any text as a string tag.
    if (tag !== "Object" && /^\w{1,40}$/.test(tag)) return `${/^(?:[AEIO]|HTML)/.test(tag) ? "an" : "a"} ${tag}`;
    if (isCallable(object, "then")) return "a Promise";
    if (isCallable(object, "subscribe")) return "a store";
    if (isCallable(object, Symbol.iterator)) return "an iterable";
    if (isReference(object)) return "a reference";
  } catch {
    // A value that cannot be read is still an object.
  }
  return "an object";
}
