// Checks every record of a text, at once or piece by piece.

import type { BulkError, BulkOptions, BulkPiece, BulkReader, BulkResult, BulkTally } from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { bytePieces, textPieces } from "../boundary/utf8-input.js";
import { instance } from "../boundary/instance.js";
import { outcomeIndex, readDecision } from "../boundary/decode-decision.js";
import { catalogueIn } from "../messages/message-catalogue.js";
import type { MessageCatalogue } from "../messages/message-catalogue.js";
import { BULK_ERROR_CODES, NO_SEGMENT, OFFER_SEGMENTS, OUTCOMES, RECORD_SHIFT, RULES, TRANSACTIONS } from "../generated/tables.js";

/**
 * Decides for each record of a text whether a purchase is allowed.
 *
 * The text is a JSON array of records, or JSON lines: records with white space between them, usually one per line. It may begin with a
 * byte order mark. A record is an object. The following members are read, with their names in any ASCII case. Others are ignored.
 *
 * - `status`: an account status, or `NoAccountStatus`. Null or absent: the status is not known.
 * - `qualifications`, if a segment is given: an array as the service returns it. Null or absent: the qualifications are not known.
 *
 * A record is `undetermined` if it cannot be read, if it is not an object, or if a member that is needed occurs twice, in whatever case.
 * If the text is not valid JSON, the records before the invalid part have outcomes, and `error` gives the position. A text that is one
 * object with a list in it, such as `{"totalCount":2,"items":[...]}`, has no outcomes but the error `wrappedList`, which names the
 * member to pass.
 *
 * @throws TypeError if an argument has another type than declared. The content of a text never throws.
 * @example
 * const customers = '{"name":"Contoso","status":"Allowed"}\n{"name":"Fabrikam","status":"NotAllowed"}\n';
 * const { outcomes, tally } = bulkEligibility(customers, { transaction: "renewal" });
 * Array.from(outcomes, (index) => OUTCOMES[index]); // ["allowed", "blocked"]
 * tally.outcomes.blocked; // 1
 */
export function bulkEligibility(text: Uint8Array | ArrayBuffer | string, options?: BulkOptions): BulkResult {
  const query = readOptions(options);
  const { state, parts } = read(query, start(), textPieces(text, "text"), true);
  return { outcomes: outcomesOf(parts, state), tally: tallyOf(state), ...(state.error && { error: state.error }) };
}

/**
 * Returns a reader that decides for each record of a text that arrives in pieces. The rules are those of {@link bulkEligibility}. For a
 * text of any length, the reader keeps at most one record, of at most 1 MiB.
 *
 * @throws TypeError if an argument has another type than declared. The content of a text never throws.
 * @example
 * const reader = bulkReader({ transaction: "renewal" });
 * for await (const bytes of file.stream()) reader.push(bytes);
 * reader.finish();
 * reader.error?.message; // undefined
 * reader.tally.outcomes.allowed; // 2
 */
export function bulkReader(options?: BulkOptions): BulkReader {
  const query = readOptions(options);
  let state = start();
  let isFinished = false;

  function readPieces(pieces: Iterable<Uint8Array>, isLast: boolean): BulkPiece {
    if (isFinished) throw new TypeError(`${isLast ? "finish" : "push"} must not be called after finish`);
    // If this call throws, the state of the reader does not change.
    const { state: next, parts } = read(query, state, pieces, isLast);
    state = next;
    isFinished = isLast;
    return { outcomes: outcomesOf(parts, state), ends: endsOf(parts), decisions: decisionsOf(parts) };
  }

  return Object.freeze({
    push: (bytes: Uint8Array | ArrayBuffer) => readPieces(bytePieces(bytes, "bytes"), false),
    finish: () => readPieces([], true),
    get tally() {
      return tallyOf(state);
    },
    get decisions() {
      return state.codes.map((code) => query.messages.decision(readDecision(code)));
    },
    get error() {
      return state.error;
    },
  }) as BulkReader;
}

/** The options of a bulk check, as indexes into their tables. */
interface Query {
  readonly transaction: number;
  readonly segment: number;
  readonly messages: MessageCatalogue;
}

/** The state of a reader between two pieces. */
interface State {
  /** The state of the scan for record boundaries, which only the Rust code interprets; the line; the column. */
  readonly scan: Uint32Array;
  /** The number of bytes before a record that is incomplete so far. */
  readonly offset: number;
  /** The first bytes of this record. */
  readonly partial: Uint8Array;
  /** The codes of the different decisions. */
  readonly codes: readonly number[];
  /** The number of records with each of these decisions. */
  readonly counts: readonly number[];
  readonly error?: BulkError;
}

/** Returns the state before the first piece. */
function start(): State {
  return { scan: Uint32Array.of(0, 1, 1), offset: 0, partial: new Uint8Array(0), codes: [], counts: [] };
}

/** The records of a piece. */
interface Part {
  /** The offset from which the ends of the records are counted. */
  readonly offset: number;
  /** For each record its end and, in the lowest bits, the index of its decision in `indexes`. */
  readonly records: Uint32Array;
  /** The indexes of the decisions in `State.codes`. */
  readonly indexes: readonly number[];
}

const OPTIONS = ["transaction", "segment", "messages"] as const;

function readOptions(value: unknown): Query {
  const options = args.options(value, "options", OPTIONS);
  const segment = args.member(options, "segment");
  return {
    transaction: args.indexOf(TRANSACTIONS, args.member(options, "transaction"), "options.transaction", 0),
    segment: args.indexOf(OFFER_SEGMENTS, segment, "options.segment", NO_SEGMENT),
    messages: catalogueIn(options, "options"),
  };
}

/** Reads pieces of a text and, with `isLast`, the end of the text. */
function read(query: Query, before: State, pieces: Iterable<Uint8Array>, isLast: boolean): { state: State; parts: Part[] } {
  let state = before;
  const parts: Part[] = [];
  const push = (bytes: Uint8Array, isLast: boolean) => {
    const { scan, offset, partial } = state;
    const numbers = instance().push_bulk(scan, query.transaction, query.segment, partial, bytes, isLast);
    const [different = 0, units = 0, ...rest] = numbers.subarray(-TRAILER);
    const member = numbers.length - TRAILER - units;
    const length = member - 2 * different;
    const { codes, counts, indexes } = countDecisions(state, numbers.subarray(length, member));
    parts.push({ offset, records: numbers.subarray(0, length), indexes });
    const name = String.fromCharCode(...numbers.subarray(member, -TRAILER));
    state = { codes, counts, ...stateAfter(query, state, bytes, rest, name) };
  };
  for (const bytes of pieces) {
    if (state.error !== undefined) break;
    push(bytes, false);
  }
  if (isLast && state.error === undefined) push(new Uint8Array(0), true);
  return { state, parts };
}

/** The count of the numbers that follow the records, the decisions and the name of a member. */
const TRAILER = 10;

/** The count of the numbers in `State.scan`. */
const SCAN = 3;

/** Adds the decisions of a piece to the counts. Each decision has two numbers: its code and how many records have it. */
function countDecisions(state: State, numbers: Uint32Array): Pick<State, "codes" | "counts"> & Pick<Part, "indexes"> {
  const [codes, counts, indexes] = [[...state.codes], [...state.counts], [] as number[]];
  for (let at = 0; at < numbers.length; at += 2) {
    const [code = 0, count = 0] = numbers.subarray(at, at + 2);
    const known = codes.indexOf(code);
    const index = known < 0 ? codes.push(code) - 1 : known;
    counts[index] = (counts[index] ?? 0) + count;
    indexes.push(index);
  }
  return { codes, counts, indexes };
}

/** Returns the state of the reader after a piece, without the counts. */
function stateAfter(
  { messages }: Query,
  state: State,
  bytes: Uint8Array,
  numbers: readonly number[],
  member: string,
): Omit<State, "codes" | "counts"> {
  const [left = 0, error = 0, offset = 0, line = 0, column = 0] = numbers.slice(SCAN);
  const code = BULK_ERROR_CODES[error - 1];
  return {
    scan: Uint32Array.from(numbers.slice(0, SCAN)),
    offset: state.offset + state.partial.length + bytes.length - left,
    partial: left <= bytes.length ? bytes.slice(bytes.length - left) : concatenated(state.partial, bytes),
    ...(code && {
      error: messages.bulkError(code, {
        offset: state.offset + offset,
        line,
        column,
        ...(member !== "" && { params: { member } }),
      }),
    }),
  };
}

function concatenated(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function outcomesOf(parts: readonly Part[], { codes }: State): Uint8Array {
  const outcomes = codes.map(outcomeIndex);
  return recordsMapped(parts, (index) => outcomes[index] ?? 0);
}

function decisionsOf(parts: readonly Part[]): Uint8Array {
  return recordsMapped(parts, (index) => index);
}

/** Maps each record to a number, by the index of its decision in `State.codes`. */
function recordsMapped(parts: readonly Part[], map: (index: number) => number): Uint8Array {
  const list = new Uint8Array(countOf(parts));
  let at = 0;
  for (const { records, indexes } of parts) {
    const table = Uint8Array.from(indexes, map);
    for (const number of records) list[at++] = table[number & ((1 << RECORD_SHIFT) - 1)] ?? 0;
  }
  return list;
}

function endsOf(parts: readonly Part[]): Float64Array {
  const ends = new Float64Array(countOf(parts));
  let at = 0;
  for (const { offset, records } of parts) for (const number of records) ends[at++] = offset + (number >>> RECORD_SHIFT);
  return ends;
}

function countOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { records }) => sum + records.length, 0);
}

function tallyOf({ codes, counts }: State): BulkTally {
  const outcomes = new Map<string, number>(OUTCOMES.map((outcome) => [outcome, 0]));
  const rules = new Map<string, number>(RULES.map(({ id }) => [id, 0]));
  for (const [index, { outcome, reasons }] of codes.map(readDecision).entries()) {
    const count = counts[index] ?? 0;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
    for (const { rule } of reasons) rules.set(rule, (rules.get(rule) ?? 0) + count);
  }
  return {
    outcomes: Object.fromEntries(outcomes) as BulkTally["outcomes"],
    rules: Object.fromEntries([...rules].filter(([, count]) => count > 0)) as BulkTally["rules"],
  };
}
