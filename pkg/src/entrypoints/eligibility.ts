/**
 * The decisions without the form checks, in a quarter of the size, for a page that only shows what a customer may buy or which
 * qualifications can be set.
 *
 * Names, types and messages are the same as in `partner-center-rules`. A page can use both.
 *
 * @packageDocumentation
 */

export type {
  AccountStatusText,
  Decision,
  Held,
  HeldQualification,
  MessageOptions,
  MessageOverrides,
  Purchase,
  PurchaseRefusal,
  SegmentPurchase,
  Settability,
  SettabilityOptions,
  SettableQualification,
} from "../types.js";
export {
  accountEligibility,
  eligibilityFromResponse,
  offerEligibility,
  purchaseEligibility,
  purchaseEligibilityFromResponse,
  explainPurchaseRefusal,
  settability,
  qualificationOptions,
} from "../api/decisions.js";
export { label } from "../api/label.js";
export type { RulesError } from "../boundary/errors.js";
export {
  ACCOUNT_STATUSES,
  MODES,
  OFFER_SEGMENTS,
  OUTCOMES,
  QUALIFICATIONS,
  RULES_VERSION,
  TRANSACTIONS,
  VETTING_STATUSES,
} from "../generated/tables.js";
export type {
  AccountStatus,
  FaultOrigin,
  Field,
  LabelKind,
  LabelValues,
  Messages,
  Mode,
  OfferSegment,
  Outcome,
  Qualification,
  Reason,
  ReasonCode,
  RuleId,
  RulesErrorCode,
  Source,
  SourceTag,
  Transaction,
  VettingStatus,
} from "../generated/tables.js";
