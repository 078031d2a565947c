// What the service answered, read into values.

import type {
  Answer,
  Fault,
  QualificationEntry,
  ReadOptions,
  ResponseBody,
  ValidationCodeEntry,
  ValidationStatus,
} from "./types.js";
import * as given from "../boundary/validate-arguments.js";
import { instance } from "../boundary/instance.js";
import { result } from "../boundary/results.js";
import { catalogueIn } from "../messages/message-catalogue.js";
import type { CodedIssue, MessageCatalogue } from "../messages/message-catalogue.js";
import { LONGEST_NAME, MODES, OPERATIONS, UPDATE_OPERATIONS } from "../generated/tables.js";
import type { Mode, Operation } from "../generated/tables.js";

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

function spoken(fault: CodedFault, messages: MessageCatalogue): Fault {
  return { ...fault, issue: messages.issue(fault.issue) };
}

function readOptions(value: unknown): { messages: MessageCatalogue; retryAfter: string } {
  const options = given.options(value, "options", ["messages", "retryAfter"]);
  const retryAfter = given.member(options, "retryAfter") ?? "";
  if (typeof retryAfter !== "string" && typeof retryAfter !== "number") {
    throw given.misuse("options.retryAfter", "a string, a number, null or undefined", retryAfter);
  }
  return { messages: catalogueIn(options, "options"), retryAfter: String(retryAfter).slice(0, LONGEST_NAME + 1) };
}
