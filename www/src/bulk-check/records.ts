// The interface of all file readers: records with their position in the file.

/** Why a record could not be read. */
export type Problem =
  | { readonly code: "cellCount"; readonly cells: number; readonly columns: number }
  | {
      readonly code:
        | "quoteNotClosed"
        | "quoteMisplaced"
        | "headerRepeated"
        | "recordTooLong"
        | "recordTooDeep"
        | "recordNotJson"
        | "recordEndMissing"
        | "recordNotObject";
    };

/** The bytes `start` to `end` of a UTF-8 text, which begin on line `line`, counted from 1. */
export interface RawRecord {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Absent if the record could not be read. `problem` states why. */
  readonly bytes?: Uint8Array | undefined;
  readonly problem?: Problem | undefined;
}

/** Splits a text that comes in pieces into records. */
export interface RecordCutter {
  push(bytes: Uint8Array): RawRecord[];
  /** Returns the last record, which ends with the text. */
  finish(): RawRecord[];
}

/** The longest record that the package reads. */
export const LONGEST_RECORD = 1024 * 1024;

export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const QUOTE = 0x22;

export function joinBytes(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
