// Recognises a response in pasted text: its HTTP status, its body, and the assumptions that were needed.

import { explainPurchaseRefusal, readFault, readQualification, readQualifications, readUpdate, readValidationCodes, readValidationStatus } from "partner-center-rules";

import { isJson, literalToJson } from "./literal";

/** An assumption about a text, or how it was read. */
export type Assumption =
  | "statusAssumed"
  | "statusFromError"
  | "statusFromText"
  | "statusInvalid"
  | "lastResponse"
  | "literalRead"
  | "stringUnwrapped"
  | "textLeftOut";

export interface PastedResponse {
  /** Absent if the text has an invalid one. */
  readonly httpStatus?: number;
  readonly body: string;
  readonly assumptions: readonly Assumption[];
}

interface Found {
  readonly status?: string | undefined;
  readonly body: string;
  readonly assumptions?: readonly Assumption[];
}

const HTTP_STATUS = /^[1-5]\d\d$/;

/** Recognises the response in a text: a body, or the output of curl, a browser, PowerShell or a program. */
export function recogniseResponse(pasted: string): PastedResponse {
  const text = unwrapped(pasted);
  const found = exchange(text) ?? recording(text) ?? shownByTool(text) ?? { body: text };
  const { body, assumptions } = readable(found.body);
  const told = [...(found.assumptions ?? []), ...assumptions];
  if (found.status !== undefined) {
    if (HTTP_STATUS.test(found.status)) return { httpStatus: Number(found.status), body, assumptions: told };
    return { body, assumptions: ["statusInvalid", ...told] };
  }
  const httpStatus = statusThatFits(body);
  return { httpStatus, body, assumptions: [httpStatus === 200 ? "statusAssumed" : "statusFromError", ...told] };
}

// Removes what surrounds copied text: a byte order mark, white space, the fence of a code block.
function unwrapped(pasted: string): string {
  const text = pasted.replaceAll(/\r\n?/g, "\n").trim();
  return /^```\w*\n([\s\S]*?)\n```$/.exec(text)?.[1]?.trim() ?? text;
}

const STATUS_LINE = /^(?:<\s*)?HTTP\/[\d.]+\s+(\S+)/;
const HEADER = /^(?:<\s*)?(?::?[\w-]+)\s*:/;

// The status lines, headers and body that curl prints. Redirects, proxies and interim responses come before the last one.
function exchange(text: string): Found | undefined {
  const first = text.split("\n").findIndex((line) => STATUS_LINE.test(line));
  if (first < 0 || isJson(text)) return undefined;
  // The lines that curl -v prints besides the response.
  const lines = text.split("\n").slice(first).filter((line) => !/^(?:[*>]|[{}] \[)/.test(line));
  let status: string | undefined;
  let blocks = 0;
  let at = 0;
  while (STATUS_LINE.test(lines[at] ?? "")) {
    status = STATUS_LINE.exec(lines[at] ?? "")?.[1];
    blocks += 1;
    at += 1;
    while (HEADER.test(lines[at] ?? "")) at += 1;
    while (at < lines.length && /^<?\s*$/.test(lines[at] ?? "")) at += 1;
  }
  return { status, body: lines.slice(at).join("\n"), assumptions: blocks > 1 ? ["lastResponse"] : [] };
}

const STATUS_MEMBERS = ["status", "statusCode", "httpStatus", "StatusCode"];
const BODY_MEMBERS = ["body", "data", "content", "Content", "text"];

// A HAR archive or an entry of it, or a response object of a program, with status and body as members.
function recording(text: string): Found | undefined {
  const value = isJson(text) ? (JSON.parse(text) as unknown) : undefined;
  const entries = member(member(value, "log"), "entries");
  const entry: unknown = Array.isArray(entries) ? entries.at(-1) : value;
  const response = member(entry, "response") ?? entry;
  const status = STATUS_MEMBERS.map((name) => member(response, name)).find((found) => typeof found === "number");
  if (status === undefined) return undefined;
  const assumptions: Assumption[] = Array.isArray(entries) && entries.length > 1 ? ["lastResponse"] : [];
  const content = BODY_MEMBERS.map((name) => member(response, name)).find((found) => found !== undefined && found !== null);
  const inner = member(content, "text");
  const body = typeof inner === "string" ? (member(content, "encoding") === "base64" ? fromBase64(inner) : inner) : content;
  // A body that contains its HTTP status.
  if (body === undefined) return entry === response && entry === value ? { status: String(status), body: text } : { status: String(status), body: "", assumptions };
  return { status: String(status), body: typeof body === "string" ? body : JSON.stringify(body), assumptions };
}

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>)[name] : undefined;

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

// The names of the status in tools: browser panels (in the languages of this page), PowerShell, .NET, Python, axios.
const NAMED_STATUS = [
  /^\s*(?:status ?code|code d.état|código de (?:estado|status)|ステータス ?コード|状態コード|status|statut|estado)\s*[:：]?\s*(\d+)/im,
  /\bstatus code(?: does not indicate success)?:? (\d+)/i,
  /\((\d{3})\)\s+\p{L}/u,
  /\b(\d{3}) \(\p{L}/u,
  /\b(\d{3}) (?:Client|Server) Error\b/,
  /\b([1-5]\d\d)\s+(?:OK|Created|Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Too Many Requests|Internal Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out)\b/i,
];

// The text of a tool, with the body in it or without one.
function shownByTool(text: string): Found | undefined {
  if (isJson(text) || /^[[{"'`]/.test(text) || literalToJson(text) !== undefined) return trailingStatus(text);
  const bodies = [...new Set(valuesIn(text))];
  const outside = bodies.reduce((rest, body) => rest.replaceAll(body, " "), text);
  const status = NAMED_STATUS.map((pattern) => pattern.exec(outside)?.[1]).find((found) => found !== undefined);
  const list = listed(text);
  if (list !== undefined) return { status: undefined, body: list, assumptions: ["literalRead"] };
  if (bodies.length === 1) return { status, body: bodies[0] ?? "", assumptions: ["textLeftOut"] };
  return status === undefined ? undefined : { status, body: bodies.length === 0 && !/^\s*</.test(text) ? "" : text, assumptions: ["statusFromText"] };
}

// `curl -w "%{http_code}"` writes the status after the body.
function trailingStatus(text: string): Found | undefined {
  const [, body, status] = /^([\s\S]*[}\]"])\s*([1-5]\d\d)$/.exec(text) ?? [];
  return body !== undefined && isJson(body) ? { status, body } : undefined;
}

// PowerShell shows an object as a list of names and values.
function listed(text: string): string | undefined {
  const pairs = text.split("\n").filter((line) => line.trim() !== "").map((line) => /^\s*([A-Za-z]\w*)\s*:(?: (\D.*)?)?$/.exec(line));
  if (pairs.some((pair) => pair === null)) return undefined;
  return JSON.stringify(Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", pair?.[2]?.trim() ?? ""])));
}

// The objects and arrays inside a text.
function* valuesIn(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== "{" && text[at] !== "[") continue;
    const end = valueEnd(text, at);
    const value = end === undefined ? undefined : text.slice(at, end);
    if (value === undefined || (!isJson(value) && literalToJson(value) === undefined)) continue;
    yield value;
    at += value.length - 1;
  }
}

function valueEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let quote = "";
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (quote) {
      if (character === "\\") at += 1;
      else if (character === quote) quote = "";
    } else if (character === '"' || (character === "'" && /[[{:,\s]/.test(text[at - 1] ?? ""))) quote = character;
    else if (character === "{" || character === "[") depth += 1;
    else if ((character === "}" || character === "]") && (depth -= 1) === 0) return at + 1;
  }
  return undefined;
}

// A body that is not JSON, but can be converted to JSON.
function readable(text: string): { body: string; assumptions: readonly Assumption[] } {
  const body = text.trim();
  if (isJson(body)) return unstrung(body, []);
  const forms: (readonly [string | undefined, Assumption])[] = [
    [literalToJson(body), "literalRead"],
    // A cell of a table, and text with escaped quotation marks.
    [/^"[\s\S]*"$/.test(body) ? body.slice(1, -1).replaceAll('""', '"') : undefined, "stringUnwrapped"],
    [body.replaceAll('\\"', '"'), "stringUnwrapped"],
  ];
  const [json, assumption] = forms.find(([form]) => form !== undefined && isJson(form)) ?? [];
  return json === undefined || assumption === undefined ? { body, assumptions: [] } : unstrung(json, [assumption]);
}

// JSON in a string of JSON.
function unstrung(body: string, assumptions: readonly Assumption[]): { body: string; assumptions: readonly Assumption[] } {
  const value: unknown = JSON.parse(body);
  const inner = typeof value === "string" && /^\s*[[{"]/.test(value) ? value.trim() : undefined;
  return inner !== undefined && isJson(inner) ? unstrung(inner, ["stringUnwrapped"]) : { body, assumptions };
}

const OF_ERRORS = [404, 403, 400, 409, 401];

// The HTTP status of a body that came without one: 200, unless the package knows it as an error that comes with another.
function statusThatFits(body: string): number {
  const qualification = readQualification(200, body);
  const isRead =
    [readValidationStatus(200, body), readQualifications(200, body), readUpdate("asynchronous", 200, body), readValidationCodes(200, body)].some(({ ok }) => ok) ||
    (qualification.ok && qualification.value.recognised);
  return isRead ? 200 : (OF_ERRORS.find((status) => isKnownError(status, body)) ?? 200);
}

const isKnownError = (status: number, body: string) =>
  readValidationStatus(status, body).ok ||
  explainPurchaseRefusal(status, body) !== null ||
  readFault(status, body).issue.code !== readFault(status, "{}").issue.code;
