// The state of the page: the file that was selected last, and its job. It is kept while other pages are open.

import type { OfferSegment, Transaction } from "partner-center-rules";

import { Watched } from "../data/watched";
import { BulkJob, Draft } from "./bulk-job";
import type { FileSettings } from "./check-file";

export interface Question {
  readonly transaction: Transaction;
  readonly segment?: OfferSegment;
}

class Workspace extends Watched {
  current: Draft | BulkJob | undefined;
  question: Question = { transaction: "newPurchase" };

  /** Replaces the current file. */
  take(file: File) {
    this.#set(new Draft(file));
  }

  /** Checks the selected file. */
  check(settings: FileSettings) {
    if (this.current) this.#set(new BulkJob(this.current.file, settings, this.question));
  }

  /** Checks the file again with other options. */
  ask(question: Question) {
    this.question = question;
    if (this.current instanceof BulkJob) this.check(this.current.settings);
    else this.changed();
  }

  /** Previews the file again with other settings. */
  reconsider() {
    if (this.current) this.take(this.current.file);
  }

  #set(next: Draft | BulkJob) {
    this.current?.cancel();
    this.current = next;
    this.changed();
  }
}

export const workspace = new Workspace();
