// Reads responses of the service.

import type {
  Answer,
  Fault,
  QualificationEntry,
  ReadOptions,
  ResponseBody,
  ValidationCodeEntry,
  ValidationStatus,
} from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { instance } from "../boundary/instance.js";
import { result } from "../boundary/results.js";
import { catalogueIn } from "../messages/message-catalogue.js";
import type { CodedIssue, MessageCatalogue } from "../messages/message-catalogue.js";
import { LONGEST_NAME, MODES, OPERATIONS, UPDATE_OPERATIONS } from "../generated/tables.js";
import type { Mode, Operation } from "../generated/tables.js";

/**
 * Reads the response to `requests.readValidationStatus`. A 404 which states that there is no account status is the status
 * `NoAccountStatus`.
 *
 * @throws TypeError if an argument has another type than declared. The content of a response never throws.
 * @example
 * const result = readValidationStatus(200, '{"type":"account","status":"Allowed"}');
 * if (result.ok) result.value.status; // "Allowed"
 * else result.fault.issue.message; // what to do next
 */
export function readValidationStatus(httpStatus: number, body: ResponseBody, options?: ReadOptions): Answer<ValidationStatus> {
  return read("readValidationStatus", httpStatus, body, options);
}

/**
 * Reads the response to `requests.readQualification`, which is only a JSON string.
 *
 * @throws TypeError if an argument has another type than declared. The content of a response never throws.
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
 * Reads the response to `requests.readQualifications`. Pass the entries to other calls as `held`.
 *
 * @throws TypeError if an argument has another type than declared. The content of a response never throws.
 * @example
 * const result = readQualifications(response.status, await response.text());
 * qualificationOptions({ held: result.ok ? result.value : null });
 */
export function readQualifications(
  httpStatus: number,
  body: ResponseBody,
  options?: ReadOptions,
): Answer<readonly QualificationEntry[]> {
  return read("readQualifications", httpStatus, body, options);
}

/**
 * Reads the response to `requests.setQualification`: the new entry, which is usually in review.
 *
 * @throws TypeError if an argument has another type than declared. The content of a response never throws.
 * @example
 * const result = readUpdate("asynchronous", response.status, await response.text());
 * if (!result.ok) show(result.fault.issue.path[0], result.fault.issue.message);
 */
export function readUpdate(
  mode: Mode | null | undefined,
  httpStatus: number,
  body: ResponseBody,
  options?: ReadOptions,
): Answer<QualificationEntry> {
  const index = args.indexOf(MODES, mode, "mode", 0);
  return read(UPDATE_OPERATIONS[MODES[index] as Mode], httpStatus, body, options);
}

/**
 * Reads the response to `requests.readValidationCodes`. If one entry cannot be read, the result is a fault.
 *
 * @throws TypeError if an argument has another type than declared. The content of a response never throws.
 * @example
 * const codes = readValidationCodes(response.status, await response.text());
 * checkForm(form, { held, validationCodes: codes.ok ? codes.value : null });
 */
export function readValidationCodes(
  httpStatus: number,
  body: ResponseBody,
  options?: ReadOptions,
): Answer<readonly ValidationCodeEntry[]> {
  const codes = read<ValidationCodeEntry[]>("readValidationCodes", httpStatus, body, options);
  return codes.ok ? { ok: true, value: codes.value.map(withNumbers) } : codes;
}

/** Converts the counts to numbers. WebAssembly returns a BigInt for a count that a number cannot represent exactly. */
function withNumbers(code: ValidationCodeEntry): ValidationCodeEntry {
  const counts = (["maxCreates", "remainingCreates"] as const).filter((name) => typeof code[name] === "bigint");
  return counts.length === 0 ? code : { ...code, ...Object.fromEntries(counts.map((name) => [name, Number(code[name])])) };
}

/**
 * Reads any response as a fault: whether to send the request again, what caused the fault, which field it concerns, and what to do next.
 *
 * @throws TypeError if an argument has another type than declared. The content of a response never throws.
 * @example
 * readFault(404, '{"code":60003}').issue.path; // ["customerId"]
 * readFault(503, "<html>").isRetryable; // true
 * readFault(0, null).issue.code; // "noAnswer": the connection was lost, or the request timed out
 */
export function readFault(httpStatus: number, body: ResponseBody, options?: ReadOptions): Fault {
  const status = args.httpStatus(httpStatus, "httpStatus");
  const text = args.body(body, "body");
  const { messages, retryAfter } = readOptions(options);
  return withMessage(result(instance().read_fault(status, text, retryAfter)), messages);
}

/**
 * Converts a time of the service to milliseconds since 1970, as `new Date` takes them. A time without an offset is in UTC. Returns `null`
 * if the text is not a valid time.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * new Date(readTimestamp("2021-07-14T18:02:00") ?? NaN).toISOString(); // "2021-07-14T18:02:00.000Z"
 */
export function readTimestamp(text: string): number | null {
  const instant = instance().read_timestamp(args.name(text, "text"));
  return Number.isNaN(instant) ? null : instant;
}

function read<T>(operation: Operation, httpStatus: unknown, body: unknown, options: unknown): Answer<T> {
  const status = args.httpStatus(httpStatus, "httpStatus");
  const text = args.body(body, "body");
  const { messages, retryAfter } = readOptions(options);
  const response = result<Extract<Answer<T>, { ok: true }> | { readonly ok: false; readonly fault: CodedFault }>(
    instance().read_response(OPERATIONS.indexOf(operation), status, text, retryAfter),
  );
  return response.ok ? response : { ok: false, fault: withMessage(response.fault, messages) };
}

/** A fault as WebAssembly returns it. */
type CodedFault = Omit<Fault, "issue"> & { readonly issue: CodedIssue };

function withMessage(fault: CodedFault, messages: MessageCatalogue): Fault {
  return { ...fault, issue: messages.issue(fault.issue) };
}

function readOptions(value: unknown): { messages: MessageCatalogue; retryAfter: string } {
  const options = args.options(value, "options", ["messages", "retryAfter"]);
  const retryAfter = args.member(options, "retryAfter") ?? "";
  if (typeof retryAfter !== "string" && typeof retryAfter !== "number") {
    throw args.misuse("options.retryAfter", "a string, a number, null or undefined", retryAfter);
  }
  return { messages: catalogueIn(options, "options"), retryAfter: String(retryAfter).slice(0, LONGEST_NAME + 1) };
}
