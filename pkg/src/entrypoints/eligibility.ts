/**
 * The decisions alone, in a quarter of the bytes: for pages that show what a customer may buy or be given, and check no form.
 *
 * @packageDocumentation
 */

export type {
  AccountStatusText,
  Decision,
  Held,
  MessageOptions,
  MessageOverrides,
  Purchase,
  PurchaseRefusal,
  QualificationEntry,
  SegmentPurchase,
  Settability,
  SettabilityOptions,
  SettableQualification,
} from "../api/types.js";
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
