// Cuts a CSV text (RFC 4180) into rows, as bytes that come in pieces. What a row has in it, the library reads.

import { Problem } from "./problem.js";

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
// A row that is longer misses a quotation mark. It is no longer than a record in JSON.
const LONGEST = 1024 * 1024;

// Where the next byte is: at the beginning of a cell, in a plain one, in a quoted one, after its quotation mark.
const [BEGINNING, PLAIN, QUOTED, CLOSED] = [0, 1, 2, 3];

export function rowCutter(delimiter, start) {
  let state = BEGINNING;
  // The bytes of a row that has begun, and where the file has them.
  let begun = new Uint8Array();
  let offset = start;

  // The rows that end in these bytes: as one text, a line feed between them, and where in the file each ends. `problem`
  // is why there are no more.
  function push(bytes) {
    const text = begun.length === 0 ? bytes : joined(begun, bytes);
    const ends = [];
    let row = 0;
    let written = 0;
    let problem;
    for (let at = begun.length; at < text.length; at += 1) {
      const byte = text[at];
      if (state === QUOTED) {
        const quote = text.indexOf(QUOTE, at);
        if (quote < 0) break;
        at = quote;
        state = CLOSED;
      } else if (byte === LINE_FEED || byte === RETURN) {
        if (at > row) {
          ends.push(offset + at);
          // What goes between rows takes at least a byte: nothing is overwritten before it is moved.
          text.copyWithin(written, row, at);
          written += at - row;
          text[written++] = LINE_FEED;
        }
        row = at + 1;
        state = BEGINNING;
      } else if (byte === delimiter) {
        state = BEGINNING;
      } else if (byte === QUOTE && state !== PLAIN) {
        state = QUOTED;
      } else if (state === CLOSED) {
        problem = new Problem("A quotation mark ends the cell before this, but the cell goes on.", offset + at);
        break;
      } else {
        state = PLAIN;
      }
    }
    begun = text.slice(row);
    offset += row;
    if (begun.length > LONGEST) problem ??= noEnd();
    return { text: decode(text.subarray(0, Math.max(0, written - 1))), ends, problem };
  }

  function noEnd() {
    return new Problem("The row that begins here has no end: a quotation mark is missing.", offset);
  }

  return {
    push,
    // The row that only the end of the file ends.
    finish() {
      if (state === QUOTED) return { text: "", ends: [], problem: noEnd() };
      return push(new Uint8Array([LINE_FEED]));
    },
  };
}

// A byte order mark in the middle of a text is a character like others.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const decode = (bytes) => decoder.decode(bytes);

function joined(one, other) {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
