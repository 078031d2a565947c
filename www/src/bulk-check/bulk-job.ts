// A file that is being checked: the file, the options and the results, in one object. The results of a worker go only to
// the job that started it, so no page can show the results of one file as those of another.

import { proxy } from "comlink";
import type { BulkOptions } from "partner-center-rules";

import { Watched } from "../data/watched";
import type { CheckedPiece, FileSettings, Preview } from "./check-file";
import { type Finding, RECORD_OUTCOMES, type RecordOutcome } from "./decider";
import type { Encoding, FileProblemCode } from "./file-text";
import type { ResultRequest } from "./result-file";
import { type CheckedRecord, RecordTexts } from "./record-text";
import { LONGEST_RECORD } from "./records";
import { startWork, type Work } from "./work";

/** Why nothing can be shown of a file. */
export interface Problem {
  readonly code: FileProblemCode;
  readonly detail: string;
}

/** A file that was selected and is being previewed. */
export class Draft extends Watched {
  readonly file: File;
  preview: Preview | undefined;
  problem: Problem | undefined;
  #work: Work<Preview> | undefined;

  constructor(file: File) {
    super();
    this.file = file;
    this.read();
  }

  /** Reads the beginning of the file, with an encoding if one is chosen. */
  async read(encoding?: Encoding) {
    this.#work?.cancel();
    const work = startWork((tasks) => tasks.preview(this.file, encoding));
    this.#work = work;
    const done = await work.done;
    if (this.#work !== work) return;
    if ("value" in done) [this.preview, this.problem] = [done.value, undefined];
    else this.problem = done.problem;
    this.changed();
  }

  cancel() {
    this.#work?.cancel();
    this.#work = undefined;
  }
}

/** Which records are listed: all, unless a member is set. */
export interface RecordFilter {
  readonly outcome?: RecordOutcome | undefined;
  readonly rule?: string | undefined;
}

// Often enough for visible progress.
const BETWEEN_CHANGES = 250;

export class BulkJob extends Watched {
  readonly file: File;
  readonly settings: FileSettings;
  readonly question: BulkOptions;
  phase: "running" | "done" | "cancelled" | "failed" = "running";
  problem: Problem | undefined;
  /** How much of the file has been read, from 0 to 1. */
  share = 0;
  /** How many records were found. */
  count = 0;
  blankRows = 0;
  isCutShort = false;
  readonly findings: Finding[] = [];
  /** How many records have each finding. */
  readonly counts: number[] = [];
  /** The original texts of the records. */
  readonly texts: RecordTexts;
  readonly #pieces: (CheckedPiece & { readonly first: number })[] = [];
  readonly #work: Work<void>;
  #text: Blob | undefined;
  #changedAt = 0;

  constructor(file: File, settings: FileSettings, question: BulkOptions) {
    super();
    [this.file, this.settings, this.question] = [file, settings, question];
    this.texts = new RecordTexts(settings, (record) => this.#bytesOf(record));
    const listener = proxy({ text: (text: Blob) => void (this.#text = text), piece: (piece: CheckedPiece) => this.#add(piece) });
    this.#work = startWork((tasks) => tasks.check(file, settings, question, listener));
    this.#work.done.then((done) => this.#end("problem" in done ? done.problem : undefined));
  }

  cancel() {
    if (this.phase !== "running") return;
    this.#work.cancel();
    this.phase = "cancelled";
    this.changed();
  }

  #add(piece: CheckedPiece) {
    if (this.phase !== "running") return;
    if (piece.findings.length > 0) this.#pieces.push({ ...piece, first: this.count });
    this.findings.push(...piece.added);
    for (const finding of piece.findings) this.counts[finding] = (this.counts[finding] ?? 0) + 1;
    this.count += piece.findings.length;
    this.share = piece.read / Math.max(1, this.#text?.size ?? 1);
    [this.blankRows, this.isCutShort] = [piece.blankRows, piece.isCutShort];
    if (performance.now() - this.#changedAt < BETWEEN_CHANGES) return;
    this.#changedAt = performance.now();
    this.changed();
  }

  // Shows nothing of a file that could not be read to its end: it may have changed while it was read.
  #end(problem: Problem | undefined) {
    if (this.phase !== "running") return;
    [this.phase, this.problem] = [problem ? "failed" : "done", problem];
    if (problem) {
      this.#pieces.length = 0;
      this.count = 0;
    }
    this.changed();
  }

  /** Returns how many records have each outcome. */
  outcomes(): Readonly<Record<RecordOutcome, number>> {
    const entries = RECORD_OUTCOMES.map((outcome) => [outcome, 0]);
    const outcomes = Object.fromEntries(entries) as Record<RecordOutcome, number>;
    for (const [index, { outcome }] of this.findings.entries()) outcomes[outcome] += this.counts[index] ?? 0;
    return outcomes;
  }

  record(index: number): CheckedRecord | undefined {
    const piece = this.#pieces[this.#pieceOf(index)];
    const at = index - (piece?.first ?? 0);
    const finding = this.findings[piece?.findings[at] ?? -1];
    if (!piece || !finding) return undefined;
    const place = (list: Uint32Array) => piece.offset + (list[at] ?? 0);
    return { finding, line: piece.lines[at] ?? 0, start: place(piece.starts), end: place(piece.ends) };
  }

  // Only the beginning of a record that is too long is read.
  async #bytesOf({ start, end }: CheckedRecord): Promise<Uint8Array> {
    return new Uint8Array((await this.#text?.slice(start, Math.min(end, start + LONGEST_RECORD)).arrayBuffer()) ?? []);
  }

  /** Returns the indexes of the records that match a filter, or `undefined` if all do. */
  matching({ outcome, rule }: RecordFilter): Uint32Array | undefined {
    if (outcome === undefined && rule === undefined) return undefined;
    const isListed = this.findings.map((finding) => isMatch(finding, { outcome, rule }));
    const found = new Uint32Array(this.count);
    let length = 0;
    for (const { first, findings } of this.#pieces)
      for (const [at, finding] of findings.entries()) if (isListed[finding]) found[length++] = first + at;
    return found.slice(0, length);
  }

  /** Returns the first record that does not begin before a line. */
  atLine(line: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.record(middle)?.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, this.count - 1);
  }

  /** Starts to write the results as a file. */
  writeResult(texts: Pick<ResultRequest, "header" | "added" | "findings" | "delimiter">, tell: (share: number) => unknown): Work<Blob> {
    const { layout } = this.settings.table ?? {};
    const pieces = this.#pieces.map(({ offset, starts, ends, lines, findings }) => ({ offset, starts, ends, lines, findings }));
    const request = { ...texts, text: this.#text ?? this.file, ...(layout && { layout }), pieces };
    return startWork((tasks) => tasks.result(request, proxy(tell)));
  }

  #pieceOf(index: number): number {
    let [low, high] = [0, this.#pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Whether a finding matches a filter. */
export function isMatch(finding: Finding, { outcome, rule }: RecordFilter): boolean {
  if (outcome !== undefined && finding.outcome !== outcome) return false;
  if (rule === undefined) return true;
  return finding.outcome === "unreadable" ? finding.problem.code === rule : finding.reasons.some((reason) => reason.rule === rule);
}
