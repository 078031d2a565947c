// Chooses an outcome, or all, and says how many there are of each.

import { LABELS, OUTCOMES } from "partner-center-rules";
import { element } from "./dom.js";
import { grouped } from "./text.js";

export function outcomeFilter({ name, legend, onchange }) {
  const options = [["", "All"], ...OUTCOMES.map((outcome) => [outcome, LABELS.outcome[outcome]])].map(
    ([value, label], index) => ({
      value,
      label,
      number: element("small"),
      input: element("input", { type: "radio", name, value, checked: index === 0, onchange }),
    }),
  );
  const node = element(
    "fieldset",
    { class: "segmented" },
    element("legend", {}, legend),
    options.map(({ input, label, number }) => element("label", {}, input, element("span", {}, label, " ", number))),
  );
  return {
    node,
    chosen: () => options.find(({ input }) => input.checked).value,
    reset() {
      options[0].input.checked = true;
    },
    // Of each outcome so many.
    count(numbers) {
      const all = Object.values(numbers).reduce((sum, number) => sum + number, 0);
      for (const { value, number } of options) number.textContent = grouped(value ? (numbers[value] ?? 0) : all);
    },
  };
}
