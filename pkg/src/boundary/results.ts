// WebAssembly returns results as plain objects, whose members it assigns one by one. A setter or a read-only member that a page has
// defined on `Object.prototype` would prevent such an assignment.

import type {
  Answer,
  Change,
  Fault,
  FieldCheck,
  FieldOption,
  FieldPlan,
  FormResult,
  InputAttributes,
  Issue,
  OtherMember,
  Params,
  PartnerCenterRequest,
  QualificationEntry,
  QualificationUpdate,
  UpdateRequest,
  ValidationCodeEntry,
  ValidationStatus,
} from "../types.js";
import { failure } from "./errors.js";
import type { Reason } from "../generated/tables.js";

type Result =
  | Answer<QualificationEntry | ValidationCodeEntry | ValidationStatus>
  | QualificationEntry | ValidationCodeEntry | ValidationStatus | OtherMember | Fault
  | FormResult | FieldCheck | QualificationUpdate | Issue | Params | Change
  | FieldPlan | FieldOption | InputAttributes | Reason
  | UpdateRequest | PartnerCenterRequest;

type NameOf<T> = T extends unknown ? keyof T : never;

/** An object with one of some members. */
type OneOf<Name extends PropertyKey> = Name extends unknown ? { readonly [name in Name]: unknown } : never;

/** The headers of requests. */
type Header = "Accept" | "Content-Type" | "MS-RequestId" | "MS-CorrelationId";

/**
 * Returns whether an object has or inherits a member of results. The type makes sure that none is missing. Compilers remove a test for a
 * name that is written out; a loop over the names would take as long as a form check.
 */
function hasMemberOfResults(object: OneOf<NameOf<Result> | Header>): boolean {
  if (
    "allowed" in object || "autocomplete" in object || "body" in object || "changes" in object || "code" in object ||
    "curl" in object || "customerId" in object || "description" in object || "disabled" in object ||
    "educationSegment" in object || "errorMessageExtended" in object || "errorName" in object || "eTag" in object ||
    "fault" in object || "field" in object || "headers" in object || "hint" in object || "httpStatus" in object ||
    "input" in object || "inputmode" in object || "inputProps" in object || "isRetryable" in object || "issue" in object ||
    "issues" in object || "json" in object || "label" in object || "lastUpdateDateTime" in object || "max" in object ||
    "maxCreates" in object || "maxlength" in object || "message" in object || "method" in object || "min" in object ||
    "mode" in object || "name" in object || "need" in object || "ok" in object || "operation" in object || "options" in object ||
    "organizationName" in object || "origin" in object || "other" in object || "outcome" in object || "params" in object ||
    "partnerId" in object || "path" in object || "qualification" in object || "reasons" in object || "recognised" in object ||
    "remainingCreates" in object || "request" in object || "rule" in object || "seconds" in object || "severity" in object ||
    "shown" in object || "source" in object || "spellcheck" in object || "state" in object || "status" in object ||
    "text" in object || "url" in object || "validationCode" in object || "validationId" in object || "value" in object ||
    "vettingCreateDate" in object || "vettingReason" in object || "vettingStatus" in object || "warnings" in object ||
    "website" in object ||
    "Accept" in object || "Content-Type" in object || "MS-RequestId" in object || "MS-CorrelationId" in object
  ) return true;
  object satisfies never;
  return false;
}

const EMPTY = {} as never;

/** Returns a result of WebAssembly. Throws if a changed prototype may have prevented the assignment of a member. */
export function result<T>(value: unknown): T {
  if (hasMemberOfResults(EMPTY) || 0 in Array.prototype) refuseSetters();
  return value as T;
}

function refuseSetters(): void {
  for (const prototype of [Object.prototype, Array.prototype]) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const isWritable = Object.getOwnPropertyDescriptor(prototype, name)?.writable;
      if (!isWritable && (name === "0" || hasMemberOfResults({ __proto__: null, [name]: true } as never))) {
        throw failure("callFailed", new TypeError(`the page has put \`${name}\` on a prototype that every object has`));
      }
    }
  }
}

/** Returns an optional member of a result. A member that a page has defined on `Object.prototype` counts as absent. */
export function optional<T extends object, N extends keyof T>(result: T, name: N): T[N] | undefined {
  return Object.hasOwn(result, name) ? result[name] : undefined;
}
