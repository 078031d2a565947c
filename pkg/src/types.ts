// The types of arguments and results.

import type { AccountStatus, BulkErrorCode, ChangeCode, Cloud, EducationSegment, FaultCode, FaultOrigin, Field, FieldCode, FieldState, MessageCode, Mode, Need, OfferSegment, Operation, Outcome, Qualification, Reason, ReasonCode, RuleId, Severity, Transaction } from "./generated/tables.js";

/**
 * An outcome with its reasons. Do not treat `undetermined` as allowed.
 *
 * @example
 * const { outcome, reasons }: Decision = accountEligibility("NotAllowed");
 * outcome; // "blocked"
 * reasons[0]?.code; // "accountNotAllowed"
 */
export interface Decision {
  readonly outcome: Outcome;
  /** At least one reason. If the outcome is not `allowed`: every reason that prevents it. */
  readonly reasons: readonly Reason[];
}

/**
 * Whether a qualification can be set, and with which fields. There are no fields if it is blocked.
 *
 * @example
 * const { outcome, required }: Settability = settability("Education", { held: [] });
 * outcome; // "allowed"
 * required; // ["educationSegment"]
 */
export interface Settability extends Decision {
  readonly required: readonly Field[];
  readonly optional: readonly Field[];
}

/**
 * A qualification with its label and settability, for an option of a select.
 *
 * @example
 * const options: readonly SettableQualification[] = qualificationOptions({ held: [] });
 * options[1]?.label; // "Education"
 */
export interface SettableQualification extends Settability {
  readonly qualification: Qualification;
  readonly label: string;
}

/**
 * One qualification of a customer, as the service returns it.
 *
 * @example
 * const entry: HeldQualification = { qualification: "Education", vettingStatus: "InReview" };
 */
export interface HeldQualification {
  readonly qualification: string;
  readonly vettingStatus?: string | null | undefined;
  readonly vettingReason?: string | null | undefined;
  readonly vettingCreateDate?: string | null | undefined;
}

/**
 * The qualifications of a customer. `null` and `undefined` mean that they are not known; `[]` means that the customer has none.
 *
 * @example
 * const nothing: Held = [];
 * const notKnown: Held = null;
 * settability("Education", { held: notKnown }).outcome; // "undetermined"
 */
export type Held = readonly HeldQualification[] | null | undefined;

/**
 * An account status: one of `ACCOUNT_STATUSES`, or any other text that the service returns. `null` and `undefined`: not known.
 *
 * @example
 * const status: AccountStatusText = "Not Ready";
 * accountEligibility(status).outcome; // "undetermined"
 */
export type AccountStatusText = AccountStatus | (string & {}) | null | undefined;

/**
 * The options on which the settability of a qualification depends.
 *
 * @example
 * const options: SettabilityOptions = { mode: "synchronous", held: [] };
 * settability("StateOwnedEntity", options).outcome; // "blocked"
 */
export interface SettabilityOptions extends MessageOptions {
  /** The API that sets the qualification. Default: `asynchronous`. */
  readonly mode?: Mode | undefined;
  /** The qualifications of the customer. Absent: not known. */
  readonly held?: Held;
}

/**
 * A purchase to decide about.
 *
 * @example
 * const purchase: Purchase = { status: "Allowed", held: [], segment: "Commercial", transaction: "newPurchase" };
 * purchaseEligibility(purchase).outcome; // "allowed"
 */
export interface Purchase extends MessageOptions {
  /** The account status. `"NoAccountStatus"`: the service has none. `null` and `undefined`: it is not known. */
  readonly status?: AccountStatusText;
  /** The qualifications of the customer. They matter only with a segment. */
  readonly held?: Held;
  /** The segment of the offer. Absent: only the account status is checked. */
  readonly segment?: OfferSegment | null | undefined;
  /** The kind of transaction. Default: `newPurchase`. */
  readonly transaction?: Transaction | null | undefined;
}

/**
 * A purchase of a segment, without the account status, which is read from a response.
 *
 * @example
 * const purchase: SegmentPurchase = { segment: "Education", held: [] };
 * purchaseEligibilityFromResponse(200, '{"status":"Allowed"}', purchase).outcome; // "blocked"
 */
export interface SegmentPurchase extends MessageOptions {
  readonly segment: OfferSegment;
  /** The qualifications of the customer. Absent: not known. */
  readonly held?: Held;
  /** The kind of transaction. Default: `newPurchase`. */
  readonly transaction?: Transaction | null | undefined;
}

/**
 * Why the service refused a purchase, and what caused it. The message of the reason states what to do next.
 *
 * @example
 * const refusal: PurchaseRefusal | null = explainPurchaseRefusal(400, '{"code":"800025"}');
 * refusal?.origin; // "partner"
 */
export interface PurchaseRefusal extends Decision {
  readonly origin: FaultOrigin;
}

/**
 * The form that sets a qualification, as it was filled in. Blank fields count as absent. The value of a form check is also a form. It
 * names the mode for which it was checked.
 *
 * @example
 * const form: Form = { customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789", qualification: "Education", website: null };
 */
export type Form = {
  readonly [field in Field]?: (field extends "validationCode" ? string | number : string) | null | undefined;
};

/**
 * A validation code of the partner, as the service returns it.
 *
 * @example
 * const code: PartnerValidationCode = { validationId: "12345", remainingCreates: 4, organizationName: "Contoso, Inc." };
 */
export interface PartnerValidationCode {
  readonly validationId: string | number;
  /** How many more customers the code can qualify. `null`: there is no limit. */
  readonly remainingCreates?: number | null | undefined;
  readonly maxCreates?: number | null | undefined;
  readonly organizationName?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly eTag?: string | null | undefined;
}

/**
 * Texts that replace the English ones, by code. Unknown codes are ignored, so that a catalogue of another version can be used. A
 * `TypeError` is thrown if no code is known.
 *
 * @example
 * const messages: MessageOverrides = { customerIdRequired: "Which customer?" };
 * checkField("customerId", "", {}, { messages }).issue?.message; // "Which customer?"
 */
export type MessageOverrides = { readonly [code in MessageCode]?: string };

/**
 * The texts that a call uses for messages and labels.
 *
 * @example
 * const options: MessageOptions = { messages: { accountAllowed: "Das Konto ist validiert." } };
 * accountEligibility("Allowed", "renewal", options).reasons[0]?.message; // "Das Konto ist validiert."
 */
export interface MessageOptions {
  /** Texts that replace the English ones, by code: a whole catalogue or single texts. Absent or `null`: English. */
  readonly messages?: MessageOverrides | null | undefined;
}

/**
 * The data that a form check uses besides the form.
 *
 * @example
 * const context: Context = { mode: "asynchronous", held: [], customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789" };
 * checkForm({ qualification: "StateOwnedEntity" }, context).ok; // true
 */
export interface Context extends SettabilityOptions {
  /**
   * The validation codes of the partner. If given, a code that is not in the list, or is used up, is an issue. If an entry cannot be
   * read, or there are more than 1,000 entries, there is a warning, and a code that is not in the list is accepted: it may be one of the
   * entries that were not read.
   */
  readonly validationCodes?: readonly PartnerValidationCode[] | null | undefined;
  /** The customer ID, if the page has already selected the customer. Then the form needs no field for it. */
  readonly customerId?: string | null | undefined;
  /** The name of the customer. If given, a validation code that was issued to an organization of another name is a warning. */
  readonly customerName?: string | null | undefined;
}

/**
 * The values of an issue, for the placeholders of its message.
 *
 * @example
 * const params: Params | undefined = checkField("customerId", "x").issue?.params;
 * params?.input; // "x"
 */
export interface Params {
  /** The text that was entered, escaped and shortened for display. */
  readonly input?: string;
  /** The allowed values, as the service writes them. The message has their labels. */
  readonly allowed?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** The rule that the issue comes from. */
  readonly rule?: RuleId;
  /** How many seconds to wait before the request is sent again. */
  readonly seconds?: number;
}

/**
 * One finding of a form check, or the meaning of a response of the service.
 *
 * @example
 * const issue: Issue | undefined = checkField("customerId", "x").issue;
 * issue?.code; // "customerIdInvalid"
 * issue?.path; // ["customerId"]
 */
export interface Issue {
  readonly code: FieldCode | ReasonCode | FaultCode;
  readonly message: string;
  /** The field. Empty: the issue concerns the whole form or request. */
  readonly path: readonly [Field] | readonly [];
  readonly params: Params;
  readonly severity: Severity;
}

/**
 * A correction that a form check made to a text.
 *
 * @example
 * const [change]: readonly Change[] = checkField("website", " example.edu", { qualification: "Education" }).changes;
 * change?.code; // "whiteSpaceRemoved"
 */
export interface Change {
  readonly code: ChangeCode;
  readonly message: string;
  readonly path: readonly [Field];
}

/**
 * A checked update: no rule blocks it.
 *
 * @example
 * const update: QualificationUpdate = {
 *   customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
 *   mode: "asynchronous",
 *   qualification: "GovernmentCommunityCloud",
 *   validationCode: "12345",
 * };
 */
export type QualificationUpdate = { readonly customerId: string; readonly mode: Mode } & (
  | {
      readonly qualification: "Education";
      /** Present with the asynchronous API. */
      readonly educationSegment?: EducationSegment;
      readonly website?: string;
    }
  | { readonly qualification: "GovernmentCommunityCloud"; readonly validationCode: string }
  | { readonly qualification: "StateOwnedEntity" }
);

/**
 * The result of a form check: the typed value, or the issues.
 *
 * @example
 * const result: FormResult = checkForm(form);
 * const shown = result.ok ? result.value.qualification : result.issues.map(({ message }) => message);
 */
export type FormResult =
  | {
      readonly ok: true;
      readonly value: QualificationUpdate;
      readonly warnings: readonly Issue[];
      readonly changes: readonly Change[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] };

/**
 * The result of the check of one field while it is being filled in.
 *
 * @example
 * const { state, value }: FieldCheck = checkField("customerId", "0A1B2C3D-4E5F-6789-ABCD-EF0123456789");
 * state; // "valid"
 * value; // "0a1b2c3d-4e5f-6789-abcd-ef0123456789"
 */
export interface FieldCheck {
  /** `incomplete`: more typing can make the text valid. `invalid`: it cannot. */
  readonly state: FieldState;
  /** The issue that `checkForm` would return for the field. */
  readonly issue?: Issue;
  readonly warnings: readonly Issue[];
  readonly changes: readonly Change[];
  /** The canonical text, if the text is valid. */
  readonly value?: string;
}

/**
 * An option of a field.
 *
 * @example
 * const options: readonly FieldOption[] | undefined = fieldPlan("Education")[2]?.options;
 * options?.map(({ value }) => value); // ["K12", "HigherEducation"]
 */
export interface FieldOption {
  /** The value of the field if this option is selected. */
  readonly value: string;
  /** The text to show. */
  readonly label: string;
  /** Whether the option is shown but cannot be selected. */
  readonly disabled: boolean;
  /** For a qualification: whether it can be set. */
  readonly outcome?: Outcome;
  /** For a qualification: why it can be set, cannot be set, or is undetermined. Otherwise empty. */
  readonly reasons: readonly Reason[];
  /** For a validation code: how many more times it can be used, if there is a limit. */
  readonly remainingCreates?: number;
  /** For a validation code: the organization that it was issued to. */
  readonly organizationName?: string;
}

/**
 * The attributes of an input, named as in HTML, for HTML, Vue and Svelte. They never cut off or reject a text that the check accepts.
 *
 * @example
 * const input: InputAttributes | undefined = fieldPlan("GovernmentCommunityCloud").at(-1)?.input;
 * input?.inputmode; // "numeric"
 */
export interface InputAttributes {
  readonly inputmode: "text" | "numeric" | "url";
  readonly maxlength: number;
  readonly autocomplete: "off";
  readonly spellcheck: boolean;
}

/**
 * The attributes of an input, named as in React.
 *
 * @example
 * const props: InputProps | undefined = fieldPlan("GovernmentCommunityCloud").at(-1)?.inputProps;
 * props?.inputMode; // "numeric"
 */
export interface InputProps {
  readonly inputMode: InputAttributes["inputmode"];
  readonly maxLength: InputAttributes["maxlength"];
  readonly autoComplete: InputAttributes["autocomplete"];
  readonly spellCheck: InputAttributes["spellcheck"];
}

/**
 * How a form should show one field.
 *
 * @example
 * const plans: readonly FieldPlan[] = fieldPlan("Education");
 * plans.filter(({ shown }) => shown).map(({ field }) => field); // ["customerId", "qualification", "educationSegment", "website"]
 */
export interface FieldPlan {
  readonly field: Field;
  readonly need: Need;
  /** Whether to show the field. Until a qualification is selected, only the qualification and the customer ID are shown. */
  readonly shown: boolean;
  readonly label: string;
  readonly hint: string;
  /** The options. For a validation code: the codes that are known to be usable. Absent: the field takes free text. */
  readonly options?: readonly FieldOption[];
  /** The attributes of the input, for HTML, Vue and Svelte. */
  readonly input: InputAttributes;
  /** The same attributes for React: `<input {...plan.inputProps} />`. */
  readonly inputProps: InputProps;
}

/**
 * The IDs of a request and the cloud that it is sent to.
 *
 * @example
 * const requestContext: RequestContext = { requestId: crypto.randomUUID(), correlationId: crypto.randomUUID(), cloud: "worldwide" };
 */
export interface RequestContext {
  /** A GUID. Use the same one to repeat a request after a time-out, and a new one after every response. */
  readonly requestId: string;
  /** A GUID that identifies the call in logs. */
  readonly correlationId: string;
  /** Default: `worldwide`. */
  readonly cloud?: Cloud | null | undefined;
}

/**
 * A request for `fetch`: `fetch(request.url, request)`. Add the `Authorization` header yourself.
 *
 * @example
 * const request: PartnerCenterRequest = requests.readValidationCodes(requestContext);
 * request.method; // "GET"
 * request.path; // "/v1/customers/all/validations"
 */
export interface PartnerCenterRequest {
  readonly operation: Operation;
  readonly method: "GET" | "POST" | "PUT";
  readonly url: string;
  /** The path with its query, to send the request through your own server. */
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
  /** The request as a command for a POSIX shell. It reads the token from `PARTNER_CENTER_TOKEN`. */
  readonly curl: string;
}

/**
 * The request for a form, or the issues that prevent it.
 *
 * @example
 * const update: UpdateRequest = requests.setQualification(form, { held: [] }, requestContext);
 * if (!update.ok) update.issues.forEach((issue) => show(issue.path[0], issue.message));
 */
export type UpdateRequest =
  | { readonly ok: true; readonly request: PartnerCenterRequest; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] };

/**
 * An unknown member of a response. It is kept, but has no effect.
 *
 * @example
 * const result = readValidationStatus(200, '{"status":"Allowed","size":1.50}');
 * const others: readonly OtherMember[] | undefined = result.ok ? result.value.other : [];
 * others; // [{ name: "size", json: "1.50" }]
 */
export interface OtherMember {
  readonly name: string;
  /** The value as the original JSON text, so that numbers keep every digit. */
  readonly json: string;
}

/**
 * A response that is not the requested value: its fields, as far as they can be read, and its meaning.
 *
 * @example
 * const fault: Fault = readFault(429, '{"statusCode":429}');
 * fault.isRetryable; // true
 * fault.origin; // "service"
 */
export interface Fault {
  /** The HTTP status. 0: there was none. */
  readonly httpStatus: number;
  /** The error code: the digits of a number as they are written, or a text. */
  readonly code?: string;
  readonly errorName?: string;
  readonly message?: string;
  readonly description?: string;
  readonly errorMessageExtended?: string;
  readonly source?: string;
  /** The whole response, if it is only a JSON string. */
  readonly text?: string;
  /** Other members, including `data`. */
  readonly other?: readonly OtherMember[];
  /** Whether the same request may succeed later. */
  readonly isRetryable: boolean;
  /** What caused the fault. */
  readonly origin: FaultOrigin;
  /** What the fault means and what to do next. It has the type of a form issue, so that a page can show both in the same way. */
  readonly issue: Issue;
}

/**
 * The result of reading a response: the requested value, or a fault.
 *
 * @example
 * const result: Answer<ValidationStatus> = readValidationStatus(401, "");
 * const shown = result.ok ? result.value.status : result.fault.issue.message;
 */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/**
 * The account validation status of a customer.
 *
 * @example
 * const result = readValidationStatus(200, '{"status":"Paused"}');
 * const status: ValidationStatus | null = result.ok ? result.value : null;
 * status; // { status: "Paused", recognised: false }
 */
export interface ValidationStatus {
  /** One of `ACCOUNT_STATUSES` if it is recognised. Otherwise the text as the service wrote it. */
  readonly status: string;
  readonly recognised: boolean;
  /** The time of the last change, as the service writes it: in UTC, without an offset. `readTimestamp` converts it. */
  readonly lastUpdateDateTime?: string;
  readonly other?: readonly OtherMember[];
}

/**
 * A qualification of a customer, as read from a response.
 *
 * @example
 * const result = readQualifications(200, '[{"qualification":"Education","vettingStatus":"Approved"}]');
 * const entries: readonly QualificationEntry[] = result.ok ? result.value : [];
 * offerEligibility(entries, "Education").outcome; // "allowed"
 */
export interface QualificationEntry extends HeldQualification {
  readonly other?: readonly OtherMember[];
}

/**
 * A validation code of the partner, as read from a response.
 *
 * @example
 * const result = readValidationCodes(200, '[{"validationId":"12345","remainingCreates":4}]');
 * const codes: readonly ValidationCodeEntry[] = result.ok ? result.value : [];
 * codes[0]?.validationId; // "12345"
 */
export interface ValidationCodeEntry extends PartnerValidationCode {
  readonly validationId: string;
  readonly other?: readonly OtherMember[];
}

/**
 * The options for reading a response.
 *
 * @example
 * const options: ReadOptions = { messages: MESSAGES };
 * readFault(403, "", options).issue.message === MESSAGES.notPermitted; // true
 */
export interface ReadOptions extends MessageOptions {
  /** The header `Retry-After` of the response. The message of a fault then states how long to wait. A date is ignored. */
  readonly retryAfter?: string | number | null | undefined;
}

/**
 * The body of a response, as `response.text()` returns it.
 *
 * @example
 * const body: ResponseBody = await response.text();
 */
export type ResponseBody = string | null | undefined;

/**
 * The options of a bulk check.
 *
 * @example
 * const options: BulkOptions = { segment: "Education" };
 * bulkEligibility('{"status":"Allowed","qualifications":[]}', options).tally.outcomes.blocked; // 1
 */
export interface BulkOptions extends MessageOptions {
  /** The kind of transaction. Default: `newPurchase`. */
  readonly transaction?: Transaction | null | undefined;
  /** The segment of the offer. Absent: only the account status is checked. */
  readonly segment?: OfferSegment | null | undefined;
}

/**
 * Why a bulk check stopped before the end of the text.
 *
 * @example
 * const error: BulkError | undefined = bulkEligibility("[{},").error;
 * error?.code; // "endMissing"
 * error?.message; // "The text is incomplete: it ends too early, in line 1."
 * error?.column; // 5
 */
export interface BulkError {
  readonly code: BulkErrorCode;
  readonly message: string;
  /**
   * The byte offset of the first invalid byte, of the end of the text, or of a wrapped list: the number of bytes before it. The offset
   * in a string counts its UTF-8 bytes.
   */
  readonly offset: number;
  /** The line, counted from 1. A line ends with a line feed, a carriage return, or both. */
  readonly line: number;
  /** The column, counted from 1 in code points: most emoji count as one. A byte order mark does not count. */
  readonly column: number;
  /** With `wrappedList`: the member that contains the list of customers. */
  readonly params?: { readonly member: string };
}

/**
 * The number of records per outcome and per rule.
 *
 * @example
 * const tally: BulkTally = bulkEligibility('[{"status":"Allowed"},{}]').tally;
 * tally.outcomes.undetermined; // 1
 * tally.rules; // { A1: 1, A9: 1 }
 */
export interface BulkTally {
  readonly outcomes: { readonly [outcome in Outcome]: number };
  /** The number of records per rule, for the rules that at least one decision names. */
  readonly rules: { readonly [rule in RuleId]?: number };
}

/**
 * The result of a bulk check of a whole text.
 *
 * @example
 * const { outcomes, error }: BulkResult = bulkEligibility('[{"status":"NotAllowed"},oops');
 * Array.from(outcomes, (index) => OUTCOMES[index]); // ["blocked"]
 * error?.code; // "notJson"
 */
export interface BulkResult {
  /** For each record, in order, the index of its outcome in `OUTCOMES`. */
  readonly outcomes: Uint8Array;
  readonly tally: BulkTally;
  /** Why the check stopped before the end of the text. Absent: the whole text was read. */
  readonly error?: BulkError;
}

/**
 * The result for one piece of a text.
 *
 * @example
 * const bytes = new TextEncoder().encode('[{"status":"Allowed"},{}');
 * const reader = bulkReader();
 * const { outcomes, ends, decisions }: BulkPiece = reader.push(bytes);
 * outcomes.length; // 2
 * ends[0]; // 21
 * reader.decisions[decisions[0]]?.reasons[0]?.code; // "accountAllowed"
 */
export interface BulkPiece {
  /** For each record that ends in this piece, in order, the index of its outcome in `OUTCOMES`. */
  readonly outcomes: Uint8Array;
  /** For each of these records the byte offset of its end in the whole text. */
  readonly ends: Float64Array;
  /** For each of these records the index of its decision in `BulkReader.decisions`. */
  readonly decisions: Uint8Array;
}

/**
 * A bulk check of a text that arrives in pieces. It needs no clean-up.
 *
 * @example
 * const reader: BulkReader = bulkReader();
 * reader.push(new TextEncoder().encode('[{"status":"All'));
 * reader.push(new TextEncoder().encode('owed"}]')).outcomes.length; // 1
 * reader.finish();
 * reader.tally.outcomes.allowed; // 1
 */
export interface BulkReader {
  /**
   * Decides for the records that end in a piece. A piece can begin and end anywhere. After an error, the result is empty.
   *
   * @throws TypeError if the argument has another type than declared, or `finish` was called before.
   */
  push(bytes: Uint8Array | ArrayBuffer): BulkPiece;
  /**
   * Ends the text. Decides for the last record if its end was not known before.
   *
   * @throws TypeError if `finish` was called before.
   */
  finish(): BulkPiece;
  /** The counts for the records so far. */
  readonly tally: BulkTally;
  /** The different decisions so far, in the order of their first occurrence. There are few. A later piece only appends to the list. */
  readonly decisions: readonly Decision[];
  /** Why the check stopped. Absent: there was no error so far. */
  readonly error?: BulkError;
}
