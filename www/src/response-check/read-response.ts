// Detects the kind of a response by trying the readers of the package.

import {
  type Fault,
  type PurchaseRefusal,
  explainPurchaseRefusal,
  type QualificationEntry,
  readFault,
  readQualification,
  readQualifications,
  readUpdate,
  readValidationCodes,
  readValidationStatus,
  type ReadOptions,
  type ValidationCodeEntry,
  type ValidationStatus,
} from "partner-center-rules";

/** A response by its kind. */
export type ReadResponse =
  | { readonly kind: "accountStatus"; readonly status: ValidationStatus }
  | { readonly kind: "qualifications" | "qualification" | "update"; readonly entries: readonly QualificationEntry[] }
  | { readonly kind: "validationCodes"; readonly codes: readonly ValidationCodeEntry[] }
  | { readonly kind: "refusal"; readonly decision: PurchaseRefusal; readonly fault: Fault }
  | { readonly kind: "fault"; readonly fault: Fault };

/** Detects the kind of a response. A response of no other kind is a fault. */
export function readResponse(httpStatus: number, body: string, options: ReadOptions): ReadResponse {
  const status = readValidationStatus(httpStatus, body);
  if (status.ok) return { kind: "accountStatus", status: status.value };
  // Only updates have this status.
  const update = httpStatus === 201 ? readUpdate("asynchronous", httpStatus, body) : undefined;
  if (update?.ok) return { kind: "update", entries: [update.value] };
  const codes = readValidationCodes(httpStatus, body);
  if (codes.ok && codes.value.length > 0) return { kind: "validationCodes", codes: codes.value };
  const list = readQualifications(httpStatus, body);
  if (list.ok) return { kind: "qualifications", entries: list.value };
  const single = readQualification(httpStatus, body);
  if (single.ok && single.value.recognised) return { kind: "qualification", entries: [{ qualification: single.value.qualification }] };
  const fault = readFault(httpStatus, body, options);
  const decision = explainPurchaseRefusal(httpStatus, body, options);
  return decision ? { kind: "refusal", decision, fault } : { kind: "fault", fault };
}
