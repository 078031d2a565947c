// Decisions: the calls, and how the numbers that they give are read.

import * as given from "./arguments.js";
import { frozen } from "./frozen.js";
import { instance } from "./instance.js";
import {
  FIELDS,
  LABELS,
  MODES,
  NO_SEGMENT,
  OFFER_SEGMENTS,
  OPTIONAL_SHIFT,
  OUTCOMES,
  OUTCOME_SHIFT,
  QUALIFICATIONS,
  REASONS,
  REQUIRED_SHIFT,
  RULE_BITS,
  TRANSACTIONS,
} from "./tables.js";
import type { AccountStatus, Field, Mode, OfferSegment, Outcome, Qualification, Reason, Transaction } from "./tables.js";

/** The answer to a question, with every reason for it. `undetermined` is never a yes. */
export interface Decision {
  readonly outcome: Outcome;
  /** At least one; if the answer is not `allowed`, everything that stands in the way. */
  readonly reasons: readonly Reason[];
}

/** Whether a qualification can be set, and the fields that go with it; none when it is blocked. */
export interface Settability extends Decision {
  readonly required: readonly Field[];
  readonly optional: readonly Field[];
}

/** A qualification with its settability, as an option of a select. */
export interface SettableQualification extends Settability {
  readonly qualification: Qualification;
  readonly label: string;
}

/** One entry of what a customer holds, as the service answers it. */
export interface HeldQualification {
  readonly qualification: string;
  readonly vettingStatus?: string | null | undefined;
  readonly vettingReason?: string | null | undefined;
  readonly vettingCreateDate?: string | null | undefined;
}

/** What a customer holds. `null` and `undefined`: not known, which is not the same as `[]`, nothing. */
export type Held = readonly HeldQualification[] | null | undefined;

/** An account status: one of the list, another text of the service, or `null` and `undefined` where it is not known. */
export type AccountStatusText = AccountStatus | (string & {}) | null | undefined;

/** What the settability of a qualification depends on. */
export interface Situation {
  /** The interface, `asynchronous` unless said. */
  readonly mode?: Mode | undefined;
  /** What the customer holds. */
  readonly held?: Held;
}

/** What a purchase depends on. */
export interface Purchase {
  /** The account status. `"NoAccountStatus"` says that the service has none; `null` and `undefined` that it is not known. */
  readonly status?: AccountStatusText;
  /** What the customer holds; it matters only where a segment is given. */
  readonly held?: Held;
  /** The segment of the offer; without one only the account is judged. */
  readonly segment?: OfferSegment | null | undefined;
  /** The kind of transaction, `newPurchase` unless said. */
  readonly transaction?: Transaction | null | undefined;
}

/**
 * Whether a qualification can be set now, and with what fields.
 *
 * @throws TypeError if an argument has another type than declared. Unknown texts are no error: they are judged.
 * @example
 * settability("GovernmentCommunityCloud", { held: [{ qualification: "Education" }] }).outcome; // "blocked"
 */
export function settability(target: Qualification | (string & {}), situation?: Situation): Settability {
  const text = given.name(target, "target");
  const { mode, held } = readSituation(situation, "situation");
  return readSettability(instance().settability(text, mode, held));
}

/**
 * Every qualification with its settability, in the order of `QUALIFICATIONS`, for a select.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * settableQualifications({ held: [] }).filter((option) => option.outcome === "allowed").map((option) => option.label);
 */
export function settableQualifications(situation?: Situation): readonly SettableQualification[] {
  const { mode, held } = readSituation(situation, "situation");
  return QUALIFICATIONS.map((qualification) => ({
    qualification,
    label: LABELS.qualification[qualification],
    ...readSettability(instance().settability(qualification, mode, held)),
  }));
}

/**
 * Whether the account status lets a transaction go through, `newPurchase` unless said.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * accountEligibility("UnderReview", "renewal").outcome; // "allowed"
 * accountEligibility(undefined).outcome; // "undetermined"
 */
export function accountEligibility(status: AccountStatusText, transaction?: Transaction | null): Decision {
  const text = given.nameOrNothing(status, "status");
  const kind = given.place(TRANSACTIONS, transaction, "transaction", 0);
  return readDecision(instance().account_eligibility(text !== undefined, text ?? "", kind));
}

/**
 * Whether offers of a segment may be sold to a customer, given what it holds.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * offerEligibility([{ qualification: "Education", vettingStatus: "InReview" }], "Education").outcome; // "blocked"
 */
export function offerEligibility(held: Held, segment: OfferSegment): Decision {
  const holdings = given.held(held, "held");
  return readDecision(instance().offer_eligibility(holdings, given.place(OFFER_SEGMENTS, segment, "segment")));
}

/**
 * Whether a purchase goes through: the account status and, where a segment is given, the segment.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * purchaseEligibility({ status: "Allowed", held: [], segment: "Education" }).outcome; // "blocked"
 */
export function purchaseEligibility(purchase: Purchase): Decision {
  const read = given.object(purchase, "purchase");
  const status = given.nameOrNothing(given.own(read, "status"), "purchase.status");
  const held = given.held(given.own(read, "held"), "purchase.held");
  const segment = given.place(OFFER_SEGMENTS, given.own(read, "segment"), "purchase.segment", NO_SEGMENT);
  const transaction = given.place(TRANSACTIONS, given.own(read, "transaction"), "purchase.transaction", 0);
  return readDecision(instance().purchase_eligibility(status !== undefined, status ?? "", held, segment, transaction));
}

/**
 * Whether a transaction goes through, straight from the answer to
 * `GET /v1/customers/{id}/validationStatus?type=account`. Only a 404 with code 600074 says that there is no account status.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * const response = await fetch(url);
 * const decision = eligibilityFromResponse(response.status, await response.text());
 */
export function eligibilityFromResponse(
  httpStatus: number,
  body: string | null | undefined,
  transaction?: Transaction | null,
): Decision {
  const status = given.httpStatus(httpStatus, "httpStatus");
  const text = given.body(body, "body");
  const kind = given.place(TRANSACTIONS, transaction, "transaction", 0);
  return readDecision(instance().eligibility_from_response(status, text, kind));
}

/**
 * Why the service refused a purchase, in the same reasons as before the purchase; `null` if the account is not the cause.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * purchaseRefusal(403, '{"code":800073}')?.reasons[0].code; // "accountUnderReview"
 */
export function purchaseRefusal(httpStatus: number, body: string | null | undefined): Decision | null {
  const status = given.httpStatus(httpStatus, "httpStatus");
  const code = instance().purchase_refusal(status, given.body(body, "body"));
  return code === 0 ? null : readDecision(code);
}

/** Reads the options that settability and the form share. */
export function readSituation(value: unknown, argument: string): { mode: number; held: number; options: object } {
  const options = given.options(value, argument);
  const mode = given.place(MODES, given.own(options, "mode"), `${argument}.mode`, 0);
  return { mode, held: given.held(given.own(options, "held"), `${argument}.held`), options };
}

// There are few different decisions, and they are frozen: each is made once.
const decisions = new Map<number, Decision>();
const settabilities = new Map<number, Settability>();

/** The decision that a number stands for. */
export function readDecision(code: number): Decision {
  return remembered(decisions, code, () => {
    const reasons: Reason[] = [];
    for (let shift = 0; shift < OUTCOME_SHIFT; shift += RULE_BITS) {
      const place = (code >>> shift) & ((1 << RULE_BITS) - 1);
      if (place > 0) reasons.push(at(REASONS, place - 1));
    }
    return { outcome: at(OUTCOMES, (code >>> OUTCOME_SHIFT) - 1), reasons };
  });
}

function readSettability(code: number): Settability {
  return remembered(settabilities, code, () => ({
    outcome: at(OUTCOMES, (code >>> OUTCOME_SHIFT) - 1),
    reasons: [at(REASONS, (code & ((1 << RULE_BITS) - 1)) - 1)],
    required: FIELDS.filter((_, place) => (code >>> (REQUIRED_SHIFT + place)) & 1),
    optional: FIELDS.filter((_, place) => (code >>> (OPTIONAL_SHIFT + place)) & 1),
  }));
}

function remembered<T extends object>(all: Map<number, T>, code: number, make: () => T): T {
  const known = all.get(code);
  if (known !== undefined) return known;
  const made = frozen(make());
  all.set(code, made);
  return made;
}

function at<T>(list: readonly T[], place: number): T {
  const item = list[place];
  // A module that does not fit the tables must not answer.
  if (item === undefined) throw new Error("partner-center-rules: the WebAssembly module does not fit the tables");
  return item;
}
