// One record of the file: every reason for its decision, and the text that was judged.

import { outcomeBadge, reasonList } from "../decision.js";
import { facts } from "../answer.js";
import { element } from "../dom.js";
import { grouped, verbatim, verbatimBlock } from "../text.js";

export function recordDetails(panel) {
  let wanted;

  return {
    clear() {
      wanted = undefined;
      panel.replaceChildren(
        element("h3", {}, "Record"),
        element("p", { class: "empty" }, "Choose a row to see its reasons."),
      );
    },
    async show(index, { judged, source }) {
      wanted = index;
      const { name, id, status, text } = await source.read(index);
      if (wanted !== index) return;
      const { outcome, reasons } = judged.decisionOf(index);
      panel.replaceChildren(
        element("h3", {}, `Record ${grouped(index + 1)}`),
        facts([
          name && ["Customer", verbatim(name)],
          id && ["ID", verbatim(id)],
          ["Account status", status ? verbatim(status) : element("span", { class: "muted" }, "Not given")],
        ]),
        element("p", { class: "why__head" }, outcomeBadge(outcome)),
        reasonList(reasons),
        element("h4", {}, "The record as it came"),
        text === undefined
          ? element("p", { class: "empty" }, "It cannot be read any more: the file was changed, moved or deleted.")
          : verbatimBlock(text),
      );
    },
  };
}
