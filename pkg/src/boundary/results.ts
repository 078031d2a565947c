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

/** The names of all members of results. The type makes sure that none is missing. */
const NAMES: Readonly<Record<NameOf<Result>, true>> = {
  allowed: true, autocomplete: true, body: true, changes: true, code: true, curl: true, customerId: true, description: true,
  disabled: true, educationSegment: true, errorMessageExtended: true, errorName: true, eTag: true, fault: true, field: true,
  headers: true, hint: true, httpStatus: true, input: true, inputmode: true, inputProps: true, isRetryable: true, issue: true,
  issues: true, json: true, label: true, lastUpdateDateTime: true, max: true, maxCreates: true, maxlength: true, message: true,
  method: true, min: true, mode: true, name: true, need: true, ok: true, operation: true, options: true,
  organizationName: true, origin: true, other: true, outcome: true, params: true, partnerId: true, path: true,
  qualification: true, reasons: true, recognised: true, remainingCreates: true, request: true, rule: true, seconds: true,
  severity: true, shown: true, source: true, spellcheck: true, state: true, status: true, text: true, url: true,
  validationCode: true, validationId: true, value: true, vettingCreateDate: true, vettingReason: true, vettingStatus: true,
  warnings: true, website: true,
};

/** The headers of requests, and the first index of a list. */
const OTHERS = ["Accept", "Content-Type", "MS-RequestId", "MS-CorrelationId", "0"];

/** The standard members of `Object.prototype`. */
const STANDARD: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "constructor", "__defineGetter__", "__defineSetter__", "hasOwnProperty", "__lookupGetter__", "__lookupSetter__", "isPrototypeOf",
  "propertyIsEnumerable", "toString", "valueOf", "__proto__", "toLocaleString",
]);

/** Returns a result of WebAssembly. Throws if a changed prototype may have prevented the assignment of a member. */
export function result<T>(value: unknown): T {
  const names = Object.getOwnPropertyNames(Object.prototype);
  // A member that a page adds comes last.
  const isUntouched = (names.length === STANDARD.size && STANDARD.has(names[names.length - 1] ?? "")) || names.every((name) => STANDARD.has(name));
  if (!isUntouched || Object.hasOwn(Array.prototype, 0)) refuseSetters();
  return value as T;
}

function refuseSetters(): void {
  for (const name of [...Object.keys(NAMES), ...OTHERS]) {
    const inherited = Object.getOwnPropertyDescriptor(Array.prototype, name) ?? Object.getOwnPropertyDescriptor(Object.prototype, name);
    if (inherited !== undefined && name !== "length" && inherited.writable !== true) {
      throw failure("callFailed", new TypeError(`the page has put \`${name}\` on a prototype that every object has`));
    }
  }
}

/** Returns an optional member of a result. A member that a page has defined on `Object.prototype` counts as absent. */
export function optional<T extends object, N extends keyof T>(result: T, name: N): T[N] | undefined {
  return Object.hasOwn(result, name) ? result[name] : undefined;
}
