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
  /** The seconds of the header `Retry-After`. */
  readonly retryAfter?: string;
  readonly body: string;
  readonly assumptions: readonly Assumption[];
}

interface Found {
  readonly status?: string | undefined;
  readonly body: string;
  readonly assumptions?: readonly Assumption[];
}

const HTTP_STATUS = /^[1-5]\d\d$/;
const RETRY_AFTER = /\bretry-after\W+(?:value\W+)?(\d+)/i;

/** Recognises the response in a text: a body, or the output of curl, a browser, PowerShell or a program. */
export function recogniseResponse(pasted: string): PastedResponse {
  const text = unwrapped(pasted);
  const found = exchange(text) ?? recording(text) ?? shownByTool(text) ?? { body: text };
  const { body, assumptions } = readable(found.body);
  const told = [...(found.assumptions ?? []), ...assumptions];
  if (found.status !== undefined) {
    if (!HTTP_STATUS.test(found.status)) return { body, assumptions: ["statusInvalid", ...told] };
    const retryAfter = RETRY_AFTER.exec(text)?.[1];
    return { httpStatus: Number(found.status), body, assumptions: told, ...(retryAfter && { retryAfter }) };
  }
  const httpStatus = statusThatFits(body);
  return { httpStatus, body, assumptions: [httpStatus === 200 ? "statusAssumed" : "statusFromError", ...told] };
}

// Removes what surrounds copied text: a byte order mark, white space, the fence of a code block, the marks of a quoted
// mail, and the command that was entered.
function unwrapped(pasted: string): string {
  const lines = pasted.replaceAll(/\r\n?/g, "\n").trim();
  const text = lines.split("\n").every((line) => line.startsWith(">")) ? lines.replaceAll(/^> ?/gm, "") : lines;
  const fenced = /^(```|~~~)\w*\n([\s\S]*?)\n\1$/.exec(text)?.[2] ?? text;
  return fenced
    .replace(COMMAND, "")
    .replaceAll(/^PS [^>\n]*>.*\n?/gm, "")
    .replaceAll(/<Response \[(\d+)\]>/g, "HTTP $1\n")
    .trim();
}

// A command of curl, with the lines that continue it. Something has to follow it.
const COMMAND = /^(?:\S*[$#>%] ?)?curl(?:\.exe)? (?:.*[\\^`]\n)*.*(?<![\\^`])\n/;

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
  /\bHTTP(?:\/[\d.]+)?(?: status| error)?(?: code)?[ :]+([1-5]\d\d)\b/i,
  /^\s*:?(?:status ?code|code d.état|código de (?:estado|status)|ステータス ?コード|状態コード|status|statut|estado)\s*[:：]?\s*(\d+)/im,
  /\bstatus code(?: does not indicate success)?:? (\d+)/i,
  /\((\d{3})\)\s+\p{L}/u,
  /\b(\d{3}) \(\p{L}/u,
  /\b(\d{3}) (?:Client|Server) Error\b/,
  /\b([1-5]\d\d)\s+(?:OK|Created|Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Too Many Requests|Internal Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out)\b/i,
];

// The text of a tool, with the body in it or without one.
function shownByTool(text: string): Found | undefined {
  if (HTTP_STATUS.test(text)) return { status: text, body: "", assumptions: ["statusFromText"] };
  if (isJson(text) || literalToJson(text) !== undefined) return undefined;
  const trailing = trailingStatus(text);
  if (trailing || /^["'`]/.test(text)) return trailing;
  const { values, isCut } = valuesIn(text);
  const outside = values.reduce((rest, body) => rest.replaceAll(body, " "), text);
  // A text that begins with a body and has another one is not the text of a tool.
  if (/^[[{]/.test(text) && (values.length !== 1 || /[[{"]/.test(outside))) return undefined;
  const status = NAMED_STATUS.map((pattern) => pattern.exec(outside)?.[1]).find((found) => found !== undefined);
  const list = status === undefined && values.every((value) => value.length === 2) ? (listed(text) ?? tabulated(text)) : undefined;
  if (list !== undefined) return { body: list, assumptions: ["literalRead"] };
  if (values.length === 1 && !isCut) return { status, body: values[0] ?? "", assumptions: ["textLeftOut"] };
  return status === undefined ? undefined : { status, body: values.length === 0 && !isCut && !/^\s*</.test(text) ? "" : text, assumptions: ["statusFromText"] };
}

// `curl -w "%{http_code}"` writes the status after the body.
function trailingStatus(text: string): Found | undefined {
  const [, body, status] = /^([\s\S]*[}\]"])\s*([1-5]\d\d)$/.exec(text) ?? [];
  return body !== undefined && isJson(body) ? { status, body } : undefined;
}

// PowerShell shows an object as a list of names and values, several objects below each other, and an object in a text
// as `@{name=value; ...}`.
function listed(text: string): string | undefined {
  const inline = /^@\{([^{}]*)\}$/.exec(text)?.[1];
  const lines = inline === undefined ? text.split("\n") : inline.split(/; ?/).map((pair) => pair.replace("=", " : "));
  const objects: Map<string, string>[] = [];
  for (const line of lines.filter((line) => line.trim() !== "")) {
    const [, name, value = ""] = /^\s*([A-Za-z]\w*)\s*:(?: (.*))?$/.exec(line) ?? [];
    if (name === undefined) return undefined;
    const last = objects.at(-1);
    if (last && !last.has(name)) last.set(name, value.trim());
    else objects.push(new Map([[name, value.trim()]]));
  }
  return asBody(objects);
}

// PowerShell shows objects as a table: a line of names, a line of dashes, and a line for each object.
function tabulated(text: string): string | undefined {
  const [head = "", dashes = "", ...others] = text.split("\n").slice(text.split("\n").findIndex((line) => /^-[- ]*$/.test(line)) - 1);
  const end = others.findIndex((line) => line.trim() === "");
  const rows = end < 0 ? others : others.slice(0, end);
  const names = head.trim().split(/ +/);
  const starts = [...dashes.matchAll(/-+/g)].map(({ index }) => index);
  // A long value reaches beyond the dashes of its column, on the left or on the right: a column ends where every line has a space.
  const cuts = starts.slice(1).map((start, column) => {
    const from = (starts[column] ?? 0) + (names[column]?.length ?? 0);
    return [...dashes.slice(from, start)].findLastIndex((_, index) => rows.every((row) => (row[from + index] ?? " ") === " ")) + from;
  });
  const isTable = /^[- ]*-[- ]*$/.test(dashes) && names.length === starts.length && names.every((name, column) => head.startsWith(name, starts[column]));
  if (!isTable || cuts.some((cut, column) => cut < (starts[column] ?? 0) + (names[column]?.length ?? 0))) return undefined;
  const cells = (row: string) => names.map((name, column): [string, string] => [name, row.slice(cuts[column - 1] ?? 0, cuts[column]).trim()]);
  return asBody(rows.map((row) => new Map(cells(row).filter(([, cell]) => cell !== ""))));
}

function asBody(objects: readonly ReadonlyMap<string, string>[]): string | undefined {
  const [first, ...others] = objects.map((object) => Object.fromEntries(object));
  return first && JSON.stringify(others.length === 0 ? first : [first, ...others]);
}

// The different objects and arrays in a text, and whether it ends inside of one. What is inside a value is never taken
// as a value of its own: it would have another meaning.
function valuesIn(text: string): { values: readonly string[]; isCut: boolean } {
  const values = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== "{" && text[at] !== "[") continue;
    const end = valueEnd(text, at);
    if (end === undefined) return { values: [...values], isCut: true };
    const value = text.slice(at, end);
    if (isJson(value) || literalToJson(value) !== undefined) values.add(value);
    at = end - 1;
  }
  return { values: [...values], isCut: false };
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
    [bodyBefore(body), "textLeftOut"],
  ];
  const [json, assumption] = forms.find(([form]) => form !== undefined && isJson(form)) ?? [];
  return json === undefined || assumption === undefined ? { body, assumptions: [] } : unstrung(json, [assumption]);
}

// The body before other text, such as the last line of curl -v or the next prompt.
function bodyBefore(text: string): string | undefined {
  const [value = "", ...others] = valuesIn(text).values;
  const isBefore = others.length === 0 && value !== "" && text.startsWith(value) && !/[[{"]/.test(text.slice(value.length));
  return isBefore ? (literalToJson(value) ?? value) : undefined;
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
