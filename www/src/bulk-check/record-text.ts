// Reads the customer's name and ID and the original text of a record, for display only.

import type { Finding } from "./decider";
import { columnsByName } from "./columns";
import type { FileSettings } from "./check-file";
import { knownStatus } from "./known-values";
import { membersOf } from "./result-file";
import { cellOf, cellsOfRow } from "./table";

/** One record of a job. */
export interface CheckedRecord {
  readonly line: number;
  readonly finding: Finding;
  /** The range of its bytes in the text. */
  readonly start: number;
  readonly end: number;
}

export interface RecordText {
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly status?: string | undefined;
  /** Absent if the file was changed, moved or deleted. */
  readonly text?: string;
}

/** Reads the text of a record from a file. */
export function recordText(bytes: Uint8Array, { table }: FileSettings): RecordText {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (table) {
    const cells = cellsOfRow(bytes, table.layout.delimiter) ?? [];
    const cell = (field: "name" | "id" | "status") => cellOf(cells, table.columns, field);
    const status = cell("status");
    return { text, name: cell("name"), id: cell("id"), status: status && (knownStatus(status) ?? status) };
  }
  const members = [...(membersOf(text) ?? [])].filter(([, value]) => value !== "");
  const columns = columnsByName(members.map(([name]) => name.split(".").at(-1) ?? ""));
  const member = (index: number | undefined) => (index === undefined ? undefined : members[index]?.[1]);
  const statuses = members.filter(([name]) => name.toLowerCase() === "status");
  return { text, name: member(columns.name), id: member(columns.id), status: statuses.length === 1 ? statuses[0]?.[1] : undefined };
}

// More than the largest window shows.
const MOST_KEPT = 500;

/** Reads the texts of the records of one job, and caches the latest. */
export class RecordTexts {
  readonly #kept = new Map<number, RecordText>();
  readonly #bytesOf: (record: CheckedRecord) => Promise<Uint8Array>;
  readonly #settings: FileSettings;

  constructor(settings: FileSettings, bytesOf: (record: CheckedRecord) => Promise<Uint8Array>) {
    [this.#settings, this.#bytesOf] = [settings, bytesOf];
  }

  /** Returns the text of a record, if it has been read. */
  peek(index: number): RecordText | undefined {
    return this.#kept.get(index);
  }

  /** Reads the text of a record. There is none if the file can no longer be read. */
  async read(index: number, record: CheckedRecord): Promise<RecordText> {
    const known = this.#kept.get(index);
    if (known) return known;
    const text = await this.#bytesOf(record).then(
      (bytes) => recordText(bytes, this.#settings),
      () => ({}),
    );
    this.#kept.set(index, text);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return text;
  }
}
