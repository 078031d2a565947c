// What the page works on: the file that was chosen last, and what is asked of it. It stays while other pages are open.

import type { OfferSegment, Transaction } from "partner-center-rules";

import { BulkJob, Draft, Watched } from "./bulk-job";
import type { FileSettings } from "./check-file";

export interface Question {
  readonly transaction: Transaction;
  readonly segment?: OfferSegment;
}

class Workspace extends Watched {
  current: Draft | BulkJob | undefined;
  question: Question = { transaction: "newPurchase" };

  /** Takes a file in place of what there is. */
  take(file: File) {
    this.#set(new Draft(file));
  }

  /** Checks the file that was chosen. */
  check(settings: FileSettings) {
    if (this.current) this.#set(new BulkJob(this.current.file, settings, this.question));
  }

  /** Asks something else: what was checked is checked again. */
  ask(question: Question) {
    this.question = question;
    if (this.current instanceof BulkJob) this.check(this.current.settings);
    else this.changed();
  }

  /** Looks at the file again, to read it in another way. */
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
