// Splits JSON into records: an array, JSON lines, or a list inside an object as in Microsoft's responses. It only finds
// where a record is; the package reads it.

import { CARRIAGE_RETURN, LINE_FEED, LONGEST_RECORD, QUOTE, joinBytes } from "./records";
import type { RawRecord, RecordCutter } from "./records";

const [BACKSLASH, COLON, COMMA] = [0x5c, 0x3a, 0x2c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const [SPACE, TAB] = [0x20, 0x09];
const IS_SPECIAL = new Uint8Array(256);
for (const byte of [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, LINE_FEED, CARRIAGE_RETURN])
  IS_SPECIAL[byte] = 1;
// The names under which Microsoft's services and partners' programs return a list.
const LIST_MEMBERS = ["items", "value", "customers", "results", "records", "data"];
// The beginning of an object that contains the object with the list.
const WRAPPER = /^\{\s*"(?:d|data|response|result|body)"\s*:\s*\{/i;
// An object with one of these members is a record.
const RECORD_MEMBER = /"(?:status|qualifications)"\s*:/i;

export interface JsonCutter extends RecordCutter {
  /** Whether the text ended before its list did. Records may be missing then. */
  readonly isCutShort: boolean;
}

/** Splits a text into records, after `offset` bytes of a byte order mark. */
export function jsonCutter(offset = 0): JsonCutter {
  let text: Uint8Array = new Uint8Array();
  let records: RawRecord[] = [];
  let line = 1;
  // Before a record; in an object or array; in any other text, up to the end of its line; after a complete record on its
  // line; after a list, in the object that contains it.
  let place: "between" | "nested" | "plain" | "behind" | "tail" = "between";
  let list: "none" | "array" | "member" = "none";
  let isFirst = true;
  let hadList = false;
  let depth = 0;
  let listDepth = 1;
  let isInString = false;
  let isEscaped = false;
  let previous = LINE_FEED;
  // The last byte that is neither white space nor in a string.
  let significant = 0;
  // The indentation of the line, while there is nothing else on it.
  let margin: number | undefined = 0;
  // The indentation of records. A brace at it begins a record even inside an unfinished one, which does not swallow the next.
  let recordMargin: number | undefined;
  let record = { start: 0, end: 0, line: 1, margin: undefined as number | undefined, isKept: true, isAmbiguous: false, hasComma: false };

  function begin(at: number) {
    record = { start: at, end: at, line, margin, isKept: true, isAmbiguous: false, hasComma: false };
    [depth, isInString, isEscaped] = [0, false, false];
  }

  function end(at: number) {
    let to = Math.max(place === "behind" ? record.end : at, record.start);
    while (place !== "behind" && to > record.start && isSpace(text[to - 1])) to -= 1;
    const span = { start: offset + record.start, end: offset + to, line: record.line };
    const isRead = record.isKept && to - record.start <= LONGEST_RECORD;
    records.push(isRead ? { ...span, bytes: text.subarray(record.start, to) } : { ...span, problem: { code: "recordTooLong" } });
    if (place === "behind" && !record.isAmbiguous) recordMargin ??= record.margin;
    [place, isInString] = ["between", false];
  }

  function step(at: number) {
    const byte = text[at] ?? 0;
    if (byte === OPEN_BRACE && place === "nested" && beginsRecord()) {
      end(at);
      step(at);
    } else if (isInString) {
      if (isEscaped) isEscaped = false;
      else if (byte === BACKSLASH) isEscaped = true;
      // A line end in a string is not valid JSON. JSON lines continue with the next line.
      else if (byte === QUOTE) isInString = false;
      else if (place === "plain" && isLineEnd(byte)) end(at);
    } else {
      stepOutsideStrings(byte, at);
      if (!isSpace(byte)) significant = byte;
    }
  }

  function stepOutsideStrings(byte: number, at: number) {
    if (place === "between") return between(byte, at);
    if (place === "behind" || place === "plain") {
      const isNext = list === "none" ? place === "behind" && byte === OPEN_BRACE && !record.hasComma : byte === COMMA || byte === CLOSE_BRACKET;
      if (isLineEnd(byte) || isNext) {
        end(at);
        if (isNext) between(byte, at);
      } else if (byte === COMMA && place === "behind" && !record.hasComma) {
        // The lines of a list whose brackets are missing.
        record.hasComma = true;
      } else if (!isSpace(byte)) {
        place = "plain";
        isInString = byte === QUOTE;
      }
    } else if (byte === QUOTE) {
      isInString = true;
    } else if (byte === OPEN_BRACKET && isList(at)) {
      [place, list, hadList, listDepth] = ["between", "member", true, depth];
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1;
      if (depth > 0) return;
      record.end = at + 1;
      place = place === "tail" ? "between" : "behind";
    }
  }

  function between(byte: number, at: number) {
    if (isSpace(byte) || (byte === COMMA && list !== "none")) return;
    if (byte === CLOSE_BRACKET && list !== "none") {
      [place, list, depth] = [list === "member" ? "tail" : "between", "none", listDepth];
    } else if (byte === OPEN_BRACKET && list === "none" && (isFirst || hadList)) {
      [list, hadList] = ["array", true];
    } else {
      begin(at);
      const isNested = byte === OPEN_BRACE || byte === OPEN_BRACKET;
      place = isNested ? "nested" : "plain";
      if (isNested) depth = 1;
      else isInString = byte === QUOTE;
    }
    isFirst = false;
  }

  // Whether a brace at the start of a line inside a record begins another record.
  function beginsRecord(): boolean {
    if (margin === undefined) return false;
    const isPossible = !isInString && [COLON, COMMA, OPEN_BRACKET].includes(significant);
    if (margin === record.margin && isPossible) record.isAmbiguous = true;
    return !isPossible || margin === recordMargin;
  }

  function isList(at: number): boolean {
    if (place !== "nested" || list !== "none" || significant !== COLON || depth > 2) return false;
    let quote = at - 1;
    while (isSpace(text[quote]) || text[quote] === COLON) quote -= 1;
    const isNamed = LIST_MEMBERS.some(
      (name) =>
        text[quote - name.length - 1] === QUOTE &&
        [...name].every((letter, index) => ((text[quote - name.length + index] ?? 0) | 0x20) === letter.charCodeAt(0)),
    );
    if (!isNamed) return false;
    const before = new TextDecoder().decode(text.subarray(record.start, at));
    return !RECORD_MEMBER.test(before) && (depth === 1 || WRAPPER.test(before));
  }

  // Skips the bytes that cannot end a record. This makes it fast.
  function isPassed(byte: number): boolean {
    if (margin !== undefined || place !== "nested" || isEscaped || IS_SPECIAL[byte] === 1) return false;
    if (!isInString && byte !== SPACE && byte !== TAB) significant = byte;
    return true;
  }

  function countLines(byte: number) {
    if (byte === CARRIAGE_RETURN || (byte === LINE_FEED && previous !== CARRIAGE_RETURN)) line += 1;
    if (isLineEnd(byte)) margin = 0;
    else if (margin !== undefined) margin = byte === SPACE || byte === TAB ? margin + 1 : undefined;
    previous = byte;
  }

  return {
    push(bytes) {
      let at = text.length;
      text = joinBytes(text, bytes);
      records = [];
      for (; at < text.length; at += 1) {
        const byte = text[at] ?? 0;
        if (isPassed(byte)) continue;
        step(at);
        countLines(byte);
      }
      const isOpen = place === "nested" || place === "plain" || place === "behind";
      if (isOpen && text.length - record.start > LONGEST_RECORD) record.isKept = false;
      const from = isOpen && record.isKept ? record.start : text.length;
      text = text.slice(from);
      offset += from;
      record.start -= from;
      record.end -= from;
      return records;
    },
    finish() {
      records = [];
      if (place === "nested" || place === "plain" || place === "behind") end(text.length);
      return records;
    },
    get isCutShort() {
      return list !== "none" || place === "tail";
    },
  };
}

const isLineEnd = (byte: number | undefined) => byte === LINE_FEED || byte === CARRIAGE_RETURN;
const isSpace = (byte: number | undefined) => byte === SPACE || byte === TAB || isLineEnd(byte);
