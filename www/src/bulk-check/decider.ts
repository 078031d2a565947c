// Decides for records with the package, and finds out which records cannot be read and why.

import { type BulkError, type BulkOptions, type Decision, bulkReader, OUTCOMES } from "partner-center-rules";

import type { Problem, RawRecord } from "./records";

/** The result of a record: a decision and an example record for it, or why there is no decision. */
export type Finding = (Decision & { readonly sample: string }) | { readonly outcome: "unreadable"; readonly problem: Problem };

/** The outcomes of records, in the order in which they are shown. */
export const RECORD_OUTCOMES = [...OUTCOMES, "unreadable"] as const;
export type RecordOutcome = (typeof RECORD_OUTCOMES)[number];

const PROBLEM_OF_ERROR: { readonly [code in BulkError["code"]]?: Exclude<Problem["code"], "cellCount"> } = {
  notRecords: "recordNotObject",
  notJson: "recordNotJson",
  endMissing: "recordEndMissing",
  recordTooDeep: "recordTooDeep",
  recordTooLong: "recordTooLong",
};
const [OPEN_BRACE, OPEN_BRACKET, CLOSE_BRACKET, COMMA] = [0x7b, 0x5b, 0x5d, 0x2c];

export interface Decider {
  /** The different findings so far. Later records only append to the list. */
  readonly findings: readonly Finding[];
  /** Returns for each record the index of its finding. */
  decide(records: readonly RawRecord[]): number[];
  /** Returns the index of the finding for a record that cannot be read. */
  refuse(problem: Problem): number;
}

/** Creates a decider. Its options are the same for all records. */
export function decider(question: BulkOptions): Decider {
  const findings: Finding[] = [];
  const indexes = new Map<string, number>();

  function indexOf(key: string, finding: () => Finding): number {
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, findings.length);
    return findings.push(finding()) - 1;
  }

  const refuse = (problem: Problem) => indexOf(JSON.stringify(problem), () => ({ outcome: "unreadable", problem }));

  // All records in one call. If that does not give a decision for each, one record at a time.
  function decide(records: readonly RawRecord[]): number[] {
    const readable = records.filter(({ bytes }) => bytes?.[0] === OPEN_BRACE);
    const together = decideTogether(readable.map(({ bytes }) => bytes ?? new Uint8Array()));
    let next = 0;
    return records.map(({ bytes, problem }) => {
      if (bytes === undefined) return refuse(problem ?? { code: "recordNotJson" });
      if (bytes[0] !== OPEN_BRACE) return refuse(problemOfValue(bytes));
      return together?.[next++] ?? decideOne(bytes);
    });
  }

  // In an array: a single value could be read as something other than a record.
  function asArray(records: readonly Uint8Array[]): Uint8Array {
    const text = new Uint8Array(records.reduce((sum, record) => sum + record.length + 1, 1)).fill(COMMA);
    let at = 1;
    for (const record of records) {
      text.set(record, at);
      at += record.length + 1;
    }
    text[0] = OPEN_BRACKET;
    text[text.length - 1] = CLOSE_BRACKET;
    return text;
  }

  function decideTogether(records: readonly Uint8Array[]): number[] | undefined {
    if (records.length === 0) return [];
    const reader = bulkReader(question);
    const { decisions, ends } = reader.push(asArray(records));
    let end = 1;
    const isEachDecided = records.every((record, index) => {
      const start = end;
      end += record.length + 1;
      return (ends[index] ?? 0) > start && (ends[index] ?? Infinity) < end;
    });
    if (reader.error || decisions.length !== records.length || !isEachDecided) return undefined;
    const found = reader.decisions.map((decision, index) =>
      indexOf([decision.outcome, ...decision.reasons.map(({ rule }) => rule)].join(), () => ({
        ...decision,
        sample: new TextDecoder().decode(records[decisions.indexOf(index)]),
      })),
    );
    return Array.from(decisions, (decision) => found[decision] ?? 0);
  }

  function decideOne(bytes: Uint8Array): number {
    const [decided] = decideTogether([bytes]) ?? [];
    if (decided !== undefined) return decided;
    const reader = bulkReader(question);
    reader.push(asArray([bytes]));
    reader.finish();
    return refuse({ code: (reader.error && PROBLEM_OF_ERROR[reader.error.code]) ?? "recordNotJson" });
  }

  return { findings, decide, refuse };
}

// Not an object: another JSON value, or not JSON.
function problemOfValue(bytes: Uint8Array): Problem {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return { code: "recordNotObject" };
  } catch {
    return { code: "recordNotJson" };
  }
}

/** Returns a finding with the messages of other options, such as another language. */
export function findingFor(finding: Finding, question: BulkOptions): Finding {
  if (finding.outcome === "unreadable") return finding;
  const { findings, decide } = decider(question);
  decide([{ start: 0, end: 0, line: 1, bytes: new TextEncoder().encode(finding.sample) }]);
  return findings[0] ?? finding;
}
