// An update from the checked form to its response.

import {
  type RequestContext,
  type Context,
  checkForm,
  type Fault,
  type Issue,
  type QualificationEntry,
  type QualificationUpdate,
  type PartnerCenterRequest,
  readUpdate,
  requests,
  type ValidationCodeEntry,
} from "partner-center-rules";

import type { Customer } from "../data/customer-store";
import type { Reading } from "../data/reading";
import { type Exchange, newRequestContext, send } from "../data/service";
import type { Values } from "./draft";

/** An update that can be sent. */
export interface Prepared {
  readonly value: QualificationUpdate;
  readonly request: PartnerCenterRequest;
  readonly requestContext: RequestContext;
  readonly warnings: readonly Issue[];
  /** The rules leave it open whether the customer can get the qualification. */
  readonly isOpen: boolean;
}

/** The result of an update. */
export type Outcome = { readonly exchange: Exchange } & (
  | { readonly ok: true; readonly entry: QualificationEntry }
  | { readonly ok: false; readonly fault: Fault }
);

/**
 * Builds the request of a form, or returns the errors of the form. A request that was sent before and may have taken effect
 * keeps its ids.
 */
export function prepare(form: Values, context: Context, unsettled?: Prepared): Prepared | { readonly issues: readonly Issue[] } {
  const check = checkForm(form, context);
  if (!check.ok) return { issues: check.issues };
  const make = (requestContext: RequestContext): Prepared | { readonly issues: readonly Issue[] } => {
    const allowed = requests.setQualification(form, context, requestContext);
    const update = allowed.ok ? allowed : requests.setUndeterminedQualification(form, context, requestContext);
    if (!update.ok) return { issues: update.issues };
    return { value: check.value, request: update.request, requestContext, warnings: check.warnings, isOpen: !allowed.ok };
  };
  const prepared = make(newRequestContext());
  const isSame = unsettled && "request" in prepared && asSent(prepared.request) === asSent(unsettled.request);
  return isSame ? make(unsettled.requestContext) : prepared;
}

const asSent = ({ method, path, body }: PartnerCenterRequest) => `${method} ${path} ${body}`;

/** Sends an update. */
export async function submit({ request, value: { mode } }: Prepared): Promise<Outcome> {
  const exchange = await send(request);
  const answer = readUpdate(mode, exchange.httpStatus, exchange.body);
  return answer.ok ? { ok: true, entry: answer.value, exchange } : { ok: false, fault: answer.fault, exchange };
}

/** The data that an update depends on, as shown to the user. */
export interface Seen {
  readonly customer: Customer;
  readonly codes: Reading<readonly ValidationCodeEntry[]>;
}

/** What has changed since, or can no longer be read. */
export type Change = "qualifications" | "status" | "code" | "unreadable";

/** Compares the shown data with the data that was read immediately before sending. */
export function changesSince(seen: Seen, now: Seen, code: string | undefined): Change[] {
  const before = seen.customer.qualifications;
  const after = now.customer.qualifications;
  // A failed read keeps its old value, which may be outdated.
  if (before.value && after.failure) return ["unreadable"];
  const changes: Change[] = [];
  if (holdings(before.value) !== holdings(after.value)) changes.push("qualifications");
  const [was, is] = [seen.customer.status, now.customer.status];
  if (!is.failure && was.value?.status !== is.value?.status) changes.push("status");
  if (code !== undefined && !now.codes.failure && remaining(seen, code) !== remaining(now, code)) changes.push("code");
  return changes;
}

const holdings = (entries: readonly QualificationEntry[] | undefined) =>
  JSON.stringify(entries?.map(({ qualification, vettingStatus, vettingReason }) => [qualification, vettingStatus, vettingReason]));

const remaining = ({ codes }: Seen, code: string) => codes.value?.find(({ validationId }) => String(validationId) === code)?.remainingCreates;

/** Removes a validation code from a text: error details get into tickets and logs. */
export function withoutCode(text: string, code: string | undefined): string {
  if (!code) return text;
  const number = code.replace(/^0+(?=.)/, "").replace(/[^\p{L}\p{N}]/gu, "\\$&");
  return text.replace(new RegExp(`(?<![0-9])0*${number}(?![0-9])`, "gu"), "…");
}
