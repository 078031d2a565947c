// Takes the file, and what its customers are to be judged for.

import { LABELS, OFFER_SEGMENTS, TRANSACTIONS } from "partner-center-rules";
import { element } from "../dom.js";
import { grouped } from "../text.js";
import { formatHelp } from "./format-help.js";

const SIZES = [1_000, 100_000, 1_000_000];
const KINDS = { array: "JSON array", lines: "JSON lines", csv: "CSV" };

// `take` gets a file, `complain` what else was dropped, in words. `rejudge` is called when something else is asked.
export function intake({ take, complain, rejudge, sample }) {
  const input = element("input", { type: "file", id: "file-chosen", class: "visually-hidden", onchange: chosen });
  const drop = element(
    "div",
    { class: "drop", ondragover: over, ondragleave: leave, ondrop: dropped },
    element("p", {}, "Drop a JSON or CSV file here, or"),
    input,
    element("label", { class: "button button--main", for: input.id }, "Choose a file"),
  );
  const transaction = select(
    "file-transaction",
    TRANSACTIONS.map((value) => [value, LABELS.transaction[value]]),
  );
  const segment = select("file-segment", [
    ["", "Account alone"],
    ...OFFER_SEGMENTS.map((value) => [value, LABELS.offerSegment[value]]),
  ]);

  function select(id, options) {
    return element(
      "select",
      { id, onchange: rejudge },
      options.map(([value, label]) => element("option", { value }, label)),
    );
  }

  function chosen() {
    const [file] = input.files;
    // The same file can be chosen again.
    input.value = "";
    if (file) take(file);
  }

  function over(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    drop.classList.add("drop--over");
  }

  function leave({ relatedTarget }) {
    if (!drop.contains(relatedTarget)) drop.classList.remove("drop--over");
  }

  function dropped(event) {
    event.preventDefault();
    drop.classList.remove("drop--over");
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === "file");
    if (items.length === 0) complain("What was dropped is not a file.");
    else if (items.length > 1) complain("Drop one file. More than one cannot be judged at once.");
    else if (items[0].webkitGetAsEntry()?.isDirectory) complain("This is a folder. Drop a file.");
    else take(items[0].getAsFile());
  }

  // A file that misses its place would replace the page.
  for (const kind of ["dragover", "drop"])
    document.addEventListener(kind, (event) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    });

  return {
    nodes: [
      drop,
      element("div", { class: "field-row" }, field("Transaction", transaction), field("Offer segment", segment)),
      formatHelp(),
      sampleOffer(sample),
    ],
    options: () => ({ transaction: transaction.value, segment: segment.value || null }),
  };
}

function field(label, control) {
  return element("div", { class: "field" }, element("label", { for: control.id }, label), control);
}

function sampleOffer(sample) {
  const size = element(
    "select",
    { id: "file-sample-size" },
    SIZES.map((value) => element("option", { value }, `${grouped(value)} customers`)),
  );
  const kind = element(
    "select",
    { id: "file-sample-kind" },
    Object.entries(KINDS).map(([value, label]) => element("option", { value }, label)),
  );
  const make = (use) => () => sample({ count: Number(size.value), kind: kind.value }, use);
  const button = (text, use) =>
    element("button", { type: "button", class: "button button--small", onclick: make(use) }, text);
  return element(
    "fieldset",
    { class: "file-sample" },
    element("legend", {}, "No file at hand? Take made-up customers"),
    element("div", { class: "field-row" }, field("Sample size", size), field("Sample format", kind)),
    element("div", { class: "actions" }, button("Judge the sample", "judge"), button("Download the sample", "save")),
  );
}
