// What the service answered, read into values.

import * as given from "./arguments.js";
import type { HeldQualification } from "./decisions.js";
import type { Issue, MessageOptions, PartnerValidationCode } from "./form.js";
import { instance } from "./instance.js";
import { result } from "./results.js";
import { speakerOf } from "./speaker.js";
import type { CodedIssue, Speaker } from "./speaker.js";
import { LONGEST_NAME, MODES, OPERATIONS, UPDATE_OPERATIONS } from "./tables.js";
import type { FaultOrigin, Mode, Operation } from "./tables.js";

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
 * Reads the answer to `requests.readValidationStatus`. A 404 that says that there is no account status is the status `NoAccountStatus`.
 *
 * @throws TypeError if an argument has another type than declared. Nothing in an answer is an error.
 * @example
 * const answer = readValidationStatus(200, '{"type":"account","status":"Allowed"}');
 * if (answer.ok) answer.value.status; // "Allowed"
 * else answer.fault.issue.message; // what to do next
 */
export function readValidationStatus(httpStatus: number, body: ResponseBody, options?: ReadOptions): Answer<ValidationStatus> {
  return read("readValidationStatus", httpStatus, body, options);
}

/**
 * Reads the answer to `requests.readQualification`: a bare JSON string.
 *
 * @throws TypeError if an argument has another type than declared. Nothing in an answer is an error.
 * @example
 * readQualification(200, '"education"'); // { ok: true, value: { qualification: "Education", recognised: true } }
 */
export function readQualification(
  httpStatus: number,
  body: ResponseBody,
  options?: ReadOptions,
): Answer<{ readonly qualification: string; readonly recognised: boolean }> {
  return read("readQualification", httpStatus, body, options);
}

/**
 * Reads the answer to `requests.readQualifications`. The entries are what other calls take as `held`.
 *
 * @throws TypeError if an argument has another type than declared. Nothing in an answer is an error.
 * @example
 * const answer = readQualifications(response.status, await response.text());
 * qualificationOptions({ held: answer.ok ? answer.value : null });
 */
export function readQualifications(
  httpStatus: number,
  body: ResponseBody,
  options?: ReadOptions,
): Answer<readonly QualificationEntry[]> {
  return read("readQualifications", httpStatus, body, options);
}

/**
 * Reads the answer to `requests.setQualification`: the entry, usually in review.
 *
 * @throws TypeError if an argument has another type than declared. Nothing in an answer is an error.
 * @example
 * const answer = readUpdate("asynchronous", response.status, await response.text());
 * if (!answer.ok) show(answer.fault.issue.path[0], answer.fault.issue.message);
 */
export function readUpdate(
  mode: Mode | null | undefined,
  httpStatus: number,
  body: ResponseBody,
  options?: ReadOptions,
): Answer<QualificationEntry> {
  const place = given.place(MODES, mode, "mode", 0);
  return read(UPDATE_OPERATIONS[MODES[place] as Mode], httpStatus, body, options);
}

/**
 * Reads the answer to `requests.readValidationCodes`. With one entry that cannot be read the list is not known.
 *
 * @throws TypeError if an argument has another type than declared. Nothing in an answer is an error.
 * @example
 * const codes = readValidationCodes(response.status, await response.text());
 * checkForm(form, { held, validationCodes: codes.ok ? codes.value : null });
 */
export function readValidationCodes(
  httpStatus: number,
  body: ResponseBody,
  options?: ReadOptions,
): Answer<readonly ValidationCodeEntry[]> {
  const answer = read<ValidationCodeEntry[]>("readValidationCodes", httpStatus, body, options);
  return answer.ok ? { ok: true, value: answer.value.map(withNumbers) } : answer;
}

/** A count that no number has exactly leaves WebAssembly as a BigInt. */
function withNumbers(code: ValidationCodeEntry): ValidationCodeEntry {
  const counts = (["maxCreates", "remainingCreates"] as const).filter((name) => typeof code[name] === "bigint");
  return counts.length === 0 ? code : { ...code, ...Object.fromEntries(counts.map((name) => [name, Number(code[name])])) };
}

/**
 * Reads any answer as a fault: whether to try again, with whom the cause lies, which field it belongs to, and what to do next.
 *
 * @throws TypeError if an argument has another type than declared. Nothing in an answer is an error.
 * @example
 * readFault(404, '{"code":60003}').issue.path; // ["customerId"]
 * readFault(503, "<html>").isRetryable; // true
 * readFault(0, null).issue.code; // "noAnswer": the connection was lost, or the caller waited no longer
 */
export function readFault(httpStatus: number, body: ResponseBody, options?: ReadOptions): Fault {
  const status = given.httpStatus(httpStatus, "httpStatus");
  const text = given.body(body, "body");
  const { messages, retryAfter } = readOptions(options);
  return spoken(result(instance().read_fault(status, text, retryAfter)), messages);
}

/**
 * The instant of a time of the service, in milliseconds since 1970 as `new Date` takes them; UTC when the text names no offset.
 * `null` where the text is no instant.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * new Date(readTimestamp("2021-07-14T18:02:00") ?? NaN).toISOString(); // "2021-07-14T18:02:00.000Z"
 */
export function readTimestamp(text: string): number | null {
  const instant = instance().read_timestamp(given.name(text, "text"));
  return Number.isNaN(instant) ? null : instant;
}

function read<T>(operation: Operation, httpStatus: unknown, body: unknown, options: unknown): Answer<T> {
  const status = given.httpStatus(httpStatus, "httpStatus");
  const text = given.body(body, "body");
  const { messages, retryAfter } = readOptions(options);
  const answer = result<Extract<Answer<T>, { ok: true }> | { readonly ok: false; readonly fault: CodedFault }>(
    instance().read_response(OPERATIONS.indexOf(operation), status, text, retryAfter),
  );
  return answer.ok ? answer : { ok: false, fault: spoken(answer.fault, messages) };
}

/** A fault as it leaves WebAssembly. */
type CodedFault = Omit<Fault, "issue"> & { readonly issue: CodedIssue };

function spoken(fault: CodedFault, messages: Speaker): Fault {
  return { ...fault, issue: messages.issue(fault.issue) };
}

function readOptions(value: unknown): { messages: Speaker; retryAfter: string } {
  const options = given.options(value, "options", ["messages", "retryAfter"]);
  const retryAfter = given.member(options, "retryAfter") ?? "";
  if (typeof retryAfter !== "string" && typeof retryAfter !== "number") {
    throw given.misuse("options.retryAfter", "a string, a number, null or undefined", retryAfter);
  }
  return { messages: speakerOf(options, "options"), retryAfter: String(retryAfter).slice(0, LONGEST_NAME + 1) };
}
