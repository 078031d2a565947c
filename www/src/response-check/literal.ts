// Converts near-JSON to JSON: literals of Python and JavaScript, typographic quotation marks, trailing commas. Numbers and
// texts keep their characters. The package validates the values.

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", "`": "`", "“": "”", "„": "“", "‘": "’" };
const WORDS: Readonly<Record<string, string>> = { True: "true", False: "false", None: "null", undefined: "null", NaN: "null" };
const TOKEN = /\s+|[{}[\]:,]|-?\d[\w.+-]*|[A-Za-z_$][\w$]*/y;

/** Converts a literal to JSON. Returns `undefined` for other text. */
export function literalToJson(text: string): string | undefined {
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    // The prefixes of Python's strings.
    const prefix = /^[bru]{1,2}(?=['"])/i.exec(text.slice(at, at + 3))?.[0] ?? "";
    const closing = CLOSING[text[at + prefix.length] ?? ""];
    if (closing !== undefined) {
      const found = readString(text, at + prefix.length + 1, closing);
      if (!found) return undefined;
      tokens.push(JSON.stringify(found.value));
      at = found.end;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return undefined;
    at += token.length;
    if (token.trim() !== "") tokens.push(token);
  }
  const json = tokens.map(asJson).join("");
  return isJson(json) ? json : undefined;
}

function asJson(token: string, index: number, tokens: readonly string[]): string {
  const next = tokens[index + 1];
  if (token === "," && (next === "}" || next === "]")) return "";
  if (!/^[A-Za-z_$]/.test(token)) return token;
  return next === ":" ? JSON.stringify(token) : (WORDS[token] ?? token);
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", 0: "\0" };

function readString(text: string, start: number, closing: string): { value: string; end: number } | undefined {
  let value = "";
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === closing) return { value, end: at + 1 };
    if (character !== "\\") {
      value += character;
      continue;
    }
    const code = /^(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(text.slice(at + 1, at + 6));
    if (code) value += String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? "", 16));
    else value += ESCAPES[text[at + 1] ?? ""] ?? text[at + 1] ?? "";
    at += code ? code[0].length : 1;
  }
  return undefined;
}

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
