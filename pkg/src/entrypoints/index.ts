/**
 * Decides what a Cloud Solution Provider partner may do for a customer, before the request is sent.
 *
 * A decision has one of three outcomes. Every reason names its rule and the documentation pages of the rule. All calls are synchronous.
 *
 * @packageDocumentation
 */

export * from "./eligibility.js";
export type {
  Answer,
  BulkError,
  BulkOptions,
  BulkPiece,
  BulkReader,
  BulkResult,
  BulkTally,
  Change,
  Context,
  Fault,
  FieldCheck,
  FieldOption,
  FieldPlan,
  Form,
  FormResult,
  InputAttributes,
  InputProps,
  Issue,
  OtherMember,
  Params,
  PartnerCenterRequest,
  PartnerValidationCode,
  QualificationEntry,
  QualificationUpdate,
  ReadOptions,
  RequestContext,
  ResponseBody,
  UpdateRequest,
  ValidationCodeEntry,
  ValidationStatus,
} from "../types.js";
export { bulkReader, bulkEligibility } from "../api/bulk.js";
export { checkField, checkForm } from "../api/form.js";
export { fieldPlan } from "../api/field-plan.js";
export { fieldAttributes, toErrorSummary, toFieldErrors } from "../api/issues.js";
export { qualificationSchema } from "../api/schema.js";
export type { JsonSchema, JsonSchemaOptions, QualificationSchema, SchemaResult } from "../api/schema.js";
export { requests } from "../api/requests.js";
export {
  readFault,
  readQualification,
  readQualifications,
  readTimestamp,
  readUpdate,
  readValidationCodes,
  readValidationStatus,
} from "../api/responses.js";
export {
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
  FIELD_REQUIREMENTS,
  OPERATIONS,
  RULES,
  SEVERITIES,
  SOURCES,
  UPDATE_OPERATIONS,
} from "../generated/tables.js";
export type {
  Basis,
  BulkErrorCode,
  ChangeCode,
  Cloud,
  Credentials,
  EducationSegment,
  FaultCode,
  FieldCode,
  FieldState,
  GdapRole,
  LabelCode,
  ListCode,
  MessageCode,
  Need,
  Operation,
  Rule,
  Severity,
} from "../generated/tables.js";
