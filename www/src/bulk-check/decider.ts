// Decides for records, by the package, and finds out of which nothing is known because they cannot be read.

import { type BatchError, type BatchOptions, type Decision, eligibilityBatch, OUTCOMES } from "partner-center-rules";

import { joinBytes, LINE_FEED, type Problem, type RawRecord } from "./records";

/** What came of a record: a decision, with a record that is decided so, or why there is none. */
export type Finding = (Decision & { readonly sample: string }) | { readonly outcome: "unreadable"; readonly problem: Problem };

/** The outcomes of records, in the order in which they are shown. */
export const RECORD_OUTCOMES = [...OUTCOMES, "unreadable"] as const;
export type RecordOutcome = (typeof RECORD_OUTCOMES)[number];

const PROBLEM_OF_ERROR: Readonly<Record<BatchError["code"], Problem["code"] | undefined>> = {
  notRecords: "recordNotObject",
  notJson: "recordNotJson",
  endMissing: "recordEndMissing",
  recordTooDeep: "recordTooDeep",
  recordTooLong: "recordTooLong",
};
const OPEN_BRACE = 0x7b;

export interface Decider {
  /** The different findings so far: a later record only adds to them. */
  readonly findings: readonly Finding[];
  /** Returns for each record the index of its finding. */
  decide(records: readonly RawRecord[]): number[];
  /** Returns the index of the finding for a record that cannot be read. */
  refuse(problem: Problem): number;
}

/** Returns what decides for records: the question is the same for all. */
export function decider(question: BatchOptions): Decider {
  const findings: Finding[] = [];
  const indexes = new Map<string, number>();

  function indexOf(key: string, finding: () => Finding): number {
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, findings.length);
    return findings.push(finding()) - 1;
  }

  const refuse = (problem: Problem) => indexOf(JSON.stringify(problem), () => ({ outcome: "unreadable", problem }));

  // All at once, as lines. Where that does not give a decision for each, one after the other.
  function decide(records: readonly RawRecord[]): number[] {
    const readable = records.filter(({ bytes }) => bytes?.[0] === OPEN_BRACE);
    const together = decideLines(readable.map(({ bytes }) => bytes ?? new Uint8Array()));
    let next = 0;
    return records.map(({ bytes, problem }) => {
      if (bytes === undefined) return refuse(problem ?? { code: "recordNotJson" });
      if (bytes[0] !== OPEN_BRACE) return refuse(problemOfValue(bytes));
      return together?.[next++] ?? decideOne(bytes);
    });
  }

  function decideLines(lines: readonly Uint8Array[]): number[] | undefined {
    const text = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0)).fill(LINE_FEED);
    let at = 0;
    for (const line of lines) {
      text.set(line, at);
      at += line.length + 1;
    }
    const batch = eligibilityBatch(question);
    const { decisions, ends } = batch.push(text);
    let end = 0;
    const isEachDecided = lines.every((line, index) => {
      const start = end;
      end += line.length + 1;
      return (ends[index] ?? 0) > start && (ends[index] ?? Infinity) <= end;
    });
    if (batch.error || decisions.length !== lines.length || !isEachDecided) return undefined;
    const found = batch.decisions.map((decision, index) =>
      indexOf([decision.outcome, ...decision.reasons.map(({ rule }) => rule)].join(), () => ({
        ...decision,
        sample: new TextDecoder().decode(lines[decisions.indexOf(index)]),
      })),
    );
    return Array.from(decisions, (decision) => found[decision] ?? 0);
  }

  function decideOne(bytes: Uint8Array): number {
    const [decided] = decideLines([bytes]) ?? [];
    if (decided !== undefined) return decided;
    const batch = eligibilityBatch(question);
    batch.push(joinBytes(bytes, new Uint8Array([LINE_FEED])));
    batch.finish();
    return refuse({ code: (batch.error && PROBLEM_OF_ERROR[batch.error.code]) ?? "recordNotJson" } as Problem);
  }

  return { findings, decide, refuse };
}

// Something else than an object: a value of JSON, or no JSON at all.
function problemOfValue(bytes: Uint8Array): Problem {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return { code: "recordNotObject" };
  } catch {
    return { code: "recordNotJson" };
  }
}

/** Returns a finding with its reasons as the question has them: in another language. */
export function findingFor(finding: Finding, question: BatchOptions): Finding {
  if (finding.outcome === "unreadable") return finding;
  const { findings, decide } = decider(question);
  decide([{ start: 0, end: 0, line: 1, bytes: new TextEncoder().encode(finding.sample) }]);
  return findings[0] ?? finding;
}
