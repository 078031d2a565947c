// Decisions about purchases and qualifications.

import type {
  AccountStatusText,
  Decision,
  Held,
  MessageOptions,
  Purchase,
  PurchaseRefusal,
  SegmentPurchase,
  Settability,
  SettabilityOptions,
  SettableQualification,
} from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { instance } from "../boundary/instance.js";
import { readDecision, readRefusal, readSettability } from "../boundary/decode-decision.js";
import { readSettabilityOptions } from "../boundary/settability-options.js";
import { messagesIn, messagesOf } from "../messages/decision-messages.js";
import { NO_SEGMENT, OFFER_SEGMENTS, QUALIFICATIONS, TRANSACTIONS } from "../generated/tables.js";
import type { OfferSegment, Qualification, Transaction } from "../generated/tables.js";

/** The members of a purchase. */
const PURCHASE = ["status", "held", "segment", "transaction"] as const;

/**
 * Decides whether a qualification can be set now, and with which fields.
 *
 * @throws TypeError if an argument has another type than declared. An unknown qualification does not throw: there is a rule for it.
 * @example
 * settability("GovernmentCommunityCloud", { held: [{ qualification: "Education" }] }).outcome; // "blocked"
 */
export function settability(target: Qualification | (string & {}), options?: SettabilityOptions): Settability {
  const text = args.name(target, "target");
  const { mode = 0, held, options: read } = readSettabilityOptions(options, "options");
  return messagesIn(read, "options").decision(readSettability(instance().settability(text, mode, held)));
}

/**
 * Returns every qualification with its settability, in the order of `QUALIFICATIONS`, for a select.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * qualificationOptions({ held: [] }).filter((option) => option.outcome === "allowed").map((option) => option.label);
 */
export function qualificationOptions(options?: SettabilityOptions): readonly SettableQualification[] {
  const { mode = 0, held, options: read } = readSettabilityOptions(options, "options");
  const messages = messagesIn(read, "options");
  return QUALIFICATIONS.map((qualification) => ({
    qualification,
    label: messages.label("qualification", qualification),
    ...messages.decision(readSettability(instance().settability(qualification, mode, held))),
  }));
}

/**
 * Decides whether the account status allows a transaction. Default: `newPurchase`.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * accountEligibility("UnderReview", "renewal").outcome; // "allowed"
 * accountEligibility(undefined).outcome; // "undetermined"
 * accountEligibility("Allowed", null, { messages: { accountAllowed: "Das Konto ist validiert." } }).reasons[0]?.message; // "Das Konto ist validiert."
 */
export function accountEligibility(
  status: AccountStatusText,
  transaction?: Transaction | null,
  options?: MessageOptions,
): Decision {
  const text = args.nameOrNothing(status, "status");
  const kind = args.indexOf(TRANSACTIONS, transaction, "transaction", 0);
  return messagesOf(options).decision(readDecision(instance().account_eligibility(text, kind)));
}

/**
 * Decides whether the qualifications of a customer allow a transaction for an offer of a segment. Default: `newPurchase`.
 *
 * The documentation covers sales only. Where it forbids a sale, a renewal, a seat reduction or a cancellation is undetermined.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * const held: Held = [{ qualification: "Education", vettingStatus: "InReview" }];
 * offerEligibility(held, "Education").outcome; // "blocked"
 * offerEligibility(held, "Education", "renewal").outcome; // "undetermined"
 */
export function offerEligibility(
  held: Held,
  segment: OfferSegment,
  transaction?: Transaction | null,
  options?: MessageOptions,
): Decision {
  const holdings = args.held(held, "held");
  const index = args.indexOf(OFFER_SEGMENTS, segment, "segment");
  const kind = args.indexOf(TRANSACTIONS, transaction, "transaction", 0);
  return messagesOf(options).decision(readDecision(instance().offer_eligibility(holdings, index, kind)));
}

/**
 * Decides whether a purchase is allowed: by the account status and, if a segment is given, by the segment.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * purchaseEligibility({ status: "Allowed", held: [], segment: "Education" }).outcome; // "blocked"
 */
export function purchaseEligibility(purchase: Purchase): Decision {
  const read = args.object(purchase, "purchase", PURCHASE);
  const status = args.nameOrNothing(args.member(read, "status"), "purchase.status");
  const held = args.held(args.member(read, "held"), "purchase.held");
  const segment = args.indexOf(OFFER_SEGMENTS, args.member(read, "segment"), "purchase.segment", NO_SEGMENT);
  const transaction = args.indexOf(TRANSACTIONS, args.member(read, "transaction"), "purchase.transaction", 0);
  const code = instance().purchase_eligibility(status, held, segment, transaction);
  return messagesIn(read, "purchase").decision(readDecision(code));
}

/**
 * Decides whether a transaction is allowed, from the response to `GET /v1/customers/{id}/validationStatus?type=account`. Only a 404 with
 * code 600074 means that there is no account status.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * const response = await fetch(request.url, request);
 * const decision = eligibilityFromResponse(response.status, await response.text());
 */
export function eligibilityFromResponse(
  httpStatus: number,
  body: string | null | undefined,
  transaction?: Transaction | null,
  options?: MessageOptions,
): Decision {
  const status = args.httpStatus(httpStatus, "httpStatus");
  const text = args.body(body, "body");
  const kind = args.indexOf(TRANSACTIONS, transaction, "transaction", 0);
  const code = instance().eligibility_from_response(status, text, kind, undefined, NO_SEGMENT);
  return messagesOf(options).decision(readDecision(code));
}

const SEGMENT_PURCHASE = ["segment", "held", "transaction"] as const;

/**
 * Decides whether a purchase of a segment is allowed, from the response to
 * `GET /v1/customers/{id}/validationStatus?type=account`.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * purchaseEligibilityFromResponse(response.status, body, { segment: "Education", held }).outcome;
 */
export function purchaseEligibilityFromResponse(
  httpStatus: number,
  body: string | null | undefined,
  purchase: SegmentPurchase,
): Decision {
  const status = args.httpStatus(httpStatus, "httpStatus");
  const text = args.body(body, "body");
  const read = args.object(purchase, "purchase", SEGMENT_PURCHASE);
  const held = args.held(args.member(read, "held"), "purchase.held");
  const segment = args.indexOf(OFFER_SEGMENTS, args.member(read, "segment"), "purchase.segment");
  const transaction = args.indexOf(TRANSACTIONS, args.member(read, "transaction"), "purchase.transaction", 0);
  const code = instance().eligibility_from_response(status, text, transaction, held, segment);
  return messagesIn(read, "purchase").decision(readDecision(code));
}

/**
 * Reads the response with which the service refused a purchase. The reasons are the same as those of the decisions before a purchase.
 * Returns `null` if the response is not a documented refusal. `readFault` reads all other faults.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * explainPurchaseRefusal(403, '{"code":800073}')?.reasons[0].code; // "accountUnderReview"
 */
export function explainPurchaseRefusal(
  httpStatus: number,
  body: string | null | undefined,
  options?: MessageOptions,
): PurchaseRefusal | null {
  const status = args.httpStatus(httpStatus, "httpStatus");
  const code = instance().explain_purchase_refusal(status, args.body(body, "body"));
  return code === 0 ? null : messagesOf(options).decision(readRefusal(code));
}
