// Reads arguments that are bytes or long texts. A typed array can have misleading properties, and its memory can be detached.

import { GONE, misuse } from "./validate-arguments.js";
import { MOST_PIECE_BYTES } from "../generated/tables.js";

/** Returns a text in UTF-8, in pieces of limited size for WebAssembly. */
export function* textPieces(value: unknown, argument: string): Generator<Uint8Array> {
  if (typeof value === "string") yield* encoded(value);
  else yield* pieces(bytes(value, argument, "a string, a Uint8Array or an ArrayBuffer"));
}

/** Returns bytes in pieces of limited size for WebAssembly. */
export function bytePieces(value: unknown, argument: string): Generator<Uint8Array> {
  return pieces(bytes(value, argument, "a Uint8Array or an ArrayBuffer"));
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += MOST_PIECE_BYTES) yield bytes.subarray(at, at + MOST_PIECE_BYTES);
}

/** Encodes a text in UTF-8. As usual, a lone surrogate becomes a replacement character. */
function* encoded(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(MOST_PIECE_BYTES);
  // A UTF-16 code unit takes at most three bytes.
  const most = Math.floor(bytes.length / 3);
  for (let at = 0; at < text.length; ) {
    const isPairCut = isHighSurrogate(text.charCodeAt(at + most - 1)) && isLowSurrogate(text.charCodeAt(at + most));
    const end = at + (isPairCut ? most - 1 : most);
    yield bytes.subarray(0, encoder.encodeInto(text.slice(at, end), bytes).written);
    at = end;
  }
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** Returns the bytes as a plain view. Own properties of a typed array are ignored, because they can be misleading. */
function bytes(value: unknown, argument: string, allowed: string): Uint8Array {
  const isArray = isByteArray(value);
  if (!isArray && !isBuffer(value)) throw misuse(argument, allowed, value);
  try {
    if (!isArray) return new Uint8Array(value as ArrayBuffer);
    // Throws if the memory is detached. Otherwise the array would seem to be empty.
    Uint8Array.prototype.keys.call(value as Uint8Array);
    const [buffer, start, length] = (["buffer", "byteOffset", "length"] as const).map((name) => inherent(value, name));
    return new Uint8Array(buffer as ArrayBuffer, start as number, length as number);
  } catch {
    throw misuse(argument, allowed, GONE);
  }
}

function isByteArray(value: unknown): boolean {
  return inherent(value, Symbol.toStringTag) === "Uint8Array";
}

function isBuffer(value: unknown): boolean {
  try {
    Reflect.get(ArrayBuffer.prototype, "byteLength", value);
    return true;
  } catch {
    return false;
  }
}

/** Returns a built-in property of a typed array, which its creator cannot override. Returns `undefined` for other values. */
function inherent(value: unknown, name: PropertyKey): unknown {
  return Reflect.get(Object.getPrototypeOf(Uint8Array.prototype) as object, name, value);
}
