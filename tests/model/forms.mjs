// A second opinion on the check of a form as a whole: the value that is made of it, and what was changed on the way.

import { check } from "./requests.mjs";

const trimmed = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
const hasSpace = (text) => trimmed(text) !== text;
/** Scheme, host and port of a website. */
const start = (text) => /^(?:https?:\/\/)?[^/?#]*/i.exec(trimmed(text))[0];

/** What can be said of a text that was accepted, and of which texts it is said. */
const CHANGES = {
  customerId: {
    whiteSpaceRemoved: hasSpace,
    bracesRemoved: (text) => trimmed(text).startsWith("{"),
    urnPrefixRemoved: (text) => /^urn:/i.test(trimmed(text)),
    lowerCased: (text) => /[A-F]/.test(trimmed(text).replace(/^urn:uuid:/i, "")),
  },
  website: {
    whiteSpaceRemoved: hasSpace,
    lowerCased: (text) => /[A-Z]/.test(start(text)),
    trailingSlashRemoved: (text) => trimmed(text) === `${start(text)}/`,
  },
  validationCode: {
    whiteSpaceRemoved: hasSpace,
    fullWidthDigitsReplaced: (text, mode) => mode === "asynchronous" && /[０-９]/.test(text),
    leadingZerosRemoved: (text, mode) => mode === "synchronous" && trimmed(text).startsWith("0"),
  },
};

export function checkForm({ form, context = {} }) {
  const { value, issues, warnings } = check(form, context);
  if (issues.length > 0) return { ok: false, issues, warnings };
  const mode = context.mode ?? "asynchronous";
  return { ok: true, value: { mode, ...value }, warnings, changes: changes(form, value, mode) };
}

function changes(form, value, mode) {
  // A blank field is absent, also where the page has what it is for.
  const isGiven = (text) => typeof text === "string" && trimmed(text) !== "";
  const given = Object.keys(CHANGES).filter((path) => value[path] !== undefined && isGiven(form[path]));
  return given.flatMap((path) =>
    Object.entries(CHANGES[path]).filter(([, applies]) => applies(form[path], mode)).map(([code]) => ({ path, code })),
  );
}
