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
 * Every text in English.
 *
 * @example
 * MESSAGES.customerIdLabel; // "Customer ID"
 */
export const MESSAGES: Messages = /* @__PURE__ */ frozen({
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
  customerIdLabel: "Customer ID",
  qualificationLabel: "Qualification",
  educationSegmentLabel: "Education segment",
  websiteLabel: "Website",
  validationCodeLabel: "Validation code",
  customerIdHint: "The GUID of the customer's tenant, called Microsoft ID on the customer's account page in Partner Center.",
  qualificationHint: "You can't remove a qualification after you set it.",
  educationSegmentHint: "Choose K-12 for primary and secondary schools, or Higher education for colleges and universities.",
  websiteHint: "The website of the school or university, such as example.edu. It helps the review.",
  validationCodeHint: "The number that Microsoft gave your organisation for Government Community Cloud, such as 123456.",
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
  "list.separator": ", ",
  "list.or": " or ",
});

/**
 * Every label in English, by what the value is. `label` gives those of other languages.
 *
 * @example
 * LABELS.qualification.GovernmentCommunityCloud; // "Government Community Cloud (GCC)"
 */
export const LABELS: { readonly [kind in LabelKind]: { readonly [value in LabelValues[kind]]: string } } = /* @__PURE__ */ made(() => ({
  outcome: {
    allowed: MESSAGES["outcome.allowed"],
    blocked: MESSAGES["outcome.blocked"],
    undetermined: MESSAGES["outcome.undetermined"],
  },
  mode: {
    asynchronous: MESSAGES["mode.asynchronous"],
    synchronous: MESSAGES["mode.synchronous"],
  },
  qualification: {
    None: MESSAGES["qualification.None"],
    Education: MESSAGES["qualification.Education"],
    Nonprofit: MESSAGES["qualification.Nonprofit"],
    GovernmentCommunityCloud: MESSAGES["qualification.GovernmentCommunityCloud"],
    StateOwnedEntity: MESSAGES["qualification.StateOwnedEntity"],
  },
  vettingStatus: {
    Approved: MESSAGES["vettingStatus.Approved"],
    InReview: MESSAGES["vettingStatus.InReview"],
    Denied: MESSAGES["vettingStatus.Denied"],
  },
  accountStatus: {
    Allowed: MESSAGES["accountStatus.Allowed"],
    UnderReview: MESSAGES["accountStatus.UnderReview"],
    NotAllowed: MESSAGES["accountStatus.NotAllowed"],
    Unknown: MESSAGES["accountStatus.Unknown"],
    "Not Ready": MESSAGES["accountStatus.Not Ready"],
    NoAccountStatus: MESSAGES["accountStatus.NoAccountStatus"],
  },
  transaction: {
    newPurchase: MESSAGES["transaction.newPurchase"],
    seatIncrease: MESSAGES["transaction.seatIncrease"],
    upgrade: MESSAGES["transaction.upgrade"],
    renewal: MESSAGES["transaction.renewal"],
    seatReduction: MESSAGES["transaction.seatReduction"],
    cancellation: MESSAGES["transaction.cancellation"],
  },
  offerSegment: {
    Commercial: MESSAGES["offerSegment.Commercial"],
    Education: MESSAGES["offerSegment.Education"],
    Nonprofit: MESSAGES["offerSegment.Nonprofit"],
    GovernmentCommunityCloud: MESSAGES["offerSegment.GovernmentCommunityCloud"],
  },
  educationSegment: {
    K12: MESSAGES["educationSegment.K12"],
    HigherEducation: MESSAGES["educationSegment.HigherEducation"],
  },
  field: {
    customerId: MESSAGES["customerIdLabel"],
    qualification: MESSAGES["qualificationLabel"],
    educationSegment: MESSAGES["educationSegmentLabel"],
    website: MESSAGES["websiteLabel"],
    validationCode: MESSAGES["validationCodeLabel"],
  },
  operation: {
    readValidationStatus: MESSAGES["operation.readValidationStatus"],
    readQualification: MESSAGES["operation.readQualification"],
    setQualification: MESSAGES["operation.setQualification"],
    readQualifications: MESSAGES["operation.readQualifications"],
    createQualification: MESSAGES["operation.createQualification"],
    readValidationCodes: MESSAGES["operation.readValidationCodes"],
  },
  cloud: {
    worldwide: MESSAGES["cloud.worldwide"],
    china: MESSAGES["cloud.china"],
  },
  faultOrigin: {
    credentials: MESSAGES["faultOrigin.credentials"],
    customer: MESSAGES["faultOrigin.customer"],
    partner: MESSAGES["faultOrigin.partner"],
    input: MESSAGES["faultOrigin.input"],
    service: MESSAGES["faultOrigin.service"],
  },
  credentials: {
    "App+User": MESSAGES["credentials.App+User"],
    App: MESSAGES["credentials.App"],
  },
  gdapRole: {
    "Directory Reader": MESSAGES["gdapRole.Directory Reader"],
    "Directory Writer": MESSAGES["gdapRole.Directory Writer"],
    "License Administrator": MESSAGES["gdapRole.License Administrator"],
    "User Administrator": MESSAGES["gdapRole.User Administrator"],
  },
  need: {
    required: MESSAGES["need.required"],
    optional: MESSAGES["need.optional"],
    notApplicable: MESSAGES["need.notApplicable"],
  },
  fieldState: {
    empty: MESSAGES["fieldState.empty"],
    incomplete: MESSAGES["fieldState.incomplete"],
    invalid: MESSAGES["fieldState.invalid"],
    valid: MESSAGES["fieldState.valid"],
  },
  severity: {
    error: MESSAGES["severity.error"],
    warning: MESSAGES["severity.warning"],
  },
  basis: {
    documented: MESSAGES["basis.documented"],
    undocumented: MESSAGES["basis.undocumented"],
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

/**
 * The reason of every rule, in the order of the rules.
 *
 * @internal
 */
export const REASONS: readonly Reason[] = /* @__PURE__ */ made(() => [
  { code: "holdingsNotKnown", message: MESSAGES.holdingsNotKnown, rule: "S0", source: [] },
  { code: "cannotBeSet", message: MESSAGES.cannotBeSet, rule: "S1", source: [SOURCES.SYNC, SOURCES.ASYNC] },
  { code: "notOfferedByApi", message: MESSAGES.notOfferedByApi, rule: "S2", source: [SOURCES.SYNC] },
  { code: "unknownValue", message: MESSAGES.unknownValue, rule: "S3", source: [SOURCES.SYNC, SOURCES.ASYNC] },
  { code: "alreadyHeld", message: MESSAGES.alreadyHeld, rule: "S4", source: [SOURCES.ENUM] },
  { code: "reviewInProgress", message: MESSAGES.reviewInProgress, rule: "S5", source: [SOURCES.EDU] },
  { code: "unrecognisedState", message: MESSAGES.unrecognisedState, rule: "S6", source: [] },
  { code: "requiresNoQualification", message: MESSAGES.requiresNoQualification, rule: "S7", source: [SOURCES.SYNC, SOURCES.ASYNC, SOURCES.CODES] },
  { code: "reviewInProgress", message: MESSAGES.reviewInProgress, rule: "S8", source: [] },
  { code: "orderNotDocumented", message: MESSAGES.orderNotDocumented, rule: "S9", source: [SOURCES.GETQ] },
  { code: "cannotBeOverridden", message: MESSAGES.cannotBeOverridden, rule: "S10", source: [SOURCES.ENUM, SOURCES.SAMPLE] },
  { code: "reviewInProgress", message: MESSAGES.reviewInProgress, rule: "S11", source: [] },
  { code: "reviewInProgress", message: MESSAGES.reviewInProgress, rule: "S12", source: [SOURCES.SAMPLE] },
  { code: "combinationNotDocumented", message: MESSAGES.combinationNotDocumented, rule: "S13", source: [] },
  { code: "settable", message: MESSAGES.settable, rule: "S14", source: [SOURCES.SYNC, SOURCES.ASYNC, SOURCES.GETQ, SOURCES.EDU] },
  { code: "accountAllowed", message: MESSAGES.accountAllowed, rule: "A1", source: [SOURCES.STATUS] },
  { code: "accountUnderReview", message: MESSAGES.accountUnderReview, rule: "A2", source: [SOURCES.STATUS, SOURCES.VERIFY] },
  { code: "unaffectedByReview", message: MESSAGES.unaffectedByReview, rule: "A3", source: [SOURCES.VERIFY] },
  { code: "accountNotAllowed", message: MESSAGES.accountNotAllowed, rule: "A4", source: [SOURCES.STATUS] },
  { code: "accountStatusUnknown", message: MESSAGES.accountStatusUnknown, rule: "A5", source: [SOURCES.STATUS] },
  { code: "accountNotReady", message: MESSAGES.accountNotReady, rule: "A6", source: [SOURCES.STATUS] },
  { code: "noAccountStatus", message: MESSAGES.noAccountStatus, rule: "A7", source: [SOURCES.STATUS] },
  { code: "accountStatusUnrecognised", message: MESSAGES.accountStatusUnrecognised, rule: "A8", source: [] },
  { code: "accountStatusNotKnown", message: MESSAGES.accountStatusNotKnown, rule: "A9", source: [] },
  { code: "unexpectedBody", message: MESSAGES.unexpectedBody, rule: "R1", source: [SOURCES.STATUS] },
  { code: "otherNotFound", message: MESSAGES.otherNotFound, rule: "R2", source: [SOURCES.STATUS, SOURCES.ERRORS] },
  { code: "credentials", message: MESSAGES.credentials, rule: "R3", source: [SOURCES.STATUS, SOURCES.ERRORS] },
  { code: "retryLater", message: MESSAGES.retryLater, rule: "R4", source: [SOURCES.ERRORS] },
  { code: "unexpectedHttpStatus", message: MESSAGES.unexpectedHttpStatus, rule: "R5", source: [] },
  { code: "accountUnderReview", message: MESSAGES.accountUnderReview, rule: "P1", source: [SOURCES.ERRORS] },
  { code: "accountNotAllowed", message: MESSAGES.accountNotAllowed, rule: "P2", source: [SOURCES.ERRORS] },
  { code: "accountLocked", message: MESSAGES.accountLocked, rule: "P3", source: [SOURCES.ERRORS] },
  { code: "qualificationMissing", message: MESSAGES.qualificationMissing, rule: "P4", source: [SOURCES.ERRORS] },
  { code: "customerAgreementMissing", message: MESSAGES.customerAgreementMissing, rule: "P5", source: [SOURCES.ERRORS] },
  { code: "limitExceeded", message: MESSAGES.limitExceeded, rule: "P6", source: [SOURCES.ERRORS] },
  { code: "offerNotAvailable", message: MESSAGES.offerNotAvailable, rule: "P7", source: [SOURCES.ERRORS] },
  { code: "creditInsufficient", message: MESSAGES.creditInsufficient, rule: "P8", source: [SOURCES.ERRORS] },
  { code: "riskCheckFailed", message: MESSAGES.riskCheckFailed, rule: "P9", source: [SOURCES.ERRORS] },
  { code: "notEligible", message: MESSAGES.notEligible, rule: "P10", source: [SOURCES.ERRORS] },
  { code: "partnerMayNotSell", message: MESSAGES.partnerMayNotSell, rule: "P11", source: [SOURCES.ERRORS] },
  { code: "segmentAvailable", message: MESSAGES.segmentAvailable, rule: "O1", source: [SOURCES.SEGMENT] },
  { code: "segmentNotAvailable", message: MESSAGES.segmentNotAvailable, rule: "O2", source: [SOURCES.SEGMENT] },
  { code: "segmentAvailable", message: MESSAGES.segmentAvailable, rule: "O3", source: [SOURCES.SEGMENT] },
  { code: "segmentNotAvailable", message: MESSAGES.segmentNotAvailable, rule: "O4", source: [SOURCES.SEGMENT] },
  { code: "segmentAvailable", message: MESSAGES.segmentAvailable, rule: "O5", source: [SOURCES.SEGMENT] },
  { code: "segmentNotAvailable", message: MESSAGES.segmentNotAvailable, rule: "O6", source: [SOURCES.SEGMENT] },
  { code: "segmentAvailable", message: MESSAGES.segmentAvailable, rule: "O7", source: [SOURCES.SEGMENT] },
  { code: "segmentNotAvailable", message: MESSAGES.segmentNotAvailable, rule: "O8", source: [SOURCES.SEGMENT] },
  { code: "segmentAvailable", message: MESSAGES.segmentAvailable, rule: "O9", source: [SOURCES.SEGMENT] },
  { code: "segmentNotAvailable", message: MESSAGES.segmentNotAvailable, rule: "O10", source: [SOURCES.SEGMENT] },
  { code: "qualificationsDisagree", message: MESSAGES.qualificationsDisagree, rule: "O11", source: [SOURCES.SEGMENT] },
  { code: "unrecognisedState", message: MESSAGES.unrecognisedState, rule: "O12", source: [] },
  { code: "holdingsNotKnown", message: MESSAGES.holdingsNotKnown, rule: "O13", source: [] },
  { code: "existingSubscriptionNotDocumented", message: MESSAGES.existingSubscriptionNotDocumented, rule: "O14", source: [SOURCES.SEGMENT] },
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

/**
 * Every rule.
 *
 * @example
 * RULES.filter(({ basis }) => basis === "undocumented").map(({ id }) => id);
 */
export const RULES: readonly Rule[] = /* @__PURE__ */ made(() => [
  {
    id: "S0",
    statement: "What the customer holds is not known, and the answer depends on it.",
    outcome: "undetermined",
    code: "holdingsNotKnown",
    basis: "undocumented",
    source: [],
  },
  {
    id: "S1",
    statement: "The target is None or Nonprofit.",
    outcome: "blocked",
    code: "cannotBeSet",
    basis: "documented",
    source: [SOURCES.SYNC, SOURCES.ASYNC],
  },
  {
    id: "S2",
    statement: "The target is StateOwnedEntity, through the synchronous API.",
    outcome: "blocked",
    code: "notOfferedByApi",
    basis: "documented",
    source: [SOURCES.SYNC],
  },
  {
    id: "S3",
    statement: "The target is none of the documented values.",
    outcome: "blocked",
    code: "unknownValue",
    basis: "documented",
    source: [SOURCES.SYNC, SOURCES.ASYNC],
  },
  {
    id: "S4",
    statement: "The target is active.",
    outcome: "blocked",
    code: "alreadyHeld",
    basis: "documented",
    source: [SOURCES.ENUM],
  },
  {
    id: "S5",
    statement: "The target is in review. What a second submission does is not documented.",
    outcome: "undetermined",
    code: "reviewInProgress",
    basis: "undocumented",
    source: [SOURCES.EDU],
  },
  {
    id: "S6",
    statement: "A qualification or vetting status is held that these rules do not know.",
    outcome: "undetermined",
    code: "unrecognisedState",
    basis: "undocumented",
    source: [],
  },
  {
    id: "S7",
    statement: "The target is GovernmentCommunityCloud, and Education or Nonprofit is active.",
    outcome: "blocked",
    code: "requiresNoQualification",
    basis: "documented",
    source: [SOURCES.SYNC, SOURCES.ASYNC, SOURCES.CODES],
  },
  {
    id: "S8",
    statement: "The target is GovernmentCommunityCloud, and another qualification is in review.",
    outcome: "undetermined",
    code: "reviewInProgress",
    basis: "undocumented",
    source: [],
  },
  {
    id: "S9",
    statement: "The target is GovernmentCommunityCloud, and only StateOwnedEntity is active. The two occur together; in which order they may be set is not documented.",
    outcome: "undetermined",
    code: "orderNotDocumented",
    basis: "undocumented",
    source: [SOURCES.GETQ],
  },
  {
    id: "S10",
    statement: "The target is Education, and GovernmentCommunityCloud is active.",
    outcome: "blocked",
    code: "cannotBeOverridden",
    basis: "documented",
    source: [SOURCES.ENUM, SOURCES.SAMPLE],
  },
  {
    id: "S11",
    statement: "The target is Education, and another qualification is in review.",
    outcome: "undetermined",
    code: "reviewInProgress",
    basis: "undocumented",
    source: [],
  },
  {
    id: "S12",
    statement: "The target is StateOwnedEntity, and another qualification is in review.",
    outcome: "undetermined",
    code: "reviewInProgress",
    basis: "undocumented",
    source: [SOURCES.SAMPLE],
  },
  {
    id: "S13",
    statement: "The target is StateOwnedEntity or Education, and Nonprofit is active.",
    outcome: "undetermined",
    code: "combinationNotDocumented",
    basis: "undocumented",
    source: [],
  },
  {
    id: "S14",
    statement: "The target can be set, and nothing that is held stands against it.",
    outcome: "allowed",
    code: "settable",
    basis: "documented",
    source: [SOURCES.SYNC, SOURCES.ASYNC, SOURCES.GETQ, SOURCES.EDU],
  },
  {
    id: "A1",
    statement: "The account status is Allowed.",
    outcome: "allowed",
    code: "accountAllowed",
    basis: "documented",
    source: [SOURCES.STATUS],
  },
  {
    id: "A2",
    statement: "The account status is UnderReview, and the transaction is a new purchase, a seat increase or an upgrade.",
    outcome: "blocked",
    code: "accountUnderReview",
    basis: "documented",
    source: [SOURCES.STATUS, SOURCES.VERIFY],
  },
  {
    id: "A3",
    statement: "The account status is UnderReview, and the transaction is a renewal, a seat reduction or a cancellation.",
    outcome: "allowed",
    code: "unaffectedByReview",
    basis: "documented",
    source: [SOURCES.VERIFY],
  },
  {
    id: "A4",
    statement: "The account status is NotAllowed.",
    outcome: "blocked",
    code: "accountNotAllowed",
    basis: "documented",
    source: [SOURCES.STATUS],
  },
  {
    id: "A5",
    statement: "The account status is Unknown, the value of that name.",
    outcome: "blocked",
    code: "accountStatusUnknown",
    basis: "documented",
    source: [SOURCES.STATUS],
  },
  {
    id: "A6",
    statement: "The account status is Not Ready, which is in neither list of the documentation.",
    outcome: "undetermined",
    code: "accountNotReady",
    basis: "undocumented",
    source: [SOURCES.STATUS],
  },
  {
    id: "A7",
    statement: "The customer has no account status: the service answered 404 with code 600074.",
    outcome: "allowed",
    code: "noAccountStatus",
    basis: "documented",
    source: [SOURCES.STATUS],
  },
  {
    id: "A8",
    statement: "The account status is a value that these rules do not know.",
    outcome: "undetermined",
    code: "accountStatusUnrecognised",
    basis: "undocumented",
    source: [],
  },
  {
    id: "A9",
    statement: "The account status is not known, because it was not read.",
    outcome: "undetermined",
    code: "accountStatusNotKnown",
    basis: "undocumented",
    source: [],
  },
  {
    id: "R1",
    statement: "The service answered 200, but not with an account status.",
    outcome: "undetermined",
    code: "unexpectedBody",
    basis: "undocumented",
    source: [SOURCES.STATUS],
  },
  {
    id: "R2",
    statement: "The service answered 404, but not that the customer has no account status.",
    outcome: "undetermined",
    code: "otherNotFound",
    basis: "undocumented",
    source: [SOURCES.STATUS, SOURCES.ERRORS],
  },
  {
    id: "R3",
    statement: "The service answered 401 or 403: it did not accept the credentials.",
    outcome: "undetermined",
    code: "credentials",
    basis: "undocumented",
    source: [SOURCES.STATUS, SOURCES.ERRORS],
  },
  {
    id: "R4",
    statement: "The service answered 429 or 500 to 599: it could not answer now.",
    outcome: "undetermined",
    code: "retryLater",
    basis: "undocumented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "R5",
    statement: "The HTTP status is none that the documentation names.",
    outcome: "undetermined",
    code: "unexpectedHttpStatus",
    basis: "undocumented",
    source: [],
  },
  {
    id: "P1",
    statement: "The service refused a purchase with 403 and code 800073 or 800074.",
    outcome: "blocked",
    code: "accountUnderReview",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P2",
    statement: "The service refused a purchase with 403 and code 800075.",
    outcome: "blocked",
    code: "accountNotAllowed",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P3",
    statement: "The service refused a purchase with code 900416.",
    outcome: "blocked",
    code: "accountLocked",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P4",
    statement: "The service refused a purchase with code 800086.",
    outcome: "blocked",
    code: "qualificationMissing",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P5",
    statement: "The service refused a purchase with code 13605.",
    outcome: "blocked",
    code: "customerAgreementMissing",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P6",
    statement: "The service refused a purchase with code 800066, 800067, 800088, 800089 or 2002.",
    outcome: "blocked",
    code: "limitExceeded",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P7",
    statement: "The service refused a purchase with code 2085, 2091, 800020, 800028 or 800070.",
    outcome: "blocked",
    code: "offerNotAvailable",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P8",
    statement: "The service refused a purchase with code 800023, 800025 or 900121.",
    outcome: "blocked",
    code: "creditInsufficient",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P9",
    statement: "The service refused a purchase with code 800069.",
    outcome: "blocked",
    code: "riskCheckFailed",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P10",
    statement: "The service refused a purchase with code 800022, 800024, 800026 or 800062.",
    outcome: "blocked",
    code: "notEligible",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "P11",
    statement: "The service refused a purchase with code 900123, 900124, 2006, 2030 or 800039.",
    outcome: "blocked",
    code: "partnerMayNotSell",
    basis: "documented",
    source: [SOURCES.ERRORS],
  },
  {
    id: "O1",
    statement: "No qualification is active, and the offer is Commercial.",
    outcome: "allowed",
    code: "segmentAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O2",
    statement: "No qualification is active, and the offer is not Commercial.",
    outcome: "blocked",
    code: "segmentNotAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O3",
    statement: "Nonprofit is active, and the offer is Commercial or Nonprofit.",
    outcome: "allowed",
    code: "segmentAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O4",
    statement: "Nonprofit is active, and the offer is neither Commercial nor Nonprofit.",
    outcome: "blocked",
    code: "segmentNotAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O5",
    statement: "Education is active, and the offer is Commercial or Education.",
    outcome: "allowed",
    code: "segmentAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O6",
    statement: "Education is active, and the offer is neither Commercial nor Education.",
    outcome: "blocked",
    code: "segmentNotAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O7",
    statement: "GovernmentCommunityCloud is active, and the offer is GovernmentCommunityCloud.",
    outcome: "allowed",
    code: "segmentAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O8",
    statement: "GovernmentCommunityCloud is active, and the offer is not GovernmentCommunityCloud.",
    outcome: "blocked",
    code: "segmentNotAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O9",
    statement: "Of StateOwnedEntity, Education and GovernmentCommunityCloud only the first is active, and the offer is Commercial.",
    outcome: "allowed",
    code: "segmentAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O10",
    statement: "Of StateOwnedEntity, Education and GovernmentCommunityCloud only the first is active, and the offer is not Commercial.",
    outcome: "blocked",
    code: "segmentNotAvailable",
    basis: "documented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O11",
    statement: "Several qualifications are active, and what they say of the offer differs.",
    outcome: "undetermined",
    code: "qualificationsDisagree",
    basis: "undocumented",
    source: [SOURCES.SEGMENT],
  },
  {
    id: "O12",
    statement: "A qualification or vetting status is held that these rules do not know.",
    outcome: "undetermined",
    code: "unrecognisedState",
    basis: "undocumented",
    source: [],
  },
  {
    id: "O13",
    statement: "What the customer holds is not known.",
    outcome: "undetermined",
    code: "holdingsNotKnown",
    basis: "undocumented",
    source: [],
  },
  {
    id: "O14",
    statement: "The offer may not be sold to the customer, and the transaction is a renewal, a seat reduction or a cancellation, which sells nothing.",
    outcome: "undetermined",
    code: "existingSubscriptionNotDocumented",
    basis: "undocumented",
    source: [SOURCES.SEGMENT],
  },
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
