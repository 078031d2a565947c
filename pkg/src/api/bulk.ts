// Decides for the customers of a whole text of records, at once or as it comes in.

import type { BulkError, BulkOptions, BulkPiece, BulkReader, BulkResult, BulkTally } from "./types.js";
import * as given from "../boundary/validate-arguments.js";
import { bytePieces, textPieces } from "../boundary/utf8-input.js";
import { instance } from "../boundary/instance.js";
import { outcomePlace, readDecision } from "../boundary/decode-decision.js";
import { catalogueIn } from "../messages/message-catalogue.js";
import type { MessageCatalogue } from "../messages/message-catalogue.js";
import { BULK_ERROR_CODES, NO_SEGMENT, OFFER_SEGMENTS, OUTCOMES, RECORD_SHIFT, RULES, TRANSACTIONS } from "../generated/tables.js";

/**
 * Decides for each record of a text whether a purchase goes through.
 *
 * The text is a JSON array of records, or JSON lines: records with white space between them, usually one a line. A byte order mark
 * may precede it. A record is an object. Of its members these are read, their names in any ASCII case, and others passed over:
 *
 * - `status`: an account status, or `NoAccountStatus`. Null or absent: it is not known.
 * - `qualifications`, if a segment is asked for: an array as the service answers it. Null or absent: it is not known what the
 *   customer holds.
 *
 * Of a record that cannot be read nothing is known: its outcome is `undetermined`. Nor is anything known of one in which a member that
 * is asked for occurs twice, in whatever case, or of one that is no object. Where the text is no JSON, the records before that have
 * outcomes, and `error` says where it is. A text that is one object with a list in it, such as `{"totalCount":2,"items":[...]}`,
 * has no outcomes but the error `wrappedList`, which names the member to give.
 *
 * @throws TypeError if an argument has another type than declared. Nothing in a text is an error.
 * @example
 * const customers = '{"name":"Contoso","status":"Allowed"}\n{"name":"Fabrikam","status":"NotAllowed"}\n';
 * const { outcomes, tally } = bulkEligibility(customers, { transaction: "renewal" });
 * Array.from(outcomes, (place) => OUTCOMES[place]); // ["allowed", "blocked"]
 * tally.outcomes.blocked; // 1
 */
export function bulkEligibility(text: Uint8Array | ArrayBuffer | string, options?: BulkOptions): BulkResult {
  const question = readOptions(options);
  const { state, parts } = read(question, start(), textPieces(text, "text"), true);
  return { outcomes: outcomesOf(parts, state), tally: tallyOf(state), ...(state.error && { error: state.error }) };
}

/**
 * Decides for each record of a text that comes in pieces, as {@link bulkEligibility} does of a whole one. However long the text is,
 * at most one record is kept, of at most 1 MiB.
 *
 * @throws TypeError if an argument has another type than declared. Nothing in a text is an error.
 * @example
 * const batch = bulkReader({ transaction: "renewal" });
 * for await (const bytes of file.stream()) batch.push(bytes);
 * batch.finish();
 * batch.error?.message; // undefined
 * batch.tally.outcomes.allowed; // 2
 */
export function bulkReader(options?: BulkOptions): BulkReader {
  const question = readOptions(options);
  let state = start();
  let isFinished = false;

  function go(pieces: Iterable<Uint8Array>, isLast: boolean): BulkPiece {
    if (isFinished) throw new TypeError(`${isLast ? "finish" : "push"} must not be called after finish`);
    // Where the call fails, the batch stays as it was.
    const { state: next, parts } = read(question, state, pieces, isLast);
    state = next;
    isFinished = isLast;
    return { outcomes: outcomesOf(parts, state), ends: endsOf(parts), decisions: decisionsOf(parts) };
  }

  return Object.freeze({
    push: (bytes: Uint8Array | ArrayBuffer) => go(bytePieces(bytes, "bytes"), false),
    finish: () => go([], true),
    get tally() {
      return tallyOf(state);
    },
    get decisions() {
      return state.codes.map((code) => question.messages.decision(readDecision(code)));
    },
    get error() {
      return state.error;
    },
  }) as BulkReader;
}

/** What is asked, in numbers. */
interface Question {
  readonly transaction: number;
  readonly segment: number;
  readonly messages: MessageCatalogue;
}

/** All that is to be known between two pieces. */
interface State {
  /** Between which records the batch is, which only the rules understand, and its line and column. */
  readonly place: Uint32Array;
  /** How many bytes come before a record that has begun. */
  readonly offset: number;
  /** The beginning of a record whose end has not come yet. */
  readonly begun: Uint8Array;
  /** The codes of the different decisions, and how many records have each. */
  readonly codes: readonly number[];
  readonly counts: readonly number[];
  readonly error?: BulkError;
}

/** Of one that nothing has come of yet. */
function start(): State {
  return { place: Uint32Array.of(0, 1, 1), offset: 0, begun: new Uint8Array(0), codes: [], counts: [] };
}

/** The numbers of the records of a piece, the place from which their ends are counted, and where the batch has their decisions. */
interface Part {
  readonly offset: number;
  readonly records: Uint32Array;
  readonly places: readonly number[];
}

const OPTIONS = ["transaction", "segment", "messages"] as const;

function readOptions(value: unknown): Question {
  const options = given.options(value, "options", OPTIONS);
  const segment = given.member(options, "segment");
  return {
    transaction: given.place(TRANSACTIONS, given.member(options, "transaction"), "options.transaction", 0),
    segment: given.place(OFFER_SEGMENTS, segment, "options.segment", NO_SEGMENT),
    messages: catalogueIn(options, "options"),
  };
}

/** Takes pieces of a text, and at its end what it leaves. */
function read(question: Question, before: State, pieces: Iterable<Uint8Array>, isLast: boolean): { state: State; parts: Part[] } {
  let state = before;
  const parts: Part[] = [];
  const take = (bytes: Uint8Array, isLast: boolean) => {
    const { place, offset, begun } = state;
    const numbers = instance().push_bulk(place, question.transaction, question.segment, begun, bytes, isLast);
    const [different = 0, units = 0, ...rest] = numbers.subarray(-REST);
    const member = numbers.length - REST - units;
    const length = member - 2 * different;
    const { codes, counts, places } = counted(state, numbers.subarray(length, member));
    parts.push({ offset, records: numbers.subarray(0, length), places });
    const name = String.fromCharCode(...numbers.subarray(member, -REST));
    state = { codes, counts, ...after(question, state, bytes, rest, name) };
  };
  for (const bytes of pieces) {
    if (state.error !== undefined) break;
    take(bytes, false);
  }
  if (isLast && state.error === undefined) take(new Uint8Array(0), true);
  return { state, parts };
}

/** How many numbers come after those of the records, the decisions and the name of a member. */
const REST = 10;

/** How many of these numbers say where the batch is. */
const PLACE = 3;

/** The decisions after a piece, of which each comes as its code and how many records have it. */
function counted(state: State, numbers: Uint32Array): Pick<State, "codes" | "counts"> & Pick<Part, "places"> {
  const [codes, counts, places] = [[...state.codes], [...state.counts], [] as number[]];
  for (let at = 0; at < numbers.length; at += 2) {
    const [code = 0, count = 0] = numbers.subarray(at, at + 2);
    const known = codes.indexOf(code);
    const place = known < 0 ? codes.push(code) - 1 : known;
    counts[place] = (counts[place] ?? 0) + count;
    places.push(place);
  }
  return { codes, counts, places };
}

/** Where the batch is after a piece. */
function after(
  { messages }: Question,
  state: State,
  bytes: Uint8Array,
  numbers: readonly number[],
  member: string,
): Omit<State, "codes" | "counts"> {
  const [left = 0, fault = 0, offset = 0, line = 0, column = 0] = numbers.slice(PLACE);
  const code = BULK_ERROR_CODES[fault - 1];
  return {
    place: Uint32Array.from(numbers.slice(0, PLACE)),
    offset: state.offset + state.begun.length + bytes.length - left,
    begun: left <= bytes.length ? bytes.slice(bytes.length - left) : joined(state.begun, bytes),
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

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function outcomesOf(parts: readonly Part[], { codes }: State): Uint8Array {
  const outcomes = codes.map(outcomePlace);
  return numbered(parts, (place) => outcomes[place] ?? 0);
}

function decisionsOf(parts: readonly Part[]): Uint8Array {
  return numbered(parts, (place) => place);
}

/** For each record what a function gives for its decision, which the batch has in such a place. */
function numbered(parts: readonly Part[], ofPlace: (place: number) => number): Uint8Array {
  const list = new Uint8Array(countOf(parts));
  let at = 0;
  for (const { records, places } of parts) {
    const table = Uint8Array.from(places, ofPlace);
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
  for (const [place, { outcome, reasons }] of codes.map(readDecision).entries()) {
    const count = counts[place] ?? 0;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
    for (const { rule } of reasons) rules.set(rule, (rules.get(rule) ?? 0) + count);
  }
  return {
    outcomes: Object.fromEntries(outcomes) as BulkTally["outcomes"],
    rules: Object.fromEntries([...rules].filter(([, count]) => count > 0)) as BulkTally["rules"],
  };
}
