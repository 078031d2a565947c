// What the package declares. `cargo xtask api` writes this file; a change to it is a change for users.

// bulk

import type { BulkOptions, BulkReader, BulkResult } from "./types.js";
export declare function bulkEligibility(text: Uint8Array | ArrayBuffer | string, options?: BulkOptions): BulkResult;
export declare function bulkReader(options?: BulkOptions): BulkReader;

// decisions

import type { AccountStatusText, Decision, Held, MessageOptions, Purchase, PurchaseRefusal, SegmentPurchase, Settability, SettabilityOptions, SettableQualification } from "./types.js";
import type { OfferSegment, Qualification, Transaction } from "./tables.js";
export declare function settability(target: Qualification | (string & {}), options?: SettabilityOptions): Settability;
export declare function qualificationOptions(options?: SettabilityOptions): readonly SettableQualification[];
export declare function accountEligibility(status: AccountStatusText, transaction?: Transaction | null, options?: MessageOptions): Decision;
export declare function offerEligibility(held: Held, segment: OfferSegment, transaction?: Transaction | null, options?: MessageOptions): Decision;
export declare function purchaseEligibility(purchase: Purchase): Decision;
export declare function eligibilityFromResponse(httpStatus: number, body: string | null | undefined, transaction?: Transaction | null, options?: MessageOptions): Decision;
export declare function purchaseEligibilityFromResponse(httpStatus: number, body: string | null | undefined, purchase: SegmentPurchase): Decision;
export declare function explainPurchaseRefusal(httpStatus: number, body: string | null | undefined, options?: MessageOptions): PurchaseRefusal | null;

// eligibility

export type { AccountStatusText, Decision, Held, HeldQualification, MessageOptions, MessageOverrides, Purchase, PurchaseRefusal, SegmentPurchase, Settability, SettabilityOptions, SettableQualification, } from "./types.js";
export { accountEligibility, eligibilityFromResponse, offerEligibility, purchaseEligibility, purchaseEligibilityFromResponse, explainPurchaseRefusal, settability, qualificationOptions, } from "./decisions.js";
export { label } from "./label.js";
export type { RulesError } from "./errors.js";
export { ACCOUNT_STATUSES, MODES, OFFER_SEGMENTS, OUTCOMES, QUALIFICATIONS, RULES_VERSION, TRANSACTIONS, VETTING_STATUSES, } from "./tables.js";
export type { AccountStatus, FaultOrigin, Field, LabelKind, LabelValues, Messages, Mode, OfferSegment, Outcome, Qualification, Reason, ReasonCode, RuleId, RulesErrorCode, Source, SourceTag, Transaction, VettingStatus, } from "./tables.js";

// errors

import type { RulesErrorCode } from "./tables.js";
export interface RulesError extends Error {
    readonly name: "RulesError";
    readonly code: RulesErrorCode;
    readonly header?: string;
}

// field-plan

import type { Context, FieldPlan } from "./types.js";
export declare function fieldPlan(qualification: string | null | undefined, context?: Context): readonly FieldPlan[];

// form

import type { Context, FieldCheck, Form, FormResult } from "./types.js";
import type { Field } from "./tables.js";
export declare function checkForm(form: Form, context?: Context): FormResult;
export declare function checkField<F extends Field>(field: F, text: Form[F], form?: Form, context?: Context): FieldCheck;

// index

export * from "./eligibility.js";
export type { Answer, BulkError, BulkOptions, BulkPiece, BulkReader, BulkResult, BulkTally, Change, Context, Fault, FieldCheck, FieldOption, FieldPlan, Form, FormResult, InputAttributes, InputProps, Issue, OtherMember, Params, PartnerCenterRequest, PartnerValidationCode, QualificationEntry, QualificationUpdate, ReadOptions, RequestContext, ResponseBody, UpdateRequest, ValidationCodeEntry, ValidationStatus, } from "./types.js";
export { bulkReader, bulkEligibility } from "./bulk.js";
export { checkField, checkForm } from "./form.js";
export { fieldPlan } from "./field-plan.js";
export { fieldAttributes, toErrorSummary, toFieldErrors } from "./issues.js";
export { qualificationSchema } from "./schema.js";
export type { JsonSchema, JsonSchemaOptions, QualificationSchema, SchemaResult } from "./schema.js";
export { requests } from "./requests.js";
export { readFault, readQualification, readQualifications, readTimestamp, readUpdate, readValidationCodes, readValidationStatus, } from "./responses.js";
export { RULE_BASES, CLOUDS, CREDENTIALS, CREDENTIALS_OF, EDUCATION_SEGMENTS, FAULT_ORIGINS, FIELDS, FIELD_STATES, GDAP_ROLES, GDAP_ROLES_FOR, LABELS, MESSAGES, FIELD_REQUIREMENTS, OPERATIONS, RULES, SEVERITIES, SOURCES, UPDATE_OPERATIONS, } from "./tables.js";
export type { Basis, BulkErrorCode, ChangeCode, Cloud, Credentials, EducationSegment, FaultCode, FieldCode, FieldState, GdapRole, LabelCode, ListCode, MessageCode, Need, Operation, Rule, Severity, } from "./tables.js";

// init

export type CompiledModule = typeof globalThis extends {
    WebAssembly: {
        Module: {
            prototype: infer Module;
        };
    };
} ? Module : never;
export type ModuleSource = ArrayBuffer | ArrayBufferView | {
    readonly arrayBuffer: () => Promise<ArrayBuffer>;
} | CompiledModule;
export declare const WASM_INTEGRITY: string;
export declare function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>;

// issues

import type { Issue } from "./types.js";
import type { Field } from "./tables.js";
export declare function toFieldErrors(issues: readonly Issue[]): {
    readonly [field in Field]?: string;
};
export declare function toErrorSummary(issues: readonly Issue[]): readonly {
    readonly field: Field;
    readonly message: string;
}[];
export declare function fieldAttributes(field: Field, issues: readonly Issue[], ids?: {
    readonly hint?: string | null | undefined;
    readonly error?: string | null | undefined;
}): {
    readonly "aria-invalid"?: "true";
    readonly "aria-describedby"?: string;
};

// label

import type { MessageOptions } from "./types.js";
import type { LabelKind, LabelValues } from "./tables.js";
export declare function label<Kind extends LabelKind>(kind: Kind, value: LabelValues[Kind] | (string & {}), options?: MessageOptions): string;

// messages/de

import type { Messages } from "../tables.js";
export declare const messages: Messages;
export default messages;

// messages/es

import type { Messages } from "../tables.js";
export declare const messages: Messages;
export default messages;

// messages/fr

import type { Messages } from "../tables.js";
export declare const messages: Messages;
export default messages;

// messages/ja

import type { Messages } from "../tables.js";
export declare const messages: Messages;
export default messages;

// messages/pt-BR

import type { Messages } from "../tables.js";
export declare const messages: Messages;
export default messages;

// requests

import type { Context, Form, PartnerCenterRequest, RequestContext, UpdateRequest } from "./types.js";
export declare const requests: {
    readValidationStatus: (customerId: string, requestContext: RequestContext) => PartnerCenterRequest;
    readQualification: (customerId: string, requestContext: RequestContext) => PartnerCenterRequest;
    readQualifications: (customerId: string, requestContext: RequestContext) => PartnerCenterRequest;
    readValidationCodes: (requestContext: RequestContext) => PartnerCenterRequest;
    setQualification: (form: Form, context: Context | undefined, requestContext: RequestContext) => UpdateRequest;
    setUndeterminedQualification: (form: Form, context: Context | undefined, requestContext: RequestContext) => UpdateRequest;
};

// responses

import type { Answer, Fault, QualificationEntry, ReadOptions, ResponseBody, ValidationCodeEntry, ValidationStatus } from "./types.js";
import type { Mode } from "./tables.js";
export declare function readValidationStatus(httpStatus: number, body: ResponseBody, options?: ReadOptions): Answer<ValidationStatus>;
export declare function readQualification(httpStatus: number, body: ResponseBody, options?: ReadOptions): Answer<{
    readonly qualification: string;
    readonly recognised: boolean;
}>;
export declare function readQualifications(httpStatus: number, body: ResponseBody, options?: ReadOptions): Answer<readonly QualificationEntry[]>;
export declare function readUpdate(mode: Mode | null | undefined, httpStatus: number, body: ResponseBody, options?: ReadOptions): Answer<QualificationEntry>;
export declare function readValidationCodes(httpStatus: number, body: ResponseBody, options?: ReadOptions): Answer<readonly ValidationCodeEntry[]>;
export declare function readFault(httpStatus: number, body: ResponseBody, options?: ReadOptions): Fault;
export declare function readTimestamp(text: string): number | null;

// schema

import type { Context, Form, Issue, QualificationUpdate } from "./types.js";
export type SchemaResult = {
    readonly value: QualificationUpdate;
    readonly issues?: undefined;
} | {
    readonly issues: readonly Issue[];
};
export type JsonSchema = Record<string, unknown>;
export interface QualificationSchema {
    readonly "~standard": {
        readonly version: 1;
        readonly vendor: "partner-center-rules";
        readonly validate: (value: unknown) => SchemaResult;
        readonly types?: {
            readonly input: Form;
            readonly output: QualificationUpdate;
        } | undefined;
        readonly jsonSchema: {
            readonly input: (options: JsonSchemaOptions) => JsonSchema;
            readonly output: (options: JsonSchemaOptions) => JsonSchema;
        };
    };
}
export interface JsonSchemaOptions {
    readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});
    readonly libraryOptions?: Record<string, unknown> | undefined;
}
export declare function qualificationSchema(context?: Context): QualificationSchema;

// slim

export * from "./index.js";
export { WASM_INTEGRITY, init } from "./init.js";
export type { CompiledModule, ModuleSource } from "./init.js";

// tables

export declare const OUTCOMES: readonly ["allowed", "blocked", "undetermined"];
export type Outcome = (typeof OUTCOMES)[number];
export declare const MODES: readonly ["asynchronous", "synchronous"];
export type Mode = (typeof MODES)[number];
export declare const QUALIFICATIONS: readonly ["None", "Education", "Nonprofit", "GovernmentCommunityCloud", "StateOwnedEntity"];
export type Qualification = (typeof QUALIFICATIONS)[number];
export declare const VETTING_STATUSES: readonly ["Approved", "InReview", "Denied"];
export type VettingStatus = (typeof VETTING_STATUSES)[number];
export declare const ACCOUNT_STATUSES: readonly ["Allowed", "UnderReview", "NotAllowed", "Unknown", "Not Ready", "NoAccountStatus"];
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];
export declare const TRANSACTIONS: readonly ["newPurchase", "seatIncrease", "upgrade", "renewal", "seatReduction", "cancellation"];
export type Transaction = (typeof TRANSACTIONS)[number];
export declare const OFFER_SEGMENTS: readonly ["Commercial", "Education", "Nonprofit", "GovernmentCommunityCloud"];
export type OfferSegment = (typeof OFFER_SEGMENTS)[number];
export declare const EDUCATION_SEGMENTS: readonly ["K12", "HigherEducation"];
export type EducationSegment = (typeof EDUCATION_SEGMENTS)[number];
export declare const FIELDS: readonly ["customerId", "qualification", "educationSegment", "website", "validationCode"];
export type Field = (typeof FIELDS)[number];
export declare const OPERATIONS: readonly ["readValidationStatus", "readQualification", "setQualification", "readQualifications", "createQualification", "readValidationCodes"];
export type Operation = (typeof OPERATIONS)[number];
export declare const CLOUDS: readonly ["worldwide", "china"];
export type Cloud = (typeof CLOUDS)[number];
export declare const FAULT_ORIGINS: readonly ["credentials", "customer", "partner", "input", "service"];
export type FaultOrigin = (typeof FAULT_ORIGINS)[number];
export declare const CREDENTIALS: readonly ["App+User", "App"];
export type Credentials = (typeof CREDENTIALS)[number];
export declare const GDAP_ROLES: readonly ["Directory Reader", "Directory Writer", "License Administrator", "User Administrator"];
export type GdapRole = (typeof GDAP_ROLES)[number];
export declare const FIELD_REQUIREMENTS: readonly ["required", "optional", "notApplicable"];
export type Need = (typeof FIELD_REQUIREMENTS)[number];
export declare const FIELD_STATES: readonly ["empty", "incomplete", "invalid", "valid"];
export type FieldState = (typeof FIELD_STATES)[number];
export declare const SEVERITIES: readonly ["error", "warning"];
export type Severity = (typeof SEVERITIES)[number];
export declare const RULE_BASES: readonly ["documented", "undocumented"];
export type Basis = (typeof RULE_BASES)[number];
export type ReasonCode = "holdingsNotKnown" | "cannotBeSet" | "notOfferedByApi" | "unknownValue" | "alreadyHeld" | "reviewInProgress" | "unrecognisedState" | "requiresNoQualification" | "orderNotDocumented" | "cannotBeOverridden" | "combinationNotDocumented" | "settable" | "accountAllowed" | "accountUnderReview" | "unaffectedByReview" | "accountNotAllowed" | "accountStatusUnknown" | "accountNotReady" | "noAccountStatus" | "accountStatusUnrecognised" | "accountStatusNotKnown" | "unexpectedBody" | "otherNotFound" | "credentials" | "retryLater" | "unexpectedHttpStatus" | "segmentAvailable" | "segmentNotAvailable" | "qualificationsDisagree" | "existingSubscriptionNotDocumented" | "accountLocked" | "qualificationMissing" | "customerAgreementMissing" | "limitExceeded" | "offerNotAvailable" | "creditInsufficient" | "riskCheckFailed" | "notEligible" | "partnerMayNotSell";
export type FieldCode = "unknownField" | "formNotObject" | "formOtherMode" | "notText" | "customerIdRequired" | "customerIdInvalid" | "customerIdNil" | "customerIdNotApplicable" | "qualificationRequired" | "educationSegmentRequired" | "educationSegmentUnknown" | "educationSegmentNotApplicable" | "websiteInvalid" | "websiteTooLong" | "websiteNotApplicable" | "websiteNotAscii" | "websiteUnderscore" | "websiteIpAddress" | "validationCodeRequired" | "validationCodeInvalid" | "validationCodeOutOfRange" | "validationCodeTooLong" | "validationCodeNotDigits" | "validationCodesIncomplete" | "validationCodeOtherOrganization" | "validationCodeUnknown" | "validationCodeNoneUsable" | "validationCodeUsedUp" | "validationCodeNotApplicable";
export type FaultCode = "credentialsNotAccepted" | "notPermitted" | "userRequired" | "roleMissing" | "conditionalAccessBlocked" | "tokenAudienceRetired" | "noRelationship" | "customerNotFound" | "notFound" | "qualificationRefused" | "requestNotAccepted" | "conflict" | "requestTimedOut" | "tooManyRequests" | "serviceFailed" | "noAnswer" | "unexpectedAnswer";
export type BulkErrorCode = "notRecords" | "wrappedList" | "notJson" | "endMissing" | "recordTooDeep" | "recordTooLong";
export type ListCode = "list.separator" | "list.or";
export type ChangeCode = "whiteSpaceRemoved" | "quotesRemoved" | "bracesRemoved" | "parenthesesRemoved" | "invisibleRemoved" | "urnPrefixRemoved" | "addressRemoved" | "fullWidthReplaced" | "dashesReplaced" | "hyphensAdded" | "dotsReplaced" | "lowerCased" | "trailingSlashRemoved" | "leadingZerosRemoved";
export type RuleId = "S0" | "S1" | "S2" | "S3" | "S4" | "S5" | "S6" | "S7" | "S8" | "S9" | "S10" | "S11" | "S12" | "S13" | "S14" | "A1" | "A2" | "A3" | "A4" | "A5" | "A6" | "A7" | "A8" | "A9" | "R1" | "R2" | "R3" | "R4" | "R5" | "P1" | "P2" | "P3" | "P4" | "P5" | "P6" | "P7" | "P8" | "P9" | "P10" | "P11" | "O1" | "O2" | "O3" | "O4" | "O5" | "O6" | "O7" | "O8" | "O9" | "O10" | "O11" | "O12" | "O13" | "O14";
export type SourceTag = "SYNC" | "STATUS" | "ASYNC" | "GETQ" | "ENUM" | "CODES" | "EDU" | "SEGMENT" | "VERIFY" | "ERRORS" | "HEADERS" | "STATUS2" | "CHANGES" | "SAMPLE";
export interface Source {
    readonly tag: SourceTag;
    readonly title: string;
    readonly url: string;
    readonly date: string;
}
export declare const SOURCES: {
    readonly [tag in SourceTag]: Source;
};
export declare const CREDENTIALS_OF: {
    readonly [operation in Operation]: readonly Credentials[];
};
export declare const UPDATE_OPERATIONS: {
    readonly [mode in Mode]: Operation;
};
export declare const GDAP_ROLES_FOR: {
    readonly [target in Qualification]: readonly GdapRole[];
};
export interface LabelValues {
    readonly outcome: Outcome;
    readonly mode: Mode;
    readonly qualification: Qualification;
    readonly vettingStatus: VettingStatus;
    readonly accountStatus: AccountStatus;
    readonly transaction: Transaction;
    readonly offerSegment: OfferSegment;
    readonly educationSegment: EducationSegment;
    readonly field: Field;
    readonly operation: Operation;
    readonly cloud: Cloud;
    readonly faultOrigin: FaultOrigin;
    readonly credentials: Credentials;
    readonly gdapRole: GdapRole;
    readonly need: Need;
    readonly fieldState: FieldState;
    readonly severity: Severity;
    readonly basis: Basis;
}
export type LabelKind = keyof LabelValues;
export type LabelCode = {
    [kind in LabelKind]: kind extends "field" ? `${Field}Label` : `${kind}.${LabelValues[kind]}`;
}[LabelKind];
export type MessageCode = ReasonCode | FieldCode | FaultCode | ChangeCode | BulkErrorCode | LabelCode | `${Field}Hint` | ListCode;
export type Messages = {
    readonly [code in MessageCode]: string;
};
export declare const MESSAGES: Messages;
export declare const LABELS: {
    readonly [kind in LabelKind]: {
        readonly [value in LabelValues[kind]]: string;
    };
};
export interface Reason {
    readonly code: ReasonCode;
    readonly message: string;
    readonly rule: RuleId;
    readonly source: readonly Source[];
}
export interface Rule {
    readonly id: RuleId;
    readonly statement: string;
    readonly outcome: Outcome;
    readonly code: ReasonCode;
    readonly basis: Basis;
    readonly source: readonly Source[];
}
export declare const RULES: readonly Rule[];
export declare const RULES_VERSION = "2026-11-25";
export type RulesErrorCode = "webAssemblyForbidden" | "webAssemblyMissing" | "synchronousCompileForbidden" | "outOfMemory" | "instanceRefused" | "initMissing" | "moduleMismatch" | "callFailed";

// types

import type { AccountStatus, BulkErrorCode, ChangeCode, Cloud, EducationSegment, FaultCode, FaultOrigin, Field, FieldCode, FieldState, MessageCode, Mode, Need, OfferSegment, Operation, Outcome, Qualification, Reason, ReasonCode, RuleId, Severity, Transaction } from "./tables.js";
export interface Decision {
    readonly outcome: Outcome;
    readonly reasons: readonly Reason[];
}
export interface Settability extends Decision {
    readonly required: readonly Field[];
    readonly optional: readonly Field[];
}
export interface SettableQualification extends Settability {
    readonly qualification: Qualification;
    readonly label: string;
}
export interface HeldQualification {
    readonly qualification: string;
    readonly vettingStatus?: string | null | undefined;
    readonly vettingReason?: string | null | undefined;
    readonly vettingCreateDate?: string | null | undefined;
}
export type Held = readonly HeldQualification[] | null | undefined;
export type AccountStatusText = AccountStatus | (string & {}) | null | undefined;
export interface SettabilityOptions extends MessageOptions {
    readonly mode?: Mode | undefined;
    readonly held?: Held;
}
export interface Purchase extends MessageOptions {
    readonly status?: AccountStatusText;
    readonly held?: Held;
    readonly segment?: OfferSegment | null | undefined;
    readonly transaction?: Transaction | null | undefined;
}
export interface SegmentPurchase extends MessageOptions {
    readonly segment: OfferSegment;
    readonly held?: Held;
    readonly transaction?: Transaction | null | undefined;
}
export interface PurchaseRefusal extends Decision {
    readonly origin: FaultOrigin;
}
export type Form = {
    readonly [field in Field]?: (field extends "validationCode" ? string | number : string) | null | undefined;
};
export interface PartnerValidationCode {
    readonly validationId: string | number;
    readonly remainingCreates?: number | null | undefined;
    readonly maxCreates?: number | null | undefined;
    readonly organizationName?: string | null | undefined;
    readonly partnerId?: string | null | undefined;
    readonly eTag?: string | null | undefined;
}
export type MessageOverrides = {
    readonly [code in MessageCode]?: string;
};
export interface MessageOptions {
    readonly messages?: MessageOverrides | null | undefined;
}
export interface Context extends SettabilityOptions {
    readonly validationCodes?: readonly PartnerValidationCode[] | null | undefined;
    readonly customerId?: string | null | undefined;
    readonly customerName?: string | null | undefined;
}
export interface Params {
    readonly input?: string;
    readonly allowed?: readonly string[];
    readonly min?: number;
    readonly max?: number;
    readonly rule?: RuleId;
    readonly seconds?: number;
}
export interface Issue {
    readonly code: FieldCode | ReasonCode | FaultCode;
    readonly message: string;
    readonly path: readonly [Field] | readonly [];
    readonly params: Params;
    readonly severity: Severity;
}
export interface Change {
    readonly code: ChangeCode;
    readonly message: string;
    readonly path: readonly [Field];
}
export type QualificationUpdate = {
    readonly customerId: string;
    readonly mode: Mode;
} & ({
    readonly qualification: "Education";
    readonly educationSegment?: EducationSegment;
    readonly website?: string;
} | {
    readonly qualification: "GovernmentCommunityCloud";
    readonly validationCode: string;
} | {
    readonly qualification: "StateOwnedEntity";
});
export type FormResult = {
    readonly ok: true;
    readonly value: QualificationUpdate;
    readonly warnings: readonly Issue[];
    readonly changes: readonly Change[];
} | {
    readonly ok: false;
    readonly issues: readonly Issue[];
    readonly warnings: readonly Issue[];
};
export interface FieldCheck {
    readonly state: FieldState;
    readonly issue?: Issue;
    readonly warnings: readonly Issue[];
    readonly changes: readonly Change[];
    readonly value?: string;
}
export interface FieldOption {
    readonly value: string;
    readonly label: string;
    readonly disabled: boolean;
    readonly outcome?: Outcome;
    readonly reasons: readonly Reason[];
    readonly remainingCreates?: number;
    readonly organizationName?: string;
}
export interface InputAttributes {
    readonly inputmode: "text" | "numeric" | "url";
    readonly maxlength: number;
    readonly autocomplete: "off";
    readonly spellcheck: boolean;
}
export interface InputProps {
    readonly inputMode: InputAttributes["inputmode"];
    readonly maxLength: InputAttributes["maxlength"];
    readonly autoComplete: InputAttributes["autocomplete"];
    readonly spellCheck: InputAttributes["spellcheck"];
}
export interface FieldPlan {
    readonly field: Field;
    readonly need: Need;
    readonly shown: boolean;
    readonly label: string;
    readonly hint: string;
    readonly options?: readonly FieldOption[];
    readonly input: InputAttributes;
    readonly inputProps: InputProps;
}
export interface RequestContext {
    readonly requestId: string;
    readonly correlationId: string;
    readonly cloud?: Cloud | null | undefined;
}
export interface PartnerCenterRequest {
    readonly operation: Operation;
    readonly method: "GET" | "POST" | "PUT";
    readonly url: string;
    readonly path: string;
    readonly headers: {
        readonly [name: string]: string;
    };
    readonly body?: string;
    readonly curl: string;
}
export type UpdateRequest = {
    readonly ok: true;
    readonly request: PartnerCenterRequest;
    readonly warnings: readonly Issue[];
} | {
    readonly ok: false;
    readonly issues: readonly Issue[];
    readonly warnings: readonly Issue[];
};
export interface OtherMember {
    readonly name: string;
    readonly json: string;
}
export interface Fault {
    readonly httpStatus: number;
    readonly code?: string;
    readonly errorName?: string;
    readonly message?: string;
    readonly description?: string;
    readonly errorMessageExtended?: string;
    readonly source?: string;
    readonly text?: string;
    readonly other?: readonly OtherMember[];
    readonly isRetryable: boolean;
    readonly origin: FaultOrigin;
    readonly issue: Issue;
}
export type Answer<T> = {
    readonly ok: true;
    readonly value: T;
} | {
    readonly ok: false;
    readonly fault: Fault;
};
export interface ValidationStatus {
    readonly status: string;
    readonly recognised: boolean;
    readonly lastUpdateDateTime?: string;
    readonly other?: readonly OtherMember[];
}
export interface QualificationEntry extends HeldQualification {
    readonly other?: readonly OtherMember[];
}
export interface ValidationCodeEntry extends PartnerValidationCode {
    readonly validationId: string;
    readonly other?: readonly OtherMember[];
}
export interface ReadOptions extends MessageOptions {
    readonly retryAfter?: string | number | null | undefined;
}
export type ResponseBody = string | null | undefined;
export interface BulkOptions extends MessageOptions {
    readonly transaction?: Transaction | null | undefined;
    readonly segment?: OfferSegment | null | undefined;
}
export interface BulkError {
    readonly code: BulkErrorCode;
    readonly message: string;
    readonly offset: number;
    readonly line: number;
    readonly column: number;
    readonly params?: {
        readonly member: string;
    };
}
export interface BulkTally {
    readonly outcomes: {
        readonly [outcome in Outcome]: number;
    };
    readonly rules: {
        readonly [rule in RuleId]?: number;
    };
}
export interface BulkResult {
    readonly outcomes: Uint8Array;
    readonly tally: BulkTally;
    readonly error?: BulkError;
}
export interface BulkPiece {
    readonly outcomes: Uint8Array;
    readonly ends: Float64Array;
    readonly decisions: Uint8Array;
}
export interface BulkReader {
    push(bytes: Uint8Array | ArrayBuffer): BulkPiece;
    finish(): BulkPiece;
    readonly tally: BulkTally;
    readonly decisions: readonly Decision[];
    readonly error?: BulkError;
}
