// The records of a file: filtered by outcome and reason, with a way to any of them.

import { announce } from "../announce.js";
import { element } from "../dom.js";
import { outcomeFilter } from "../outcome-filter.js";
import { grouped } from "../text.js";
import { recordTable } from "./table.js";

export function recordList({ panel, choose }) {
  const outcomes = outcomeFilter({ name: "file-outcome", legend: "Outcome", onchange: narrowAloud });
  const reason = element("select", { id: "file-reason", onchange: narrowAloud });
  const jump = element("input", {
    id: "file-jump",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: "15",
    onkeydown: ({ key }) => key === "Enter" && go(),
  });
  const note = element("p", { class: "hint" });
  const count = element("p", { class: "muted count" });
  const empty = element("p", { class: "empty", hidden: true }, "No record matches the filters.");
  const table = recordTable({ choose });
  let shown;
  let offered = "";

  // The records that are listed, where not all are.
  function matching() {
    const [outcome, rule] = [outcomes.chosen(), reason.value];
    if (!outcome && !rule) return undefined;
    return shown.judged.matching(
      (decision) =>
        (!outcome || decision.outcome === outcome) && (!rule || decision.reasons.some((found) => found.rule === rule)),
    );
  }

  function narrow() {
    const records = matching();
    const all = shown.judged.count();
    const number = records?.length ?? all;
    table.list(records, number);
    count.textContent = `${grouped(number)} of ${grouped(all)} records`;
    empty.hidden = number > 0;
    table.node.hidden = number === 0;
  }

  function narrowAloud() {
    table.toTop();
    narrow();
    announce(count.textContent, "file-list");
  }

  function go() {
    const digits = jump.value.replaceAll(/[\s,.]/g, "");
    const number = /^[0-9]+$/.test(digits) ? Number(digits) : NaN;
    const isThere = number >= 1 && number <= shown.judged.count();
    note.textContent = isThere ? "" : `There are records 1 to ${grouped(shown.judged.count())}.`;
    if (isThere) table.goTo(number - 1);
    else announce(note.textContent, "file-list");
  }

  // The reasons that occur, as far as the file is read.
  function offer({ rules }) {
    const messages = new Map(
      shown.judged.decisions.flatMap((decision) => decision.reasons.map((each) => [each.rule, each.message])),
    );
    const options = Object.entries(rules).map(([rule, number]) => [
      rule,
      `${rule} (${grouped(number)}): ${messages.get(rule)}`,
    ]);
    const now = JSON.stringify(options);
    if (now === offered) return;
    offered = now;
    const chosen = reason.value;
    const nodes = options.map(([value, text]) => element("option", { value }, text.replaceAll("`", "")));
    reason.replaceChildren(element("option", { value: "" }, "All"), ...nodes);
    reason.value = Object.hasOwn(rules, chosen) ? chosen : "";
  }

  panel.replaceChildren(
    element("h3", {}, "Records"),
    element(
      "div",
      { class: "filters" },
      outcomes.node,
      element("div", { class: "field" }, element("label", { for: reason.id }, "Reason"), reason),
      element(
        "div",
        { class: "field" },
        element("label", { for: jump.id }, "Go to record"),
        element(
          "div",
          { class: "file-jump" },
          jump,
          element("button", { type: "button", class: "button", onclick: go }, "Go"),
        ),
        note,
      ),
    ),
    table.node,
    empty,
    count,
  );

  return {
    open(file) {
      shown = file;
      outcomes.reset();
      reason.replaceChildren();
      offered = "";
      jump.value = "";
      note.textContent = "";
      table.open(file);
    },
    update(tally) {
      outcomes.count(tally.outcomes);
      offer(tally);
      narrow();
    },
  };
}
