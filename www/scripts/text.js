// Text that others wrote: shown as it is, kept apart from the text around it, with nothing hidden in it.

import { element } from "./dom.js";

const LONGEST = 2000;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

export function verbatim(text) {
  return element("bdi", { class: "verbatim" }, visible(text, false));
}

// Where there is room for nothing but text.
export function plain(text) {
  return visible(text, false)
    .map((part) => part.textContent ?? part)
    .join("");
}

// A whole body: line breaks and tabs lay it out and stay.
export function verbatimBlock(text) {
  return element("pre", { class: "body", tabindex: "0" }, element("bdi", {}, visible(text, true)));
}

// A sentence of the package: what stands between backticks is a value.
export function sentence(text) {
  const parts = text.split("`");
  const balanced = parts.length % 2 === 1;
  return element(
    "span",
    { class: "sentence" },
    balanced ? parts.map((part, index) => (index % 2 ? element("code", {}, verbatim(part)) : part)) : text,
  );
}

// A number as it is read.
export function grouped(number) {
  return number.toLocaleString("en-GB");
}

function visible(text, block) {
  const parts = [];
  let run = "";
  let shown = 0;
  for (const character of text) {
    if (shown === LONGEST) break;
    shown += 1;
    if (!INVISIBLE.test(character) || (block && /[\n\r\t]/.test(character))) {
      run += character;
      continue;
    }
    parts.push(run, element("span", { class: "code-point" }, codePoint(character)));
    run = "";
  }
  parts.push(run);
  if (shown === LONGEST && text.length > LONGEST) {
    parts.push(element("span", { class: "code-point" }, `cut: ${text.length} characters in all`));
  }
  return parts;
}

function codePoint(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
