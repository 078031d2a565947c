// The shapes of what goes into the calls and of what comes out.

import type { AccountStatus, BulkErrorCode, ChangeCode, Cloud, EducationSegment, FaultCode, FaultOrigin, Field, FieldCode, FieldState, MessageCode, Mode, Need, OfferSegment, Operation, Outcome, Qualification, Reason, ReasonCode, RuleId, Severity, Transaction } from "../generated/tables.js";

/**
 * The answer to a question, with every reason for it. `undetermined` is never a yes.
 *
 * @example
 * const { outcome, reasons }: Decision = accountEligibility("NotAllowed");
 * outcome; // "blocked"
 * reasons[0]?.code; // "accountNotAllowed"
 */
export interface Decision {
  readonly outcome: Outcome;
  /** At least one; if the answer is not `allowed`, everything that stands in the way. */
  readonly reasons: readonly Reason[];
}

/**
 * Whether a qualification can be set, and the fields that go with it; none when it is blocked.
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
 * A qualification with its settability, as an option of a select.
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
 * One entry of what a customer holds, as the service answers it.
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
 * What a customer holds. `null` and `undefined`: not known, which is not the same as `[]`, nothing.
 *
 * @example
 * const nothing: Held = [];
 * const notKnown: Held = null;
 * settability("Education", { held: notKnown }).outcome; // "undetermined"
 */
export type Held = readonly HeldQualification[] | null | undefined;

/**
 * An account status: one of the list, another text of the service, or `null` and `undefined` where it is not known.
 *
 * @example
 * const status: AccountStatusText = "Not Ready";
 * accountEligibility(status).outcome; // "undetermined"
 */
export type AccountStatusText = AccountStatus | (string & {}) | null | undefined;

/**
 * What the settability of a qualification depends on.
 *
 * @example
 * const options: SettabilityOptions = { mode: "synchronous", held: [] };
 * settability("StateOwnedEntity", options).outcome; // "blocked"
 */
export interface SettabilityOptions extends MessageOptions {
  /** The interface, `asynchronous` unless said. */
  readonly mode?: Mode | undefined;
  /** What the customer holds. */
  readonly held?: Held;
}

/**
 * What a purchase depends on.
 *
 * @example
 * const purchase: Purchase = { status: "Allowed", held: [], segment: "Commercial", transaction: "newPurchase" };
 * purchaseEligibility(purchase).outcome; // "allowed"
 */
export interface Purchase extends MessageOptions {
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
 * What the purchase of a segment depends on beside the account status.
 *
 * @example
 * const purchase: SegmentPurchase = { segment: "Education", held: [] };
 * purchaseEligibilityFromResponse(200, '{"status":"Allowed"}', purchase).outcome; // "blocked"
 */
export interface SegmentPurchase extends MessageOptions {
  readonly segment: OfferSegment;
  /** What the customer holds; absent: not known. */
  readonly held?: Held;
  /** The kind of transaction; absent: a new purchase. */
  readonly transaction?: Transaction | null | undefined;
}

/**
 * Why the service refused a purchase, and with whom the cause lies. The message of the reason says what to do next.
 *
 * @example
 * const refusal: PurchaseRefusal | null = explainPurchaseRefusal(400, '{"code":"800025"}');
 * refusal?.origin; // "partner"
 */
export interface PurchaseRefusal extends Decision {
  readonly origin: FaultOrigin;
}

/**
 * The form with which a qualification is set, as it was filled in. Blank fields are absent. The value of a check is a form as well,
 * which says for which mode it was checked.
 *
 * @example
 * const form: Form = { customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789", qualification: "Education", website: null };
 */
export type Form = {
  readonly [field in Field]?: (field extends "validationCode" ? string | number : string) | null | undefined;
};

/**
 * A validation code of the partner, as the service answers it.
 *
 * @example
 * const code: PartnerValidationCode = { validationId: "12345", remainingCreates: 4, organizationName: "Contoso, Inc." };
 */
export interface PartnerValidationCode {
  readonly validationId: string | number;
  /** How many customers it can still qualify; `null` where there is no limit. */
  readonly remainingCreates?: number | null | undefined;
  readonly maxCreates?: number | null | undefined;
  readonly organizationName?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly eTag?: string | null | undefined;
}

/**
 * Texts in place of the English ones, by code. Codes that this version does not know are ignored, so that a catalogue of another version
 * can be given; texts of which it knows no code are refused.
 *
 * @example
 * const messages: MessageOverrides = { customerIdRequired: "Which customer?" };
 * checkField("customerId", "", {}, { messages }).issue?.message; // "Which customer?"
 */
export type MessageOverrides = { readonly [code in MessageCode]?: string };

/**
 * In which language a call answers.
 *
 * @example
 * const options: MessageOptions = { messages: { accountAllowed: "Das Konto ist validiert." } };
 * accountEligibility("Allowed", "renewal", options).reasons[0]?.message; // "Das Konto ist validiert."
 */
export interface MessageOptions {
  /** Texts in place of the English ones, by code: all of another language, or single ones. Absent or `null`: English. */
  readonly messages?: MessageOverrides | null | undefined;
}

/**
 * What the page knows beside the form.
 *
 * @example
 * const context: Context = { mode: "asynchronous", held: [], customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789" };
 * checkForm({ qualification: "StateOwnedEntity" }, context).ok; // true
 */
export interface Context extends SettabilityOptions {
  /**
   * The validation codes of the partner; then a code that is none of them, or used up, is an issue. An entry that cannot be read, and
   * those beyond the first 1,000, make a warning: a code that is not among the others may be one of them.
   */
  readonly validationCodes?: readonly PartnerValidationCode[] | null | undefined;
  /** The customer, where the page has chosen it. Then the form has no field for it. */
  readonly customerId?: string | null | undefined;
  /** The name of the customer; then a validation code that was issued to an organization of another name is a warning. */
  readonly customerName?: string | null | undefined;
}

/**
 * What an issue is about, in values: the placeholders of its message.
 *
 * @example
 * const params: Params | undefined = checkField("customerId", "x").issue?.params;
 * params?.input; // "x"
 */
export interface Params {
  /** What was given, escaped and cut so that it can be shown. */
  readonly input?: string;
  /** The values that are allowed, as the service writes them. The message has their labels. */
  readonly allowed?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** The rule that says so. */
  readonly rule?: RuleId;
  /** How long to wait before the request is sent again. */
  readonly seconds?: number;
}

/**
 * One thing that a form check found, or that an answer of the service means.
 *
 * @example
 * const issue: Issue | undefined = checkField("customerId", "x").issue;
 * issue?.code; // "customerIdInvalid"
 * issue?.path; // ["customerId"]
 */
export interface Issue {
  readonly code: FieldCode | ReasonCode | FaultCode;
  readonly message: string;
  /** The field; empty where the form or the request as a whole is meant. */
  readonly path: readonly [Field] | readonly [];
  readonly params: Params;
  readonly severity: Severity;
}

/**
 * Something that a form check changed in a text to make the value of it.
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
 * An update that no rule blocks.
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
      /** Given with the asynchronous interface. */
      readonly educationSegment?: EducationSegment;
      readonly website?: string;
    }
  | { readonly qualification: "GovernmentCommunityCloud"; readonly validationCode: string }
  | { readonly qualification: "StateOwnedEntity" }
);

/**
 * The result of a form check.
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
 * What there is to say of a field while it is being filled in.
 *
 * @example
 * const { state, value }: FieldCheck = checkField("customerId", "0A1B2C3D-4E5F-6789-ABCD-EF0123456789");
 * state; // "valid"
 * value; // "0a1b2c3d-4e5f-6789-abcd-ef0123456789"
 */
export interface FieldCheck {
  /** `incomplete` could still become valid by typing on; `invalid` cannot. */
  readonly state: FieldState;
  /** What `checkForm` would say of the field. */
  readonly issue?: Issue;
  readonly warnings: readonly Issue[];
  readonly changes: readonly Change[];
  /** The canonical text, if it is valid. */
  readonly value?: string;
}

/**
 * Something that can be chosen in a field.
 *
 * @example
 * const options: readonly FieldOption[] | undefined = fieldPlan("Education")[2]?.options;
 * options?.map(({ value }) => value); // ["K12", "HigherEducation"]
 */
export interface FieldOption {
  /** The text of the field. */
  readonly value: string;
  /** What people read. */
  readonly label: string;
  /** Whether it is to be shown, but not to be chosen. */
  readonly disabled: boolean;
  /** Of a qualification: whether it can be set. */
  readonly outcome?: Outcome;
  /** Of a qualification: why it can be set, cannot be set, or is undetermined. Otherwise empty. */
  readonly reasons: readonly Reason[];
  /** Of a validation code: how often it can still be used, where the service sets a limit. */
  readonly remainingCreates?: number;
  /** Of a validation code: the organisation that it was given for. */
  readonly organizationName?: string;
}

/**
 * Attributes of an input, named as in HTML: for HTML, Vue and Svelte. They never cut or refuse a text that the check accepts.
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
 * The same attributes, named as React has them.
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
 * What a form has to show of one field.
 *
 * @example
 * const plans: readonly FieldPlan[] = fieldPlan("Education");
 * plans.filter(({ shown }) => shown).map(({ field }) => field); // ["customerId", "qualification", "educationSegment", "website"]
 */
export interface FieldPlan {
  readonly field: Field;
  readonly need: Need;
  /** Before a qualification is chosen only that and the customer are asked for. */
  readonly shown: boolean;
  readonly label: string;
  readonly hint: string;
  /** What can be chosen; for a validation code, what is known to be usable. Absent: anything can be typed. */
  readonly options?: readonly FieldOption[];
  /** Attributes of an input in HTML, Vue and Svelte. */
  readonly input: InputAttributes;
  /** The same for React: `<input {...plan.inputProps} />`. */
  readonly inputProps: InputProps;
}

/**
 * What a caller says of a request beside what it asks for.
 *
 * @example
 * const requestContext: RequestContext = { requestId: crypto.randomUUID(), correlationId: crypto.randomUUID(), cloud: "worldwide" };
 */
export interface RequestContext {
  /** A GUID: the same for a call that is sent again after a time-out, a new one after every answer. */
  readonly requestId: string;
  /** A GUID that finds the call in logs. */
  readonly correlationId: string;
  /** `worldwide` unless given. */
  readonly cloud?: Cloud | null | undefined;
}

/**
 * A request as `fetch` takes it: `fetch(request.url, request)`. The `Authorization` header is the caller's to add.
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
  /** The path with its query, for those who send it through a server of their own. */
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
  /** The request as a command of a POSIX shell, which takes the token from `PARTNER_CENTER_TOKEN`. */
  readonly curl: string;
}

/**
 * The request of a form, or what stands in its way.
 *
 * @example
 * const update: UpdateRequest = requests.setQualification(form, { held: [] }, requestContext);
 * if (!update.ok) update.issues.forEach((issue) => show(issue.path[0], issue.message));
 */
export type UpdateRequest =
  | { readonly ok: true; readonly request: PartnerCenterRequest; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] };

/**
 * A member of an answer that the rules do not know: it is kept, and plays no part.
 *
 * @example
 * const answer = readValidationStatus(200, '{"status":"Allowed","size":1.50}');
 * const others: readonly OtherMember[] | undefined = answer.ok ? answer.value.other : [];
 * others; // [{ name: "size", json: "1.50" }]
 */
export interface OtherMember {
  readonly name: string;
  /** Its value as the JSON text that was written, so that no digit of a number is lost. */
  readonly json: string;
}

/**
 * An answer that is not what was asked for, as far as it could be read, with what it means.
 *
 * @example
 * const fault: Fault = readFault(429, '{"statusCode":429}');
 * fault.isRetryable; // true
 * fault.origin; // "service"
 */
export interface Fault {
  /** The HTTP status; 0 where there was none. */
  readonly httpStatus: number;
  /** The code: a number as it is written, or a text. */
  readonly code?: string;
  readonly errorName?: string;
  readonly message?: string;
  readonly description?: string;
  readonly errorMessageExtended?: string;
  readonly source?: string;
  /** The whole answer, where it is a bare JSON string. */
  readonly text?: string;
  /** Other members, `data` among them. */
  readonly other?: readonly OtherMember[];
  /** Whether the same request may succeed later. */
  readonly isRetryable: boolean;
  /** With whom the cause lies. */
  readonly origin: FaultOrigin;
  /** What it means and what to do next, in the shape of the issues of a form, so that both can be shown in one place. */
  readonly issue: Issue;
}

/**
 * What the service answered: the value that was asked for, or a fault.
 *
 * @example
 * const answer: Answer<ValidationStatus> = readValidationStatus(401, "");
 * const shown = answer.ok ? answer.value.status : answer.fault.issue.message;
 */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/**
 * The account validation status of a customer.
 *
 * @example
 * const answer = readValidationStatus(200, '{"status":"Paused"}');
 * const status: ValidationStatus | null = answer.ok ? answer.value : null;
 * status; // { status: "Paused", recognised: false }
 */
export interface ValidationStatus {
  /** One of `ACCOUNT_STATUSES` if it is recognised, else the text as the service wrote it. */
  readonly status: string;
  readonly recognised: boolean;
  /** When it changed last, as the service writes it: in UTC, without saying so. `readTimestamp` gives the instant. */
  readonly lastUpdateDateTime?: string;
  readonly other?: readonly OtherMember[];
}

/**
 * An entry of the qualifications of a customer.
 *
 * @example
 * const answer = readQualifications(200, '[{"qualification":"Education","vettingStatus":"Approved"}]');
 * const entries: readonly QualificationEntry[] = answer.ok ? answer.value : [];
 * offerEligibility(entries, "Education").outcome; // "allowed"
 */
export interface QualificationEntry extends HeldQualification {
  readonly other?: readonly OtherMember[];
}

/**
 * A validation code of the partner as it was read.
 *
 * @example
 * const answer = readValidationCodes(200, '[{"validationId":"12345","remainingCreates":4}]');
 * const codes: readonly ValidationCodeEntry[] = answer.ok ? answer.value : [];
 * codes[0]?.validationId; // "12345"
 */
export interface ValidationCodeEntry extends PartnerValidationCode {
  readonly validationId: string;
  readonly other?: readonly OtherMember[];
}

/**
 * How an answer is read.
 *
 * @example
 * const options: ReadOptions = { messages: MESSAGES };
 * readFault(403, "", options).issue.message === MESSAGES.notPermitted; // true
 */
export interface ReadOptions extends MessageOptions {
  /** The header `Retry-After` of the answer, so that the message of a fault says how long to wait. A date is passed over. */
  readonly retryAfter?: string | number | null | undefined;
}

/**
 * The body of an answer, as `response.text()` gives it.
 *
 * @example
 * const body: ResponseBody = await response.text();
 */
export type ResponseBody = string | null | undefined;

/**
 * What is asked of every customer.
 *
 * @example
 * const options: BulkOptions = { segment: "Education" };
 * bulkEligibility('{"status":"Allowed","qualifications":[]}', options).tally.outcomes.blocked; // 1
 */
export interface BulkOptions extends MessageOptions {
  /** `newPurchase` unless given. */
  readonly transaction?: Transaction | null | undefined;
  /** The segment of the offer. Absent: only the account is judged. */
  readonly segment?: OfferSegment | null | undefined;
}

/**
 * Why a text was not read to its end.
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
   * The place of the first byte that cannot be there, of the end, or of a wrapped list: so many bytes come before it. A string counts
   * as UTF-8.
   */
  readonly offset: number;
  /** Its line, counted from 1. A line ends with a line feed, a carriage return, or both. */
  readonly line: number;
  /** Its column, counted from 1 in characters: an emoji that is one code point is one. A byte order mark is in no column. */
  readonly column: number;
  /** With `wrappedList`: the member that has the customers. */
  readonly params?: { readonly member: string };
}

/**
 * How many records have each outcome, and how many decisions name each rule.
 *
 * @example
 * const tally: BulkTally = bulkEligibility('[{"status":"Allowed"},{}]').tally;
 * tally.outcomes.undetermined; // 1
 * tally.rules; // { A1: 1, A9: 1 }
 */
export interface BulkTally {
  readonly outcomes: { readonly [outcome in Outcome]: number };
  /** The rules that at least one decision names. */
  readonly rules: { readonly [rule in RuleId]?: number };
}

/**
 * What came of a whole text.
 *
 * @example
 * const { outcomes, error }: BulkResult = bulkEligibility('[{"status":"NotAllowed"},oops');
 * Array.from(outcomes, (place) => OUTCOMES[place]); // ["blocked"]
 * error?.code; // "notJson"
 */
export interface BulkResult {
  /** For each record, in order, the place of its outcome in `OUTCOMES`. */
  readonly outcomes: Uint8Array;
  readonly tally: BulkTally;
  /** Why the text was not read to its end; absent when it was. */
  readonly error?: BulkError;
}

/**
 * What came of a piece of a text.
 *
 * @example
 * const bytes = new TextEncoder().encode('[{"status":"Allowed"},{}');
 * const batch = bulkReader();
 * const { outcomes, ends, decisions }: BulkPiece = batch.push(bytes);
 * outcomes.length; // 2
 * ends[0]; // 21
 * batch.decisions[decisions[0]]?.reasons[0]?.code; // "accountAllowed"
 */
export interface BulkPiece {
  /** For each record that ends in the piece, in order, the place of its outcome in `OUTCOMES`. */
  readonly outcomes: Uint8Array;
  /** For each of these records where it ends: so many bytes of the whole text come before that. */
  readonly ends: Float64Array;
  /** For each of these records the place of its decision in the `decisions` of the batch. */
  readonly decisions: Uint8Array;
}

/**
 * Decides for the customers of a text that comes in pieces. There is nothing to free.
 *
 * @example
 * const batch: BulkReader = bulkReader();
 * batch.push(new TextEncoder().encode('[{"status":"All'));
 * batch.push(new TextEncoder().encode('owed"}]')).outcomes.length; // 1
 * batch.finish();
 * batch.tally.outcomes.allowed; // 1
 */
export interface BulkReader {
  /**
   * Decides for the records that end in a piece, which can be cut off anywhere. After an error there are none.
   *
   * @throws TypeError if the argument has another type than declared, or the batch is finished.
   */
  push(bytes: Uint8Array | ArrayBuffer): BulkPiece;
  /**
   * Decides for the last record, if only the end of the text says that it is one.
   *
   * @throws TypeError if the batch is finished.
   */
  finish(): BulkPiece;
  /** What the records so far come to. */
  readonly tally: BulkTally;
  /** The different decisions so far, which are few, in the order in which they came: a later piece only adds to them. */
  readonly decisions: readonly Decision[];
  /** Why nothing more is read; absent when it is. */
  readonly error?: BulkError;
}
