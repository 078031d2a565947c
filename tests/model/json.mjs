// Reads JSON for the model: like JSON.parse, but keeps the source text of each value.

const MOST_BYTES = 1_048_576;
const MOST_DEPTH = 64;
const TOKEN = /[ \t\r\n]*("(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+)/y;

/**
 * Returns a text as an object (its members in order), an array (its items) or another value; undefined if it is not JSON, too long
 * or nested too deeply.
 */
export function read(text) {
  const written = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (new TextEncoder().encode(text).length > MOST_BYTES) return undefined;
  try {
    JSON.parse(written);
  } catch {
    return undefined;
  }
  const tokens = [...tokensOf(written)];
  if (tokens.some(({ depth }) => depth > MOST_DEPTH)) return undefined;
  return node(written, tokens);
}

/** Returns the tokens with their offsets and nesting depths. */
function* tokensOf(text) {
  let depth = 0;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const token = found[1];
    const opens = token === "[" || token === "{";
    const closes = token === "]" || token === "}";
    if (opens) depth += 1;
    yield { token, depth, start: TOKEN.lastIndex - token.length, end: TOKEN.lastIndex };
    if (closes) depth -= 1;
  }
}

function node(text, tokens) {
  const raw = text.slice(tokens[0].start, tokens.at(-1).end);
  const kind = kindOf(raw);
  if (kind === "object") {
    return {
      kind,
      raw,
      members: parts(tokens).map(([name, , ...value]) => ({ name: textOf(name.token), value: node(text, value) })),
    };
  }
  if (kind === "array") return { kind, raw, items: parts(tokens).map((item) => node(text, item)) };
  return { kind, raw, value: kind === "string" ? textOf(raw) : kind === "number" ? raw : JSON.parse(raw) };
}

/** Splits the content of an array or object at its commas. */
function parts(tokens) {
  const depth = tokens[0].depth;
  const found = [[]];
  for (const token of tokens.slice(1, -1)) {
    if (token.token === "," && token.depth === depth) found.push([]);
    else found.at(-1).push(token);
  }
  return found.filter((part) => part.length > 0);
}

function textOf(raw) {
  return JSON.parse(raw).toWellFormed();
}

function kindOf(raw) {
  const kinds = { "{": "object", "[": "array", '"': "string", t: "boolean", f: "boolean", n: "null" };
  return kinds[raw[0]] ?? "number";
}
