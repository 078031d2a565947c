// Made by `cargo xtask generate` from the tables of the Rust crate. Changes belong there.

import { frozen, made } from "../boundary/deep-freeze.js";

/**
 * All of {@link Outcome}: the answers of a decision.
 *
 * @example
 * OUTCOMES[0]; // "allowed"
 */
export const OUTCOMES = /* @__PURE__ */ frozen(["allowed", "blocked", "undetermined"] as const);

/**
 * One of {@link OUTCOMES}: the answers of a decision.
 *
 * @example
 * const one: Outcome = "allowed";
 */
export type Outcome = (typeof OUTCOMES)[number];

/**
 * All of {@link Mode}: the interfaces through which a qualification is set.
 *
 * @example
 * MODES[0]; // "asynchronous"
 */
export const MODES = /* @__PURE__ */ frozen(["asynchronous", "synchronous"] as const);

/**
 * One of {@link MODES}: the interfaces through which a qualification is set.
 *
 * @example
 * const one: Mode = "asynchronous";
 */
export type Mode = (typeof MODES)[number];

/**
 * All of {@link Qualification}: the qualifications.
 *
 * @example
 * QUALIFICATIONS[0]; // "None"
 */
export const QUALIFICATIONS = /* @__PURE__ */ frozen(["None", "Education", "Nonprofit", "GovernmentCommunityCloud", "StateOwnedEntity"] as const);

/**
 * One of {@link QUALIFICATIONS}: the qualifications.
 *
 * @example
 * const one: Qualification = "None";
 */
export type Qualification = (typeof QUALIFICATIONS)[number];

/**
 * All of {@link VettingStatus}: how far the review of a qualification has come.
 *
 * @example
 * VETTING_STATUSES[0]; // "Approved"
 */
export const VETTING_STATUSES = /* @__PURE__ */ frozen(["Approved", "InReview", "Denied"] as const);

/**
 * One of {@link VETTING_STATUSES}: how far the review of a qualification has come.
 *
 * @example
 * const one: VettingStatus = "Approved";
 */
export type VettingStatus = (typeof VETTING_STATUSES)[number];

/**
 * All of {@link AccountStatus}: the account statuses; `NoAccountStatus` says that the service has none for the customer.
 *
 * @example
 * ACCOUNT_STATUSES[0]; // "Allowed"
 */
export const ACCOUNT_STATUSES = /* @__PURE__ */ frozen(["Allowed", "UnderReview", "NotAllowed", "Unknown", "Not Ready", "NoAccountStatus"] as const);

/**
 * One of {@link ACCOUNT_STATUSES}: the account statuses; `NoAccountStatus` says that the service has none for the customer.
 *
 * @example
 * const one: AccountStatus = "Allowed";
 */
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/**
 * All of {@link Transaction}: the kinds of transactions.
 *
 * @example
 * TRANSACTIONS[0]; // "newPurchase"
 */
export const TRANSACTIONS = /* @__PURE__ */ frozen(["newPurchase", "seatIncrease", "upgrade", "renewal", "seatReduction", "cancellation"] as const);

/**
 * One of {@link TRANSACTIONS}: the kinds of transactions.
 *
 * @example
 * const one: Transaction = "newPurchase";
 */
export type Transaction = (typeof TRANSACTIONS)[number];

/**
 * All of {@link OfferSegment}: the segments of offers.
 *
 * @example
 * OFFER_SEGMENTS[0]; // "Commercial"
 */
export const OFFER_SEGMENTS = /* @__PURE__ */ frozen(["Commercial", "Education", "Nonprofit", "GovernmentCommunityCloud"] as const);

/**
 * One of {@link OFFER_SEGMENTS}: the segments of offers.
 *
 * @example
 * const one: OfferSegment = "Commercial";
 */
export type OfferSegment = (typeof OFFER_SEGMENTS)[number];

/**
 * All of {@link EducationSegment}: the segments of education customers.
 *
 * @example
 * EDUCATION_SEGMENTS[0]; // "K12"
 */
export const EDUCATION_SEGMENTS = /* @__PURE__ */ frozen(["K12", "HigherEducation"] as const);

/**
 * One of {@link EDUCATION_SEGMENTS}: the segments of education customers.
 *
 * @example
 * const one: EducationSegment = "K12";
 */
export type EducationSegment = (typeof EDUCATION_SEGMENTS)[number];

/**
 * All of {@link Field}: the fields of the form, in order.
 *
 * @example
 * FIELDS[0]; // "customerId"
 */
export const FIELDS = /* @__PURE__ */ frozen(["customerId", "qualification", "educationSegment", "website", "validationCode"] as const);

/**
 * One of {@link FIELDS}: the fields of the form, in order.
 *
 * @example
 * const one: Field = "customerId";
 */
export type Field = (typeof FIELDS)[number];

/**
 * All of {@link Operation}: the operations of the service.
 *
 * @example
 * OPERATIONS[0]; // "readValidationStatus"
 */
export const OPERATIONS = /* @__PURE__ */ frozen(["readValidationStatus", "readQualification", "setQualification", "readQualifications", "createQualification", "readValidationCodes"] as const);

/**
 * One of {@link OPERATIONS}: the operations of the service.
 *
 * @example
 * const one: Operation = "readValidationStatus";
 */
export type Operation = (typeof OPERATIONS)[number];

/**
 * All of {@link Cloud}: the clouds that the service runs in.
 *
 * @example
 * CLOUDS[0]; // "worldwide"
 */
export const CLOUDS = /* @__PURE__ */ frozen(["worldwide", "china"] as const);

/**
 * One of {@link CLOUDS}: the clouds that the service runs in.
 *
 * @example
 * const one: Cloud = "worldwide";
 */
export type Cloud = (typeof CLOUDS)[number];

/**
 * All of {@link FaultOrigin}: with whom the cause of a fault lies.
 *
 * @example
 * FAULT_ORIGINS[0]; // "credentials"
 */
export const FAULT_ORIGINS = /* @__PURE__ */ frozen(["credentials", "customer", "partner", "input", "service"] as const);

/**
 * One of {@link FAULT_ORIGINS}: with whom the cause of a fault lies.
 *
 * @example
 * const one: FaultOrigin = "credentials";
 */
export type FaultOrigin = (typeof FAULT_ORIGINS)[number];

/**
 * All of {@link Credentials}: with what a caller is authenticated.
 *
 * @example
 * CREDENTIALS[0]; // "App+User"
 */
export const CREDENTIALS = /* @__PURE__ */ frozen(["App+User", "App"] as const);

/**
 * One of {@link CREDENTIALS}: with what a caller is authenticated.
 *
 * @example
 * const one: Credentials = "App+User";
 */
export type Credentials = (typeof CREDENTIALS)[number];

/**
 * All of {@link GdapRole}: the roles that a customer grants to a partner.
 *
 * @example
 * GDAP_ROLES[0]; // "Directory Reader"
 */
export const GDAP_ROLES = /* @__PURE__ */ frozen(["Directory Reader", "Directory Writer", "License Administrator", "User Administrator"] as const);

/**
 * One of {@link GDAP_ROLES}: the roles that a customer grants to a partner.
 *
 * @example
 * const one: GdapRole = "Directory Reader";
 */
export type GdapRole = (typeof GDAP_ROLES)[number];

/**
 * All of {@link Need}: whether an update needs a field.
 *
 * @example
 * FIELD_REQUIREMENTS[0]; // "required"
 */
export const FIELD_REQUIREMENTS = /* @__PURE__ */ frozen(["required", "optional", "notApplicable"] as const);

/**
 * One of {@link FIELD_REQUIREMENTS}: whether an update needs a field.
 *
 * @example
 * const one: Need = "required";
 */
export type Need = (typeof FIELD_REQUIREMENTS)[number];

/**
 * All of {@link FieldState}: how far a field is filled in.
 *
 * @example
 * FIELD_STATES[0]; // "empty"
 */
export const FIELD_STATES = /* @__PURE__ */ frozen(["empty", "incomplete", "invalid", "valid"] as const);

/**
 * One of {@link FIELD_STATES}: how far a field is filled in.
 *
 * @example
 * const one: FieldState = "empty";
 */
export type FieldState = (typeof FIELD_STATES)[number];

/**
 * All of {@link Severity}: whether an issue stands in the way.
 *
 * @example
 * SEVERITIES[0]; // "error"
 */
export const SEVERITIES = /* @__PURE__ */ frozen(["error", "warning"] as const);

/**
 * One of {@link SEVERITIES}: whether an issue stands in the way.
 *
 * @example
 * const one: Severity = "error";
 */
export type Severity = (typeof SEVERITIES)[number];

/**
 * All of {@link Basis}: whether a rule is written in the documentation.
 *
 * @example
 * RULE_BASES[0]; // "documented"
 */
export const RULE_BASES = /* @__PURE__ */ frozen(["documented", "undocumented"] as const);

/**
 * One of {@link RULE_BASES}: whether a rule is written in the documentation.
 *
 * @example
 * const one: Basis = "documented";
 */
export type Basis = (typeof RULE_BASES)[number];

/**
 * Why a decision is what it is. Stable: one that is removed or renamed is a breaking change.
 *
 * @example
 * const one: ReasonCode = "holdingsNotKnown";
 */
export type ReasonCode =
  | "holdingsNotKnown"
  | "cannotBeSet"
  | "notOfferedByApi"
  | "unknownValue"
  | "alreadyHeld"
  | "reviewInProgress"
  | "unrecognisedState"
  | "requiresNoQualification"
  | "orderNotDocumented"
  | "cannotBeOverridden"
  | "combinationNotDocumented"
  | "settable"
  | "accountAllowed"
  | "accountUnderReview"
  | "unaffectedByReview"
  | "accountNotAllowed"
  | "accountStatusUnknown"
  | "accountNotReady"
  | "noAccountStatus"
  | "accountStatusUnrecognised"
  | "accountStatusNotKnown"
  | "unexpectedBody"
  | "otherNotFound"
  | "credentials"
  | "retryLater"
  | "unexpectedHttpStatus"
  | "segmentAvailable"
  | "segmentNotAvailable"
  | "qualificationsDisagree"
  | "existingSubscriptionNotDocumented"
  | "accountLocked"
  | "qualificationMissing"
  | "customerAgreementMissing"
  | "limitExceeded"
  | "offerNotAvailable"
  | "creditInsufficient"
  | "riskCheckFailed"
  | "notEligible"
  | "partnerMayNotSell";

/**
 * What is wrong with a field, or unusual about it. Stable: one that is removed or renamed is a breaking change.
 *
 * @example
 * const one: FieldCode = "unknownField";
 */
export type FieldCode =
  | "unknownField"
  | "formNotObject"
  | "formOtherMode"
  | "notText"
  | "customerIdRequired"
  | "customerIdInvalid"
  | "customerIdNil"
  | "customerIdNotApplicable"
  | "qualificationRequired"
  | "educationSegmentRequired"
  | "educationSegmentUnknown"
  | "educationSegmentNotApplicable"
  | "websiteInvalid"
  | "websiteTooLong"
  | "websiteNotApplicable"
  | "websiteNotAscii"
  | "websiteUnderscore"
  | "websiteIpAddress"
  | "validationCodeRequired"
  | "validationCodeInvalid"
  | "validationCodeOutOfRange"
  | "validationCodeTooLong"
  | "validationCodeNotDigits"
  | "validationCodesIncomplete"
  | "validationCodeOtherOrganization"
  | "validationCodeUnknown"
  | "validationCodeNoneUsable"
  | "validationCodeUsedUp"
  | "validationCodeNotApplicable";

/**
 * Why the service did not do what was asked. Stable: one that is removed or renamed is a breaking change.
 *
 * @example
 * const one: FaultCode = "credentialsNotAccepted";
 */
export type FaultCode =
  | "credentialsNotAccepted"
  | "notPermitted"
  | "userRequired"
  | "roleMissing"
  | "conditionalAccessBlocked"
  | "tokenAudienceRetired"
  | "noRelationship"
  | "customerNotFound"
  | "notFound"
  | "qualificationRefused"
  | "requestNotAccepted"
  | "conflict"
  | "requestTimedOut"
  | "tooManyRequests"
  | "serviceFailed"
  | "noAnswer"
  | "unexpectedAnswer";

/**
 * Why the text of customers is not read to its end. Stable: one that is removed or renamed is a breaking change.
 *
 * @example
 * const one: BulkErrorCode = "notRecords";
 */
export type BulkErrorCode =
  | "notRecords"
  | "wrappedList"
  | "notJson"
  | "endMissing"
  | "recordTooDeep"
  | "recordTooLong";

/**
 * What stands between the values of a list in a message. Stable: one that is removed or renamed is a breaking change.
 *
 * @example
 * const one: ListCode = "list.separator";
 */
export type ListCode =
  | "list.separator"
  | "list.or";

/**
 * What a form check changed in a text. Stable: one that is removed or renamed is a breaking change.
 *
 * @example
 * const one: ChangeCode = "whiteSpaceRemoved";
 */
export type ChangeCode =
  | "whiteSpaceRemoved"
  | "quotesRemoved"
  | "bracesRemoved"
  | "parenthesesRemoved"
  | "invisibleRemoved"
  | "urnPrefixRemoved"
  | "addressRemoved"
  | "fullWidthReplaced"
  | "dashesReplaced"
  | "hyphensAdded"
  | "dotsReplaced"
  | "lowerCased"
  | "trailingSlashRemoved"
  | "leadingZerosRemoved";

/**
 * The id of a rule. Stable: one that is removed or renamed is a breaking change.
 *
 * @example
 * const one: RuleId = "S0";
 */
export type RuleId =
  | "S0"
  | "S1"
  | "S2"
  | "S3"
  | "S4"
  | "S5"
  | "S6"
  | "S7"
  | "S8"
  | "S9"
  | "S10"
  | "S11"
  | "S12"
  | "S13"
  | "S14"
  | "A1"
  | "A2"
  | "A3"
  | "A4"
  | "A5"
  | "A6"
  | "A7"
  | "A8"
  | "A9"
  | "R1"
  | "R2"
  | "R3"
  | "R4"
  | "R5"
  | "P1"
  | "P2"
  | "P3"
  | "P4"
  | "P5"
  | "P6"
  | "P7"
  | "P8"
  | "P9"
  | "P10"
  | "P11"
  | "O1"
  | "O2"
  | "O3"
  | "O4"
  | "O5"
  | "O6"
  | "O7"
  | "O8"
  | "O9"
  | "O10"
  | "O11"
  | "O12"
  | "O13"
  | "O14";

/**
 * The short name of a page. Stable: one that is removed or renamed is a breaking change.
 *
 * @example
 * const one: SourceTag = "SYNC";
 */
export type SourceTag =
  | "SYNC"
  | "STATUS"
  | "ASYNC"
  | "GETQ"
  | "ENUM"
  | "CODES"
  | "EDU"
  | "SEGMENT"
  | "VERIFY"
  | "ERRORS"
  | "HEADERS"
  | "STATUS2"
  | "CHANGES"
  | "SAMPLE";

/**
 * A page of the service's documentation that rules are taken from.
 *
 * @example
 * const { tag, url }: Source = SOURCES.SYNC;
 * tag; // "SYNC"
 */
export interface Source {
  readonly tag: SourceTag;
  readonly title: string;
  readonly url: string;
  /** The date of the page as it was read: a day, a month, a year, or `undated`. */
  readonly date: string;
}

/**
 * The pages, by tag.
 *
 * @example
 * SOURCES.SYNC.url;
 */
export const SOURCES: { readonly [tag in SourceTag]: Source } = /* @__PURE__ */ frozen({
  SYNC: { tag: "SYNC", title: "Update a customer's qualification via synchronous validation", url: "https://learn.microsoft.com/partner-center/developer/update-customer-qualification-synchronous", date: "2020-12-07" },
  STATUS: { tag: "STATUS", title: "Retrieve the validation status of a customer", url: "https://learn.microsoft.com/partner-center/developer/retrieve-validation-status", date: "2021-10-27" },
  ASYNC: { tag: "ASYNC", title: "Update a customer's qualification via asynchronous validation", url: "https://learn.microsoft.com/partner-center/developer/update-customer-qualification-asynchronous", date: "2022-06-28" },
  GETQ: { tag: "GETQ", title: "Get a customer's qualification via asynchronous validation", url: "https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous", date: "2023-07-28" },
  ENUM: { tag: "ENUM", title: "CustomerQualification enumeration", url: "https://learn.microsoft.com/dotnet/api/microsoft.store.partnercenter.models.customers.customerqualification", date: "2023" },
  CODES: { tag: "CODES", title: "Get a partner's validation codes", url: "https://learn.microsoft.com/partner-center/developer/get-a-partner-s-validation-codes", date: "2022-06-03" },
  EDU: { tag: "EDU", title: "Sell to education customers", url: "https://learn.microsoft.com/partner-center/customers/sell-to-education-customers", date: "2022-09-16" },
  SEGMENT: { tag: "SEGMENT", title: "Get special pricing for offers", url: "https://learn.microsoft.com/partner-center/customers/get-special-pricing-for-offers", date: "2022-09-16" },
  VERIFY: { tag: "VERIFY", title: "Customer account verification", url: "https://learn.microsoft.com/partner-center/customers/customer-account-verification", date: "undated" },
  ERRORS: { tag: "ERRORS", title: "Partner Center REST error codes", url: "https://learn.microsoft.com/partner-center/developer/error-codes", date: "2023-06-15" },
  HEADERS: { tag: "HEADERS", title: "Partner Center REST headers", url: "https://learn.microsoft.com/partner-center/developer/headers", date: "2022-06-07" },
  STATUS2: { tag: "STATUS2", title: "Retrieve the validation status of a customer (a later version of the page)", url: "https://learn.microsoft.com/zh-tw/partner-center/developer/retrieve-validation-status", date: "undated" },
  CHANGES: { tag: "CHANGES", title: "Partner Center API change log", url: "https://learn.microsoft.com/partner-center/developer/api-change-log", date: "2021-03" },
  SAMPLE: { tag: "SAMPLE", title: "Partner Center SDK for .NET, sample CustomerQualificationOperations", url: "https://github.com/microsoft/partner-center-sdk-for-dotNET", date: "2023-06" },
});

/**
 * The credentials that an operation accepts.
 *
 * @example
 * CREDENTIALS_OF.createQualification; // ["App+User"]
 */
export const CREDENTIALS_OF: { readonly [operation in Operation]: readonly Credentials[] } = /* @__PURE__ */ frozen({
  readValidationStatus: ["App+User"],
  readQualification: ["App+User", "App"],
  setQualification: ["App+User"],
  readQualifications: ["App+User", "App"],
  createQualification: ["App+User"],
  readValidationCodes: ["App+User", "App"],
});

/**
 * The operation that sets a qualification through an interface.
 *
 * @example
 * UPDATE_OPERATIONS.asynchronous; // "createQualification"
 */
export const UPDATE_OPERATIONS: { readonly [mode in Mode]: Operation } = /* @__PURE__ */ frozen({
  asynchronous: "createQualification",
  synchronous: "setQualification",
});

/**
 * The roles of which a user needs at least one to set a qualification; none: no role is asked for.
 *
 * @example
 * GDAP_ROLES_FOR.Education; // []
 */
export const GDAP_ROLES_FOR: { readonly [target in Qualification]: readonly GdapRole[] } = /* @__PURE__ */ frozen({
  None: [],
  Education: [],
  Nonprofit: [],
  GovernmentCommunityCloud: ["Directory Reader", "Directory Writer", "License Administrator", "User Administrator"],
  StateOwnedEntity: [],
});

/**
 * The values that have labels, by what they are.
 *
 * @example
 * const transaction: LabelValues["transaction"] = "newPurchase";
 */
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

/**
 * What a value with a label is.
 *
 * @example
 * const kind: LabelKind = "transaction";
 */
export type LabelKind = keyof LabelValues;

/**
 * Every kind of value with a label.
 *
 * @internal
 */
export const LABEL_KINDS: readonly LabelKind[] = ["outcome", "mode", "qualification", "vettingStatus", "accountStatus", "transaction", "offerSegment", "educationSegment", "field", "operation", "cloud", "faultOrigin", "credentials", "gdapRole", "need", "fieldState", "severity", "basis"];

/**
 * The code of the label of a value in a catalogue.
 *
 * @example
 * const code: LabelCode = "transaction.newPurchase";
 * MESSAGES[code]; // "New purchase"
 */
export type LabelCode = {
  [kind in LabelKind]: kind extends "field" ? `${Field}Label` : `${kind}.${LabelValues[kind]}`;
}[LabelKind];

/**
 * The code of a text that people read.
 *
 * @example
 * const code: MessageCode = "customerIdLabel";
 */
export type MessageCode =
  | ReasonCode
  | FieldCode
  | FaultCode
  | ChangeCode
  | BulkErrorCode
  | LabelCode
  | `${Field}Hint`
  | ListCode;

/**
 * Texts for people by code, with `{placeholders}` for the parameters of an issue or an error.
 *
 * @example
 * const messages: Messages = { ...MESSAGES, customerIdLabel: "Tenant" };
 */
export type Messages = { readonly [code in MessageCode]: string };

/**
 * The messages of reasons in English.
 *
 * @internal
 */
export const REASON_MESSAGES: { readonly [code in ReasonCode]: string } = /* @__PURE__ */ frozen({
  holdingsNotKnown: "It is not known what the customer holds. Read the qualifications of the customer first.",
  cannotBeSet: "None and Nonprofit cannot be set. Education, Government Community Cloud and, through the asynchronous API, State-owned entity can.",
  notOfferedByApi: "The synchronous API does not offer State-owned entity. The asynchronous API does.",
  unknownValue: "This is not a qualification that can be set. Education, Government Community Cloud and, through the asynchronous API, State-owned entity can.",
  alreadyHeld: "The customer already holds this qualification.",
  reviewInProgress: "A qualification of the customer is in review, usually for a few days. Whether the requested qualification can be set meanwhile is not documented.",
  unrecognisedState: "The customer holds a qualification or vetting status that these rules do not know.",
  requiresNoQualification: "Government Community Cloud can be set only for a customer that holds no qualification.",
  orderNotDocumented: "Customers can hold both Government Community Cloud and State-owned entity, but whether the former can be set after the latter is not documented.",
  cannotBeOverridden: "Education can't be combined with Government Community Cloud, and a qualification can't be removed after it is set.",
  combinationNotDocumented: "The customer holds Nonprofit. Whether another qualification can be set then is not documented.",
  settable: "The qualification can be set.",
  accountAllowed: "The account is validated: transactions are not blocked.",
  accountUnderReview: "The account of the customer is under review. New purchases, seat increases and upgrades are blocked until the review ends.",
  unaffectedByReview: "The account of the customer is under review. Renewals, seat reductions and cancellations are still possible.",
  accountNotAllowed: "The account of the customer was not approved: transactions are blocked.",
  accountStatusUnknown: "The service gives the account status Unknown: transactions are blocked.",
  accountNotReady: "The account status is Not Ready. Whether transactions are blocked then is not documented.",
  noAccountStatus: "The customer has no account status: transactions are not blocked.",
  accountStatusUnrecognised: "The account status is not one of the documented values. Whether transactions are blocked then is not known.",
  accountStatusNotKnown: "The account status is not known. Read the validation status of the customer first.",
  unexpectedBody: "The answer is not an account status.",
  otherNotFound: "The service answered that something was not found, but not that it was the account status. Check the customer ID.",
  credentials: "The service did not accept the credentials. This says nothing about the customer.",
  retryLater: "The service could not answer now. Read the validation status again later.",
  unexpectedHttpStatus: "The HTTP status of the answer is not one that the documentation names.",
  segmentAvailable: "The customer is eligible for offers of this segment.",
  segmentNotAvailable: "With its current qualifications, the customer is not eligible for offers of this segment.",
  qualificationsDisagree: "The customer holds several qualifications, and what they allow differs.",
  existingSubscriptionNotDocumented: "The customer is not eligible for new offers of this segment. Whether a subscription that the customer already has can be renewed, reduced or cancelled is not documented.",
  accountLocked: "The account of the customer is locked for transactions. Contact Microsoft support.",
  qualificationMissing: "The customer does not have the qualification that the offer requires. Set the qualification first, or choose another offer.",
  customerAgreementMissing: "The customer's acceptance of the Microsoft Customer Agreement is not confirmed. Confirm it in Partner Center, or ask the customer to accept it, then place the order again.",
  limitExceeded: "The order is outside a limit of subscriptions, seats or quantity. Change the number, then place the order again.",
  offerNotAvailable: "The offer is not for sale here, or no longer. Choose another offer.",
  creditInsufficient: "Your credit line is too low for this order. Reduce the order, or contact Microsoft support about the credit line.",
  riskCheckFailed: "Microsoft's risk management refused the order. Contact Microsoft support.",
  notEligible: "You are not eligible for this transaction. Microsoft gives no further reason: contact Microsoft support.",
  partnerMayNotSell: "You or your indirect reseller may not sell this. Check the Microsoft Partner Agreement, the programs and the markets of both in Partner Center.",
});

/**
 * The labels of values in English.
 *
 * @internal
 */
export const LABEL_MESSAGES: { readonly [code in LabelCode]: string } = /* @__PURE__ */ frozen({
  "outcome.allowed": "Allowed",
  "outcome.blocked": "Blocked",
  "outcome.undetermined": "Undetermined",
  "mode.asynchronous": "Asynchronous",
  "mode.synchronous": "Synchronous (deprecated)",
  "qualification.None": "None",
  "qualification.Education": "Education",
  "qualification.Nonprofit": "Nonprofit",
  "qualification.GovernmentCommunityCloud": "Government Community Cloud (GCC)",
  "qualification.StateOwnedEntity": "State-owned entity (SOE)",
  "vettingStatus.Approved": "Approved",
  "vettingStatus.InReview": "In review",
  "vettingStatus.Denied": "Denied",
  "accountStatus.Allowed": "Allowed",
  "accountStatus.UnderReview": "Under review",
  "accountStatus.NotAllowed": "Not allowed",
  "accountStatus.Unknown": "Unknown",
  "accountStatus.Not Ready": "Not ready",
  "accountStatus.NoAccountStatus": "No account status",
  "transaction.newPurchase": "New purchase",
  "transaction.seatIncrease": "Seat increase",
  "transaction.upgrade": "Upgrade",
  "transaction.renewal": "Renewal",
  "transaction.seatReduction": "Seat reduction",
  "transaction.cancellation": "Cancellation",
  "offerSegment.Commercial": "Commercial",
  "offerSegment.Education": "Education",
  "offerSegment.Nonprofit": "Nonprofit",
  "offerSegment.GovernmentCommunityCloud": "Government Community Cloud (GCC)",
  "educationSegment.K12": "K-12",
  "educationSegment.HigherEducation": "Higher education",
  customerIdLabel: "Customer ID",
  qualificationLabel: "Qualification",
  educationSegmentLabel: "Education segment",
  websiteLabel: "Website",
  validationCodeLabel: "Validation code",
  "operation.readValidationStatus": "Read the account validation status",
  "operation.readQualification": "Read the qualification (synchronous)",
  "operation.setQualification": "Set the qualification (synchronous)",
  "operation.readQualifications": "Read the qualifications",
  "operation.createQualification": "Set a qualification (asynchronous)",
  "operation.readValidationCodes": "Read the validation codes of the partner",
  "cloud.worldwide": "Microsoft cloud",
  "cloud.china": "Operated by 21Vianet (China)",
  "faultOrigin.credentials": "Credentials",
  "faultOrigin.customer": "Customer",
  "faultOrigin.partner": "Partner",
  "faultOrigin.input": "Input",
  "faultOrigin.service": "Microsoft service",
  "credentials.App+User": "Application and user",
  "credentials.App": "Application only",
  "gdapRole.Directory Reader": "Directory Reader",
  "gdapRole.Directory Writer": "Directory Writer",
  "gdapRole.License Administrator": "License Administrator",
  "gdapRole.User Administrator": "User Administrator",
  "need.required": "Required",
  "need.optional": "Optional",
  "need.notApplicable": "Not applicable",
  "fieldState.empty": "Empty",
  "fieldState.incomplete": "Incomplete",
  "fieldState.invalid": "Invalid",
  "fieldState.valid": "Valid",
  "severity.error": "Error",
  "severity.warning": "Warning",
  "basis.documented": "Documented",
  "basis.undocumented": "Not documented",
});

/**
 * The codes of the other messages.
 *
 * @internal
 */
export const OTHER_MESSAGE_CODES: readonly Exclude<MessageCode, ReasonCode | LabelCode>[] = [
  "unknownField",
  "formNotObject",
  "formOtherMode",
  "notText",
  "customerIdRequired",
  "customerIdInvalid",
  "customerIdNil",
  "customerIdNotApplicable",
  "qualificationRequired",
  "educationSegmentRequired",
  "educationSegmentUnknown",
  "educationSegmentNotApplicable",
  "websiteInvalid",
  "websiteTooLong",
  "websiteNotApplicable",
  "websiteNotAscii",
  "websiteUnderscore",
  "websiteIpAddress",
  "validationCodeRequired",
  "validationCodeInvalid",
  "validationCodeOutOfRange",
  "validationCodeTooLong",
  "validationCodeNotDigits",
  "validationCodesIncomplete",
  "validationCodeOtherOrganization",
  "validationCodeUnknown",
  "validationCodeNoneUsable",
  "validationCodeUsedUp",
  "validationCodeNotApplicable",
  "credentialsNotAccepted",
  "notPermitted",
  "userRequired",
  "roleMissing",
  "conditionalAccessBlocked",
  "tokenAudienceRetired",
  "noRelationship",
  "customerNotFound",
  "notFound",
  "qualificationRefused",
  "requestNotAccepted",
  "conflict",
  "requestTimedOut",
  "tooManyRequests",
  "serviceFailed",
  "noAnswer",
  "unexpectedAnswer",
  "whiteSpaceRemoved",
  "quotesRemoved",
  "bracesRemoved",
  "parenthesesRemoved",
  "invisibleRemoved",
  "urnPrefixRemoved",
  "addressRemoved",
  "fullWidthReplaced",
  "dashesReplaced",
  "hyphensAdded",
  "dotsReplaced",
  "lowerCased",
  "trailingSlashRemoved",
  "leadingZerosRemoved",
  "notRecords",
  "wrappedList",
  "notJson",
  "endMissing",
  "recordTooDeep",
  "recordTooLong",
  "customerIdHint",
  "qualificationHint",
  "educationSegmentHint",
  "websiteHint",
  "validationCodeHint",
  "list.separator",
  "list.or",
];

/**
 * Every text in English.
 *
 * @example
 * MESSAGES.customerIdLabel; // "Customer ID"
 */
export const MESSAGES: Messages = /* @__PURE__ */ made(() => ({
  ...REASON_MESSAGES,
  ...LABEL_MESSAGES,
  unknownField: "The form has no field `{input}`. What is in it is ignored.",
  formNotObject: "The form must be an object, not {input}. Give {allowed}.",
  formOtherMode: "The form was checked for the {input} API, but it is to be sent through the {allowed} API. Check it again for that one.",
  notText: "The value of this field is not text.",
  customerIdRequired: "Enter the customer ID: 32 digits and letters a to f, in five groups, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`.",
  customerIdInvalid: "`{input}` is not a customer ID. A customer ID has 32 digits and letters a to f, in five groups, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`.",
  customerIdNil: "The ID of a customer is never all zeros.",
  customerIdNotApplicable: "The customer is already chosen. Leave the customer ID empty.",
  qualificationRequired: "Choose a qualification: {allowed}.",
  educationSegmentRequired: "Choose an education segment: {allowed}.",
  educationSegmentUnknown: "`{input}` is not an education segment. Choose one of these: {allowed}.",
  educationSegmentNotApplicable: "An education segment goes only with Education through the asynchronous API. Leave it empty.",
  websiteInvalid: "`{input}` is not the address of a website. Enter one such as `example.edu` or `https://www.example.edu`.",
  websiteTooLong: "The website is too long. At most {max} bytes are allowed.",
  websiteNotApplicable: "A website goes only with Education through the asynchronous API. Leave it empty.",
  websiteNotAscii: "The name of the website has letters other than a to z. Check that it is the one that is meant.",
  websiteUnderscore: "The name of the website has an underscore (_), which is unusual. Check that it is right.",
  websiteIpAddress: "The website is an IP address. The review of an education customer looks at the name of the website.",
  validationCodeRequired: "Enter the validation code. Government Community Cloud needs one.",
  validationCodeInvalid: "`{input}` is not a validation code. Enter the number that Microsoft gave your organisation, such as `123456`, without spaces.",
  validationCodeOutOfRange: "`{input}` is not a validation code. Enter the number that Microsoft gave your organisation, such as `123456`.",
  validationCodeTooLong: "The validation code is too long. At most {max} characters are allowed.",
  validationCodeNotDigits: "The validation code has other characters than digits. Check that it is the one that Microsoft gave your organisation.",
  validationCodesIncomplete: "Some of your validation codes could not be read. Whether this code is one of them is not known.",
  validationCodeOtherOrganization: "This validation code was issued to `{input}`, which is not the name of the customer. Check that it is the right code.",
  validationCodeUnknown: "`{input}` is not one of your validation codes that can be used: {allowed}.",
  validationCodeNoneUsable: "None of your validation codes can be used.",
  validationCodeUsedUp: "The validation code `{input}` is used up. Use another one.",
  validationCodeNotApplicable: "A validation code goes only with Government Community Cloud. Leave it empty.",
  credentialsNotAccepted: "The service did not accept the credentials. Sign in again, as a user of the partner where the operation needs one.",
  notPermitted: "The service does not permit this. Check the roles of the user and what the customer has granted to the partner.",
  userRequired: "This needs a signed-in user, not the application alone. Sign in as a user of the partner (App+User), then send the request again.",
  roleMissing: "The signed-in user does not have the role that this needs. Ask an administrator for the role, then send the request again.",
  conditionalAccessBlocked: "A Conditional Access policy blocked the sign-in. Ask an administrator to check the policy, then sign in again.",
  tokenAudienceRetired: "The token was issued for an audience that is retired. Request a token for `https://api.partnercenter.microsoft.com`, then send the request again.",
  noRelationship: "The partner has no relationship with this customer. Check the customer ID, or ask the customer to accept the relationship.",
  customerNotFound: "The service knows no customer with this ID. Check the customer ID.",
  notFound: "The service did not find what was asked for. Check the customer ID.",
  qualificationRefused: "The service refused the qualification for this customer. Read the qualifications of the customer, and choose another one or ask Microsoft.",
  requestNotAccepted: "The service did not accept what was sent. Check what was filled in, then send it as a new request.",
  conflict: "The customer was changed meanwhile, or the request ID was used before. Read the customer again, then send a new request.",
  requestTimedOut: "The service waited too long for the request. Send it again with the same request ID.",
  tooManyRequests: "Too many requests. Wait[ {seconds} seconds], then send the request again with the same request ID.",
  serviceFailed: "Microsoft's service failed. Wait[ {seconds} seconds], then send the request again with the same request ID.",
  noAnswer: "No answer came. Whether the request took effect is not known: send it again with the same request ID.",
  unexpectedAnswer: "The answer is not one that the documentation shows. Whether an update took effect is not known: read the customer again.",
  whiteSpaceRemoved: "White space around the text was removed.",
  quotesRemoved: "Quotation marks around the text were removed.",
  bracesRemoved: "Braces around the text were removed.",
  parenthesesRemoved: "Parentheses around the text were removed.",
  invisibleRemoved: "Invisible characters around the text were removed.",
  urnPrefixRemoved: "The prefix urn:uuid: was removed.",
  addressRemoved: "The customer ID was taken from a Partner Center web address.",
  fullWidthReplaced: "Full-width characters were changed to normal ones.",
  dashesReplaced: "Dashes were changed to hyphens.",
  hyphensAdded: "Hyphens were added.",
  dotsReplaced: "Other full stops in the name of the website were changed to dots.",
  lowerCased: "Capital letters were changed to small letters.",
  trailingSlashRemoved: "The slash at the end was removed.",
  leadingZerosRemoved: "Zeros before the number were removed.",
  notRecords: "The text is neither a JSON array nor JSON lines.",
  wrappedList: "The customers are in the member {member}. Give only the array in that member, without the object around it.",
  notJson: "Line {line} is not valid JSON.",
  endMissing: "The text is incomplete: it ends too early, in line {line}.",
  recordTooDeep: "The record in line {line} is nested too deeply. At most 64 arrays and objects can be inside each other.",
  recordTooLong: "The record in line {line} is too long. A record can have at most 1,048,576 bytes.",
  customerIdHint: "The GUID of the customer's tenant, called Microsoft ID on the customer's account page in Partner Center.",
  qualificationHint: "You can't remove a qualification after you set it.",
  educationSegmentHint: "Choose K-12 for primary and secondary schools, or Higher education for colleges and universities.",
  websiteHint: "The website of the school or university, such as example.edu. It helps the review.",
  validationCodeHint: "The number that Microsoft gave your organisation for Government Community Cloud, such as 123456.",
  "list.separator": ", ",
  "list.or": " or ",
}));

/**
 * Every label in English, by what the value is. `label` gives those of other languages.
 *
 * @example
 * LABELS.qualification.GovernmentCommunityCloud; // "Government Community Cloud (GCC)"
 */
export const LABELS: { readonly [kind in LabelKind]: { readonly [value in LabelValues[kind]]: string } } = /* @__PURE__ */ made(() => ({
  outcome: {
    allowed: LABEL_MESSAGES["outcome.allowed"],
    blocked: LABEL_MESSAGES["outcome.blocked"],
    undetermined: LABEL_MESSAGES["outcome.undetermined"],
  },
  mode: {
    asynchronous: LABEL_MESSAGES["mode.asynchronous"],
    synchronous: LABEL_MESSAGES["mode.synchronous"],
  },
  qualification: {
    None: LABEL_MESSAGES["qualification.None"],
    Education: LABEL_MESSAGES["qualification.Education"],
    Nonprofit: LABEL_MESSAGES["qualification.Nonprofit"],
    GovernmentCommunityCloud: LABEL_MESSAGES["qualification.GovernmentCommunityCloud"],
    StateOwnedEntity: LABEL_MESSAGES["qualification.StateOwnedEntity"],
  },
  vettingStatus: {
    Approved: LABEL_MESSAGES["vettingStatus.Approved"],
    InReview: LABEL_MESSAGES["vettingStatus.InReview"],
    Denied: LABEL_MESSAGES["vettingStatus.Denied"],
  },
  accountStatus: {
    Allowed: LABEL_MESSAGES["accountStatus.Allowed"],
    UnderReview: LABEL_MESSAGES["accountStatus.UnderReview"],
    NotAllowed: LABEL_MESSAGES["accountStatus.NotAllowed"],
    Unknown: LABEL_MESSAGES["accountStatus.Unknown"],
    "Not Ready": LABEL_MESSAGES["accountStatus.Not Ready"],
    NoAccountStatus: LABEL_MESSAGES["accountStatus.NoAccountStatus"],
  },
  transaction: {
    newPurchase: LABEL_MESSAGES["transaction.newPurchase"],
    seatIncrease: LABEL_MESSAGES["transaction.seatIncrease"],
    upgrade: LABEL_MESSAGES["transaction.upgrade"],
    renewal: LABEL_MESSAGES["transaction.renewal"],
    seatReduction: LABEL_MESSAGES["transaction.seatReduction"],
    cancellation: LABEL_MESSAGES["transaction.cancellation"],
  },
  offerSegment: {
    Commercial: LABEL_MESSAGES["offerSegment.Commercial"],
    Education: LABEL_MESSAGES["offerSegment.Education"],
    Nonprofit: LABEL_MESSAGES["offerSegment.Nonprofit"],
    GovernmentCommunityCloud: LABEL_MESSAGES["offerSegment.GovernmentCommunityCloud"],
  },
  educationSegment: {
    K12: LABEL_MESSAGES["educationSegment.K12"],
    HigherEducation: LABEL_MESSAGES["educationSegment.HigherEducation"],
  },
  field: {
    customerId: LABEL_MESSAGES["customerIdLabel"],
    qualification: LABEL_MESSAGES["qualificationLabel"],
    educationSegment: LABEL_MESSAGES["educationSegmentLabel"],
    website: LABEL_MESSAGES["websiteLabel"],
    validationCode: LABEL_MESSAGES["validationCodeLabel"],
  },
  operation: {
    readValidationStatus: LABEL_MESSAGES["operation.readValidationStatus"],
    readQualification: LABEL_MESSAGES["operation.readQualification"],
    setQualification: LABEL_MESSAGES["operation.setQualification"],
    readQualifications: LABEL_MESSAGES["operation.readQualifications"],
    createQualification: LABEL_MESSAGES["operation.createQualification"],
    readValidationCodes: LABEL_MESSAGES["operation.readValidationCodes"],
  },
  cloud: {
    worldwide: LABEL_MESSAGES["cloud.worldwide"],
    china: LABEL_MESSAGES["cloud.china"],
  },
  faultOrigin: {
    credentials: LABEL_MESSAGES["faultOrigin.credentials"],
    customer: LABEL_MESSAGES["faultOrigin.customer"],
    partner: LABEL_MESSAGES["faultOrigin.partner"],
    input: LABEL_MESSAGES["faultOrigin.input"],
    service: LABEL_MESSAGES["faultOrigin.service"],
  },
  credentials: {
    "App+User": LABEL_MESSAGES["credentials.App+User"],
    App: LABEL_MESSAGES["credentials.App"],
  },
  gdapRole: {
    "Directory Reader": LABEL_MESSAGES["gdapRole.Directory Reader"],
    "Directory Writer": LABEL_MESSAGES["gdapRole.Directory Writer"],
    "License Administrator": LABEL_MESSAGES["gdapRole.License Administrator"],
    "User Administrator": LABEL_MESSAGES["gdapRole.User Administrator"],
  },
  need: {
    required: LABEL_MESSAGES["need.required"],
    optional: LABEL_MESSAGES["need.optional"],
    notApplicable: LABEL_MESSAGES["need.notApplicable"],
  },
  fieldState: {
    empty: LABEL_MESSAGES["fieldState.empty"],
    incomplete: LABEL_MESSAGES["fieldState.incomplete"],
    invalid: LABEL_MESSAGES["fieldState.invalid"],
    valid: LABEL_MESSAGES["fieldState.valid"],
  },
  severity: {
    error: LABEL_MESSAGES["severity.error"],
    warning: LABEL_MESSAGES["severity.warning"],
  },
  basis: {
    documented: LABEL_MESSAGES["basis.documented"],
    undocumented: LABEL_MESSAGES["basis.undocumented"],
  },
}));

/**
 * Why a decision is what it is: the rule that determined it, in words.
 *
 * @example
 * const reason: Reason | undefined = settability("Nonprofit").reasons[0];
 * reason?.rule; // "S1"
 * reason?.message;
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
  readonly rule: RuleId;
  /** The pages that say so, or are near; none where the documentation is silent. */
  readonly source: readonly Source[];
}

function reason(rule: RuleId, code: ReasonCode, ...source: Source[]): Reason {
  return { code, message: REASON_MESSAGES[code], rule, source };
}

/**
 * The reason of every rule, in the order of the rules.
 *
 * @internal
 */
export const REASONS: readonly Reason[] = /* @__PURE__ */ made(() => [
  reason("S0", "holdingsNotKnown"),
  reason("S1", "cannotBeSet", SOURCES.SYNC, SOURCES.ASYNC),
  reason("S2", "notOfferedByApi", SOURCES.SYNC),
  reason("S3", "unknownValue", SOURCES.SYNC, SOURCES.ASYNC),
  reason("S4", "alreadyHeld", SOURCES.ENUM),
  reason("S5", "reviewInProgress", SOURCES.EDU),
  reason("S6", "unrecognisedState"),
  reason("S7", "requiresNoQualification", SOURCES.SYNC, SOURCES.ASYNC, SOURCES.CODES),
  reason("S8", "reviewInProgress"),
  reason("S9", "orderNotDocumented", SOURCES.GETQ),
  reason("S10", "cannotBeOverridden", SOURCES.ENUM, SOURCES.SAMPLE),
  reason("S11", "reviewInProgress"),
  reason("S12", "reviewInProgress", SOURCES.SAMPLE),
  reason("S13", "combinationNotDocumented"),
  reason("S14", "settable", SOURCES.SYNC, SOURCES.ASYNC, SOURCES.GETQ, SOURCES.EDU),
  reason("A1", "accountAllowed", SOURCES.STATUS),
  reason("A2", "accountUnderReview", SOURCES.STATUS, SOURCES.VERIFY),
  reason("A3", "unaffectedByReview", SOURCES.VERIFY),
  reason("A4", "accountNotAllowed", SOURCES.STATUS),
  reason("A5", "accountStatusUnknown", SOURCES.STATUS),
  reason("A6", "accountNotReady", SOURCES.STATUS),
  reason("A7", "noAccountStatus", SOURCES.STATUS),
  reason("A8", "accountStatusUnrecognised"),
  reason("A9", "accountStatusNotKnown"),
  reason("R1", "unexpectedBody", SOURCES.STATUS),
  reason("R2", "otherNotFound", SOURCES.STATUS, SOURCES.ERRORS),
  reason("R3", "credentials", SOURCES.STATUS, SOURCES.ERRORS),
  reason("R4", "retryLater", SOURCES.ERRORS),
  reason("R5", "unexpectedHttpStatus"),
  reason("P1", "accountUnderReview", SOURCES.ERRORS),
  reason("P2", "accountNotAllowed", SOURCES.ERRORS),
  reason("P3", "accountLocked", SOURCES.ERRORS),
  reason("P4", "qualificationMissing", SOURCES.ERRORS),
  reason("P5", "customerAgreementMissing", SOURCES.ERRORS),
  reason("P6", "limitExceeded", SOURCES.ERRORS),
  reason("P7", "offerNotAvailable", SOURCES.ERRORS),
  reason("P8", "creditInsufficient", SOURCES.ERRORS),
  reason("P9", "riskCheckFailed", SOURCES.ERRORS),
  reason("P10", "notEligible", SOURCES.ERRORS),
  reason("P11", "partnerMayNotSell", SOURCES.ERRORS),
  reason("O1", "segmentAvailable", SOURCES.SEGMENT),
  reason("O2", "segmentNotAvailable", SOURCES.SEGMENT),
  reason("O3", "segmentAvailable", SOURCES.SEGMENT),
  reason("O4", "segmentNotAvailable", SOURCES.SEGMENT),
  reason("O5", "segmentAvailable", SOURCES.SEGMENT),
  reason("O6", "segmentNotAvailable", SOURCES.SEGMENT),
  reason("O7", "segmentAvailable", SOURCES.SEGMENT),
  reason("O8", "segmentNotAvailable", SOURCES.SEGMENT),
  reason("O9", "segmentAvailable", SOURCES.SEGMENT),
  reason("O10", "segmentNotAvailable", SOURCES.SEGMENT),
  reason("O11", "qualificationsDisagree", SOURCES.SEGMENT),
  reason("O12", "unrecognisedState"),
  reason("O13", "holdingsNotKnown"),
  reason("O14", "existingSubscriptionNotDocumented", SOURCES.SEGMENT),
]);

/**
 * A rule: when it applies, what it answers, and where that is written.
 *
 * @example
 * const rule: Rule | undefined = RULES.find(({ id }) => id === "S4");
 * rule?.outcome; // "blocked"
 */
export interface Rule {
  readonly id: RuleId;
  /** When it applies. */
  readonly statement: string;
  readonly outcome: Outcome;
  readonly code: ReasonCode;
  readonly basis: Basis;
  /** The pages that say so, or are near; none where the documentation is silent. */
  readonly source: readonly Source[];
}

function rule(id: RuleId, outcome: Outcome, code: ReasonCode, basis: Basis, statement: string, ...source: Source[]): Rule {
  return { id, statement, outcome, code, basis, source };
}

/**
 * Every rule.
 *
 * @example
 * RULES.filter(({ basis }) => basis === "undocumented").map(({ id }) => id);
 */
export const RULES: readonly Rule[] = /* @__PURE__ */ made(() => [
  rule("S0", "undetermined", "holdingsNotKnown", "undocumented", "What the customer holds is not known, and the answer depends on it."),
  rule("S1", "blocked", "cannotBeSet", "documented", "The target is None or Nonprofit.", SOURCES.SYNC, SOURCES.ASYNC),
  rule("S2", "blocked", "notOfferedByApi", "documented", "The target is StateOwnedEntity, through the synchronous API.", SOURCES.SYNC),
  rule("S3", "blocked", "unknownValue", "documented", "The target is none of the documented values.", SOURCES.SYNC, SOURCES.ASYNC),
  rule("S4", "blocked", "alreadyHeld", "documented", "The target is active.", SOURCES.ENUM),
  rule("S5", "undetermined", "reviewInProgress", "undocumented", "The target is in review. What a second submission does is not documented.", SOURCES.EDU),
  rule("S6", "undetermined", "unrecognisedState", "undocumented", "A qualification or vetting status is held that these rules do not know."),
  rule("S7", "blocked", "requiresNoQualification", "documented", "The target is GovernmentCommunityCloud, and Education or Nonprofit is active.", SOURCES.SYNC, SOURCES.ASYNC, SOURCES.CODES),
  rule("S8", "undetermined", "reviewInProgress", "undocumented", "The target is GovernmentCommunityCloud, and another qualification is in review."),
  rule("S9", "undetermined", "orderNotDocumented", "undocumented", "The target is GovernmentCommunityCloud, and only StateOwnedEntity is active. The two occur together; in which order they may be set is not documented.", SOURCES.GETQ),
  rule("S10", "blocked", "cannotBeOverridden", "documented", "The target is Education, and GovernmentCommunityCloud is active.", SOURCES.ENUM, SOURCES.SAMPLE),
  rule("S11", "undetermined", "reviewInProgress", "undocumented", "The target is Education, and another qualification is in review."),
  rule("S12", "undetermined", "reviewInProgress", "undocumented", "The target is StateOwnedEntity, and another qualification is in review.", SOURCES.SAMPLE),
  rule("S13", "undetermined", "combinationNotDocumented", "undocumented", "The target is StateOwnedEntity or Education, and Nonprofit is active."),
  rule("S14", "allowed", "settable", "documented", "The target can be set, and nothing that is held stands against it.", SOURCES.SYNC, SOURCES.ASYNC, SOURCES.GETQ, SOURCES.EDU),
  rule("A1", "allowed", "accountAllowed", "documented", "The account status is Allowed.", SOURCES.STATUS),
  rule("A2", "blocked", "accountUnderReview", "documented", "The account status is UnderReview, and the transaction is a new purchase, a seat increase or an upgrade.", SOURCES.STATUS, SOURCES.VERIFY),
  rule("A3", "allowed", "unaffectedByReview", "documented", "The account status is UnderReview, and the transaction is a renewal, a seat reduction or a cancellation.", SOURCES.VERIFY),
  rule("A4", "blocked", "accountNotAllowed", "documented", "The account status is NotAllowed.", SOURCES.STATUS),
  rule("A5", "blocked", "accountStatusUnknown", "documented", "The account status is Unknown, the value of that name.", SOURCES.STATUS),
  rule("A6", "undetermined", "accountNotReady", "undocumented", "The account status is Not Ready, which is in neither list of the documentation.", SOURCES.STATUS),
  rule("A7", "allowed", "noAccountStatus", "documented", "The customer has no account status: the service answered 404 with code 600074.", SOURCES.STATUS),
  rule("A8", "undetermined", "accountStatusUnrecognised", "undocumented", "The account status is a value that these rules do not know."),
  rule("A9", "undetermined", "accountStatusNotKnown", "undocumented", "The account status is not known, because it was not read."),
  rule("R1", "undetermined", "unexpectedBody", "undocumented", "The service answered 200, but not with an account status.", SOURCES.STATUS),
  rule("R2", "undetermined", "otherNotFound", "undocumented", "The service answered 404, but not that the customer has no account status.", SOURCES.STATUS, SOURCES.ERRORS),
  rule("R3", "undetermined", "credentials", "undocumented", "The service answered 401 or 403: it did not accept the credentials.", SOURCES.STATUS, SOURCES.ERRORS),
  rule("R4", "undetermined", "retryLater", "undocumented", "The service answered 429 or 500 to 599: it could not answer now.", SOURCES.ERRORS),
  rule("R5", "undetermined", "unexpectedHttpStatus", "undocumented", "The HTTP status is none that the documentation names."),
  rule("P1", "blocked", "accountUnderReview", "documented", "The service refused a purchase with 403 and code 800073 or 800074.", SOURCES.ERRORS),
  rule("P2", "blocked", "accountNotAllowed", "documented", "The service refused a purchase with 403 and code 800075.", SOURCES.ERRORS),
  rule("P3", "blocked", "accountLocked", "documented", "The service refused a purchase with code 900416.", SOURCES.ERRORS),
  rule("P4", "blocked", "qualificationMissing", "documented", "The service refused a purchase with code 800086.", SOURCES.ERRORS),
  rule("P5", "blocked", "customerAgreementMissing", "documented", "The service refused a purchase with code 13605.", SOURCES.ERRORS),
  rule("P6", "blocked", "limitExceeded", "documented", "The service refused a purchase with code 800066, 800067, 800088, 800089 or 2002.", SOURCES.ERRORS),
  rule("P7", "blocked", "offerNotAvailable", "documented", "The service refused a purchase with code 2085, 2091, 800020, 800028 or 800070.", SOURCES.ERRORS),
  rule("P8", "blocked", "creditInsufficient", "documented", "The service refused a purchase with code 800023, 800025 or 900121.", SOURCES.ERRORS),
  rule("P9", "blocked", "riskCheckFailed", "documented", "The service refused a purchase with code 800069.", SOURCES.ERRORS),
  rule("P10", "blocked", "notEligible", "documented", "The service refused a purchase with code 800022, 800024, 800026 or 800062.", SOURCES.ERRORS),
  rule("P11", "blocked", "partnerMayNotSell", "documented", "The service refused a purchase with code 900123, 900124, 2006, 2030 or 800039.", SOURCES.ERRORS),
  rule("O1", "allowed", "segmentAvailable", "documented", "No qualification is active, and the offer is Commercial.", SOURCES.SEGMENT),
  rule("O2", "blocked", "segmentNotAvailable", "documented", "No qualification is active, and the offer is not Commercial.", SOURCES.SEGMENT),
  rule("O3", "allowed", "segmentAvailable", "documented", "Nonprofit is active, and the offer is Commercial or Nonprofit.", SOURCES.SEGMENT),
  rule("O4", "blocked", "segmentNotAvailable", "documented", "Nonprofit is active, and the offer is neither Commercial nor Nonprofit.", SOURCES.SEGMENT),
  rule("O5", "allowed", "segmentAvailable", "documented", "Education is active, and the offer is Commercial or Education.", SOURCES.SEGMENT),
  rule("O6", "blocked", "segmentNotAvailable", "documented", "Education is active, and the offer is neither Commercial nor Education.", SOURCES.SEGMENT),
  rule("O7", "allowed", "segmentAvailable", "documented", "GovernmentCommunityCloud is active, and the offer is GovernmentCommunityCloud.", SOURCES.SEGMENT),
  rule("O8", "blocked", "segmentNotAvailable", "documented", "GovernmentCommunityCloud is active, and the offer is not GovernmentCommunityCloud.", SOURCES.SEGMENT),
  rule("O9", "allowed", "segmentAvailable", "documented", "Of StateOwnedEntity, Education and GovernmentCommunityCloud only the first is active, and the offer is Commercial.", SOURCES.SEGMENT),
  rule("O10", "blocked", "segmentNotAvailable", "documented", "Of StateOwnedEntity, Education and GovernmentCommunityCloud only the first is active, and the offer is not Commercial.", SOURCES.SEGMENT),
  rule("O11", "undetermined", "qualificationsDisagree", "undocumented", "Several qualifications are active, and what they say of the offer differs.", SOURCES.SEGMENT),
  rule("O12", "undetermined", "unrecognisedState", "undocumented", "A qualification or vetting status is held that these rules do not know."),
  rule("O13", "undetermined", "holdingsNotKnown", "undocumented", "What the customer holds is not known."),
  rule("O14", "undetermined", "existingSubscriptionNotDocumented", "undocumented", "The offer may not be sold to the customer, and the transaction is a renewal, a seat reduction or a cancellation, which sells nothing.", SOURCES.SEGMENT),
]);

/**
 * The date of the rules. It changes whenever an outcome does.
 *
 * @example
 * RULES_VERSION; // "2026-11-25"
 */
export const RULES_VERSION = "2026-11-25";

/**
 * Why the package cannot answer at all. Stable: one that is removed or renamed is a breaking change.
 *
 * @example
 * const one: RulesErrorCode = "webAssemblyForbidden";
 */
export type RulesErrorCode =
  | "webAssemblyForbidden"
  | "webAssemblyMissing"
  | "synchronousCompileForbidden"
  | "outOfMemory"
  | "instanceRefused"
  | "initMissing"
  | "moduleMismatch"
  | "callFailed";

/**
 * What is said of it, and the header that a page has to send.
 *
 * @internal
 */
export const FAILURES: { readonly [code in RulesErrorCode]: { readonly message: string; readonly header?: string } } = {
  webAssemblyForbidden: { message: "WebAssembly is forbidden here. A page has to send the header `Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'`. A browser extension (Manifest V3) has to have `script-src 'self' 'wasm-unsafe-eval'` in `content_security_policy.extension_pages` of its manifest. An environment that compiles nothing while it runs needs `partner-center-rules/slim`.", header: "Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'" },
  webAssemblyMissing: { message: "There is no WebAssembly here, or it is switched off. The rules need it." },
  synchronousCompileForbidden: { message: "This environment compiles and instantiates only small WebAssembly modules synchronously on its main thread (Chromium before version 115: up to 4 KB). Use `partner-center-rules/slim` and wait for its `init`, also after a call that failed; or call from a worker; or update the browser." },
  outOfMemory: { message: "There is too little memory for the WebAssembly module. Its memory is a few megabytes, but most engines reserve several gigabytes of addresses for it. Close other pages or programs, or raise the limit: of addresses (`ulimit -v`; Node.js 22 does without them with `--disable-wasm-trap-handler`), or of memory (`--wasm-max-mem-pages`, the container)." },
  instanceRefused: { message: "The environment refused to instantiate the WebAssembly module; `cause` is what it said. Reload the page or restart the program. If it happens again, report it with the text of `cause`." },
  initMissing: { message: "The module is not there yet. Wait for `init` of `partner-center-rules/slim` before the first call." },
  moduleMismatch: { message: "The WebAssembly module does not belong to this version of the package. Serve the `rules.wasm` of the same version." },
  callFailed: { message: "The call failed inside WebAssembly. Unless the program used up its stack, which `cause` says, that is a fault of the package. Other calls are not affected." },
};

/**
 * The codes of bulk errors, in the order of their table.
 *
 * @internal
 */
export const BULK_ERROR_CODES: readonly BulkErrorCode[] = ["notRecords", "wrappedList", "notJson", "endMissing", "recordTooDeep", "recordTooLong"];

// What the facade and the WebAssembly module agree on.
/** @internal */
export const NO_SEGMENT = 4294967295;
/** @internal */
export const RULE_BITS = 6;
/** @internal */
export const OUTCOME_BITS = 2;
/** @internal */
export const REQUIRED_SHIFT = 8;
/** @internal */
export const OPTIONAL_SHIFT = 13;
/** @internal */
export const ORIGIN_SHIFT = 8;
/** @internal */
export const LONGEST_NAME = 64;
/** @internal */
export const RECORD_SHIFT = 8;
/** @internal */
export const MOST_PIECE_BYTES = 262144;
/** @internal */
export const MOST_ENTRIES = 1000;
/** @internal */
export const MOST_CODE_CHARACTERS = 64;
/** @internal */
export const MAX_FIELD_BYTES = 4096;
/** @internal */
export const MAX_BODY_BYTES = 1048576;
