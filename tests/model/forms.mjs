// Second implementation of the check of a whole form: its value, and the changes that were made.

import { check, pasted, trimAround } from "./requests.mjs";

const trimmed = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
const hasSpace = (text) => trimmed(text) !== text;
/** Scheme, host and port of a website. */
const start = (text) => /^(?:https?:\/\/)?[^/?#]*/i.exec(trimAround(text))[0];
/** White space and quotation marks around a text. */
const around = (text, middle) => text.replace(middle, "");
const hasSpaceAround = (text, middle) => /\p{White_Space}/u.test(around(text, middle));
const hasUnseenAround = (text, middle) => /[^\p{White_Space}"'´`«»‘’‚‛“”„‟‹›「」『』〝〞〟＂＇｀]/u.test(around(text, middle));
const core = (text) => pasted(text).core;
/** Whether an id is not inside a URL. The changes to the characters of a URL are not reported. */
const isBare = (text) => !pasted(text).isAddress;

/** The changes that are reported for an accepted text, and the condition for each. */
const CHANGES = {
  customerId: {
    whiteSpaceRemoved: (text) => hasSpaceAround(text, core(text)),
    invisibleRemoved: (text) => hasUnseenAround(text, core(text)),
    quotesRemoved: (text) => pasted(text).hasQuotes,
    bracesRemoved: (text) => /^[{｛]/.test(core(text)),
    parenthesesRemoved: (text) => /^[(（]/.test(core(text)),
    urnPrefixRemoved: (text) => isBare(text) && core(text).length > 40 && /^[uUｕＵ]/.test(core(text)),
    addressRemoved: (text) => !isBare(text),
    fullWidthReplaced: (text) => isBare(text) && /[\uff01-\uff5e]/.test(text),
    dashesReplaced: (text) => isBare(text) && /[\u2010-\u2015\u2212]/.test(core(text)),
    hyphensAdded: (text) => /(?:^|,)[0-9a-f]{32}(?:,|$)/i.test(pasted(text).digits),
    lowerCased: (text) => /[A-F]/.test(pasted(text).digits),
  },
  website: {
    whiteSpaceRemoved: (text) => hasSpaceAround(text, trimAround(text)),
    invisibleRemoved: (text) => hasUnseenAround(text, trimAround(text)),
    dotsReplaced: (text) => /[。．｡]/.test(start(text)),
    lowerCased: (text) => /[A-Z]/.test(start(text)),
    trailingSlashRemoved: (text) => trimAround(text) === `${start(text)}/`,
  },
  validationCode: {
    whiteSpaceRemoved: hasSpace,
    fullWidthReplaced: (text, mode) => mode === "asynchronous" && /[０-９]/.test(text),
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
  // A blank field is absent, even if the context has its value.
  const isGiven = (text) => typeof text === "string" && trimmed(text) !== "";
  const given = Object.keys(CHANGES).filter((path) => value[path] !== undefined && isGiven(form[path]));
  return given.flatMap((path) =>
    Object.entries(CHANGES[path]).filter(([, applies]) => applies(form[path], mode)).map(([code]) => ({ path, code })),
  );
}
