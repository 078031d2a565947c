// Shows what is wrong with a file, and where.

import { LABELS } from "partner-center-rules";
import { facts } from "../answer.js";
import { SYMBOLS } from "../decision.js";
import { element, icon, visuallyHidden } from "../dom.js";
import { grouped, sentence, verbatim } from "../text.js";

export function problemLine({ message, offset, line, text }) {
  return element(
    "div",
    { class: "file-problem" },
    element(
      "p",
      { class: "issue issue--error" },
      icon(SYMBOLS.blocked, "icon issue__symbol"),
      element("span", {}, visuallyHidden(`${LABELS.severity.error}: `), sentence(message)),
    ),
    line === undefined
      ? null
      : facts([
          ["Line", grouped(line)],
          ["Byte", grouped(offset)],
          ["There is", text === "" ? "the end of the file" : element("code", {}, verbatim(text))],
        ]),
  );
}
