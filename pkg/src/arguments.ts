// Reads what callers give, which types cannot vouch for at run time. Nothing a caller made is touched inside WebAssembly:
// each property is read here, once, and only strings and numbers go on.

import { LONGEST_NAME, MAX_BODY_BYTES, MAX_FIELD_BYTES, MOST_ENTRIES, NOTHING, NOT_KNOWN } from "./tables.js";
import { instance } from "./instance.js";

/** A property that could not be read. */
export const UNREADABLE: unique symbol = Symbol("unreadable");

/** Bytes whose memory was transferred or cut off. */
export const GONE: unique symbol = Symbol("gone");

/** The value of an own property. What is inherited is absent, so that no prototype can slip a value in. */
export function own(object: object, name: PropertyKey): unknown {
  try {
    return Object.hasOwn(object, name) ? (object as Record<PropertyKey, unknown>)[name] : undefined;
  } catch {
    return UNREADABLE;
  }
}

/** The names of the own enumerable properties; none of what cannot be read. */
export function names(object: object): readonly string[] {
  try {
    return Object.keys(object);
  } catch {
    return [];
  }
}

/** The options of a call, or none. */
export function options(value: unknown, argument: string): object {
  if (value === undefined || value === null) return {};
  return object(value, argument);
}

export function object(value: unknown, argument: string): object {
  if (isObject(value)) return value;
  throw misuse(argument, "an object", value);
}

/** Whether a value can have properties to be read: no array, and no proxy that was revoked. */
export function isObject(value: unknown): value is object {
  try {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The text of a name. More of it than the longest name has is not needed to know that it is none. */
export function name(value: unknown, argument: string): string {
  if (typeof value === "string") return value.slice(0, LONGEST_NAME + 1);
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
  if (typeof value === "string" && instance().is_customer_id(value.slice(0, MAX_FIELD_BYTES + 1))) return value;
  throw misuse(argument, "a customer ID, a GUID", value);
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

/** What a customer holds, as the number that stands for it. An entry that cannot be read is unrecognised. */
export function held(value: unknown, argument: string): number {
  if (value === undefined || value === null) return NOT_KNOWN;
  const read = entries(value, argument);
  if (read.length === 0) return NOTHING;
  const texts = new Texts(LONGEST_NAME);
  for (const entry of read) {
    const isObject = typeof entry === "object" && entry !== null;
    texts.add(isObject ? either(entry, "qualification", "Qualification") : UNREADABLE);
    texts.add(isObject ? either(entry, "vettingStatus", "VettingStatus") : UNREADABLE);
  }
  return instance().holdings(texts.joined);
}

/** A property that the service spells in two ways. With both, which one is meant cannot be known. */
function either(entry: object, name: string, other: string): unknown {
  const value = own(entry, name);
  const otherValue = own(entry, other);
  if (value !== undefined && otherValue !== undefined) return UNREADABLE;
  return value ?? otherValue;
}

/** The entries of an array. Those beyond the limit, and those of a length that is none, are one entry that cannot be read. */
export function entries(value: unknown, argument: string): unknown[] {
  if (!isArray(value)) throw misuse(argument, "an array, null or undefined", value);
  const length = own(value, "length");
  if (typeof length !== "number" || !Number.isSafeInteger(length) || length < 0) return [UNREADABLE];
  const read = [];
  for (let at = 0; at < length && at < MOST_ENTRIES; at += 1) read.push(own(value, at));
  if (length > MOST_ENTRIES) read.push(UNREADABLE);
  return read;
}

export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    // A revoked proxy.
    return false;
  }
}

/**
 * Texts that go into WebAssembly in one copy. First what each is: its length, `-` if it is absent, `!` if it is no text. A NUL
 * follows that list, and each text.
 *
 * @internal
 */
export class Texts {
  #kinds = "";
  #texts = "";
  readonly #longest: number;

  /** The longest text that matters: of one that is longer only the start goes on, enough to be refused. */
  constructor(longest: number = MAX_FIELD_BYTES) {
    this.#longest = longest;
  }

  get joined(): string {
    return `${this.#kinds}\0${this.#texts}`;
  }

  add(value: unknown): void {
    if (typeof value === "string") {
      const text = value.length > this.#longest ? value.slice(0, this.#longest + 1) : value;
      this.#kinds += `${text.length},`;
      this.#texts += `${text}\0`;
    } else {
      this.#kinds += value === undefined || value === null ? "-," : "!,";
    }
  }
}

/** The error of a call that its types do not allow. */
export function misuse(argument: string, allowed: string, value: unknown): TypeError {
  return new TypeError(`${argument} must be ${allowed}, not ${kind(value)}`);
}

function kind(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null || value === undefined) return String(value);
  if (value === UNREADABLE) return "something that cannot be read";
  if (value === GONE) return "one whose memory is gone";
  if (isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
