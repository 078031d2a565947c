// Reads a file of any encoding as UTF-8 text.

import { joinBytes, LINE_FEED } from "./records";

/** Why a file cannot be checked. */
export type FileProblemCode =
  | "fileEmpty"
  | "fileIsWorkbook"
  | "fileNotText"
  | "fileNotReadable"
  | "fileHasNoCustomers"
  | "headerTooLong"
  | "tooManyColumns"
  | "unexpectedError";

export class FileProblem extends Error {
  readonly code: FileProblemCode;
  constructor(code: FileProblemCode, detail = "") {
    super(detail);
    this.code = code;
  }
}

/** Converts an error of reading a file into a problem. */
export function fileProblem(error: unknown): { code: FileProblemCode; detail: string } {
  if (error instanceof FileProblem) return { code: error.code, detail: error.message };
  // Read errors of the browser: the file was changed, moved or deleted, or is a folder.
  if (error instanceof DOMException) return { code: "fileNotReadable", detail: "" };
  return { code: "unexpectedError", detail: String(error) };
}

/** The encodings that a person can choose, by their labels in the Encoding Standard. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr",
  "macintosh",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How the bytes of a file are read, and how sure that is. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** The first line with bytes that are not UTF-8: the encoding is a guess then. */
  readonly badLine?: number;
}

/** So much of a file is looked at to find out how it is read. */
export const HEAD = 256 * 1024;
// Small, since what a piece leaves is garbage only when the next one is read.
const PIECE = 64 * 1024;
const SHORT = 16 * 1024;
const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
// ZIP (which workbooks are), gzip, and the workbooks of Excel 97.
const ARCHIVES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Yields the bytes of a file. Reads the next piece while the current one is processed. */
export async function* pieces(file: Blob, start = 0): AsyncGenerator<Uint8Array> {
  const read = (at: number) => (at < file.size ? file.slice(at, at + PIECE).arrayBuffer() : undefined);
  let next = read(start);
  for (let at = start + PIECE; next; at += PIECE) {
    const bytes = new Uint8Array(await next);
    next = read(at);
    // The caller may stop before it takes the next piece.
    next?.catch(() => {});
    yield bytes;
  }
}

/**
 * Detects the encoding of a file: by its byte order mark, by its zero bytes, or UTF-8 if all bytes are valid.
 *
 * @throws FileProblem if the file is no text.
 */
export async function detectEncoding(file: Blob): Promise<DetectedEncoding> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (head.length === 0) throw new FileProblem("fileEmpty");
  if (ARCHIVES.some((bytes) => startsWith(head, bytes))) throw new FileProblem("fileIsWorkbook");
  for (const [encoding, mark] of BYTE_ORDER_MARKS) if (encoding !== "utf-8" && startsWith(head, mark)) return { encoding };
  const zeros: [number, number] = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[(index % 2) as 0 | 1] += 1;
  // In UTF-16 one of the two bytes of a Latin character, of a separator and of a line end is 0; the other one only of few.
  const [fewer = 0, more = 0] = zeros.toSorted((one, other) => one - other);
  if (fewer + more > head.length / 50 && fewer < more / 10) return { encoding: zeros[0] === more ? "utf-16be" : "utf-16le" };
  if (more > 0) throw new FileProblem("fileNotText");
  const badLine = await firstLineNotUtf8(file);
  return badLine === undefined ? { encoding: "utf-8" } : { encoding: "windows-1252", badLine };
}

async function firstLineNotUtf8(file: Blob): Promise<number | undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 0;
  let begun: Uint8Array = new Uint8Array();
  for await (const bytes of pieces(file)) {
    try {
      // Short texts are collected at once.
      for (let at = 0; at < bytes.length; at += SHORT) decoder.decode(bytes.subarray(at, at + SHORT), { stream: true });
    } catch {
      return lines + 1 + wholeLines(joinBytes(begun, bytes));
    }
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
    begun = begunCharacter(bytes);
  }
  try {
    decoder.decode();
    return undefined;
  } catch {
    return lines + 1;
  }
}

// The bytes of a character that is split at the end of a piece.
function begunCharacter(bytes: Uint8Array): Uint8Array {
  const tail = bytes.slice(-3);
  const lead = tail.findLastIndex((byte) => byte >= 0xc0);
  const byte = tail[lead] ?? 0;
  const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  return lead >= 0 && tail.length - lead < size ? tail.slice(lead) : new Uint8Array();
}

// How many lines there are before the first byte that is not UTF-8.
function wholeLines(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [count, from] = [0, 0];
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
    try {
      decoder.decode(bytes.subarray(from, at));
    } catch {
      break;
    }
    count += 1;
    from = at + 1;
  }
  return count;
}

/** Decodes the beginning of a file. A character that is cut at its end is left out. */
export async function firstText(file: Blob, encoding: Encoding): Promise<string> {
  const head = await file.slice(0, HEAD).arrayBuffer();
  return new TextDecoder(encoding).decode(head, { stream: file.size > HEAD });
}

/** Returns the text of a file in UTF-8, and the length of its byte order mark. As a `Blob`, it is not in the page's memory. */
export async function utf8Text(file: Blob, encoding: Encoding): Promise<{ text: Blob; start: number }> {
  if (encoding === "utf-8") {
    const head = new Uint8Array(await file.slice(0, 3).arrayBuffer());
    const isMarked = startsWith(head, [0xef, 0xbb, 0xbf]);
    return { text: file, start: isMarked ? 3 : 0 };
  }
  const decoder = new TextDecoder(encoding);
  const parts: Blob[] = [];
  for await (const bytes of pieces(file)) parts.push(new Blob([decoder.decode(bytes, { stream: true })]));
  parts.push(new Blob([decoder.decode()]));
  return { text: new Blob(parts), start: 0 };
}

const startsWith = (bytes: Uint8Array, expected: readonly number[]) =>
  expected.every((byte, index) => bytes[index] === byte);
