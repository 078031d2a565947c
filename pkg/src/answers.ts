// What the service answered, read as it is.

import * as given from "./arguments.js";
import { instance } from "./instance.js";

/** A refusal of the service, as far as it could be read. */
export interface Fault {
  /** The code: a number as it is written, or a text. */
  readonly code?: string;
  readonly errorName?: string;
  readonly message?: string;
  readonly description?: string;
  /** The whole answer, where it is a bare JSON string. */
  readonly text?: string;
}

/** What the service answered to `GET /v1/customers/{id}/validationStatus?type=account`. */
export type ValidationStatusAnswer =
  | {
      readonly kind: "status";
      /** One of `ACCOUNT_STATUSES` if it is recognised, else the text as the service wrote it. */
      readonly status: string;
      readonly recognised: boolean;
      /** When it changed last, as the service writes it: in UTC, without saying so. */
      readonly lastUpdateDateTime?: string;
    }
  | { readonly kind: "noAccountStatus"; readonly fault?: Fault }
  | { readonly kind: "unexpectedBody" }
  | {
      readonly kind: "otherNotFound" | "credentials" | "retryLater" | "unexpectedHttpStatus";
      readonly fault?: Fault;
    };

/**
 * Reads the answer about the account status. Reading never fails: what cannot be read is an answer as well.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * readValidationStatus(200, '{"type":"account","status":"Allowed"}'); // { kind: "status", status: "Allowed", recognised: true }
 */
export function readValidationStatus(httpStatus: number, body: string | null | undefined): ValidationStatusAnswer {
  const status = given.httpStatus(httpStatus, "httpStatus");
  return instance().read_validation_status(status, given.body(body, "body")) as ValidationStatusAnswer;
}
