/**
 * What a Cloud Solution Provider partner may do for a customer, decided before the request is sent.
 *
 * Every decision has three outcomes, and every reason names its rule and the pages it was taken from. All calls are synchronous.
 *
 * @packageDocumentation
 */

export {
  accountEligibility,
  eligibilityFromResponse,
  offerEligibility,
  purchaseEligibility,
  purchaseEligibilityFromResponse,
  explainPurchaseRefusal,
  settability,
  qualificationOptions,
} from "./decisions.js";
export type {
  AccountStatusText,
  Decision,
  Held,
  HeldQualification,
  Purchase,
  PurchaseRefusal,
  SegmentPurchase,
  Settability,
  SettableQualification,
  SettabilityOptions,
} from "./decisions.js";
export { label } from "./label.js";
export { bulkReader, bulkEligibility } from "./bulk.js";
export type { BulkError, BulkOptions, BulkPiece, BulkResult, BulkTally, BulkReader } from "./bulk.js";
export { checkField, checkForm } from "./form.js";
export type {
  Change,
  Context,
  FieldCheck,
  Form,
  FormResult,
  Issue,
  MessageOptions,
  MessageOverrides,
  Params,
  PartnerValidationCode,
  QualificationUpdate,
} from "./form.js";
export { fieldPlan } from "./plan.js";
export type { FieldOption, FieldPlan, InputAttributes, InputProps } from "./plan.js";
export { fieldAttributes, toErrorSummary, toFieldErrors } from "./issues.js";
export { qualificationSchema } from "./schema.js";
export type { JsonSchema, JsonSchemaOptions, QualificationSchema, SchemaResult } from "./schema.js";
export { requests } from "./requests.js";
export type { RequestContext, PartnerCenterRequest, UpdateRequest } from "./requests.js";
export {
  readFault,
  readQualification,
  readQualifications,
  readTimestamp,
  readUpdate,
  readValidationCodes,
  readValidationStatus,
} from "./answers.js";
export type {
  Answer,
  ResponseBody,
  Fault,
  OtherMember,
  QualificationEntry,
  ReadOptions,
  ValidationCodeEntry,
  ValidationStatus,
} from "./answers.js";
export type { RulesError } from "./failure.js";
export {
  ACCOUNT_STATUSES,
  RULE_BASES,
  CLOUDS,
  CREDENTIALS,
  CREDENTIALS_OF,
  EDUCATION_SEGMENTS,
  FAULT_ORIGINS,
  FIELDS,
  FIELD_STATES,
  GDAP_ROLES,
  GDAP_ROLES_FOR,
  LABELS,
  MESSAGES,
  MODES,
  FIELD_REQUIREMENTS,
  OFFER_SEGMENTS,
  OPERATIONS,
  OUTCOMES,
  QUALIFICATIONS,
  RULES,
  RULES_VERSION,
  SEVERITIES,
  SOURCES,
  TRANSACTIONS,
  UPDATE_OPERATIONS,
  VETTING_STATUSES,
} from "./tables.js";
export type {
  AccountStatus,
  Basis,
  BulkErrorCode,
  ChangeCode,
  Cloud,
  Credentials,
  EducationSegment,
  FaultCode,
  FaultOrigin,
  Field,
  FieldCode,
  FieldState,
  GdapRole,
  LabelCode,
  LabelKind,
  LabelValues,
  ListCode,
  MessageCode,
  Messages,
  Mode,
  Need,
  OfferSegment,
  Operation,
  Outcome,
  Qualification,
  Reason,
  ReasonCode,
  Rule,
  RuleId,
  RulesErrorCode,
  Severity,
  Source,
  SourceTag,
  Transaction,
  VettingStatus,
} from "./tables.js";
