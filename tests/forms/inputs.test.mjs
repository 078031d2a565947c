// The attributes of an input from a plan and its issues, spread in each library: the input is the same everywhere, and no library
// writes a warning.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { show } from "./browser.mjs";
import { CONTEXT } from "./contract.mjs";

import { JSDOM } from "jsdom";
import { FIELDS, checkForm, fieldAttributes, fieldPlan } from "partner-center-rules";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { compile } from "svelte/compiler";
import { render } from "svelte/server";
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";

const { issues } = checkForm({ customerId: "x", qualification: "GovernmentCommunityCloud", validationCode: "x y" }, CONTEXT);
const PLANS = fieldPlan("GovernmentCommunityCloud", CONTEXT);
const ariaOf = (field) => fieldAttributes(field, issues, { hint: `${field}-hint` });
const htmlOf = ({ field, input }) => ({ ...input, ...ariaOf(field) });
const reactOf = ({ field, inputProps }) => ({ ...inputProps, ...ariaOf(field) });

/** Returns the attributes of the input in a piece of HTML. */
function attributes(html) {
  const input = new JSDOM(html).window.document.querySelector("input");
  return Object.fromEntries([...input.attributes].map(({ name, value }) => [name, value]));
}

/** Returns the console output of an action. */
async function consoleOutput(action) {
  const written = [];
  const originals = ["error", "warn"].map((name) => [name, console[name]]);
  for (const [name] of originals) console[name] = (...words) => written.push(words.map(String).join(" "));
  try {
    await action();
  } finally {
    for (const [name, original] of originals) console[name] = original;
  }
  return written;
}

/** Renders an input of a Svelte component on a server. */
async function svelte(given) {
  const source = "<script>let { attributes } = $props();</script><input {...attributes} />";
  const { js } = compile(source, { generate: "server", filename: "Input.svelte" });
  const code = js.code.replace(/(from |import )'(svelte[^']*)'/g, (_, word, name) => `${word}'${import.meta.resolve(name)}'`);
  const { default: Input } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return render(Input, { props: { attributes: given } }).body;
}

const WAYS = {
  "HTML, with setAttribute": (plan) => {
    const input = new JSDOM("").window.document.createElement("input");
    for (const [name, value] of Object.entries(htmlOf(plan))) input.setAttribute(name, value);
    return input.outerHTML;
  },
  "Vue 3": (plan) => renderToString(createSSRApp({ template: '<input v-bind="attributes">', data: () => ({ attributes: htmlOf(plan) }) })),
  "Svelte 5": (plan) => svelte(htmlOf(plan)),
  "React 19, on a server": (plan) => renderToStaticMarkup(createElement("input", reactOf(plan))),
  "React 19, in a page": (plan) => show(() => createElement("input", reactOf(plan)), (place) => place.innerHTML),
};

/** The expected attributes of an input. */
const EXPECTED = {
  customerId: { inputmode: "text", "aria-invalid": "true", "aria-describedby": "customerId-hint customerId-error" },
  qualification: { inputmode: "text", "aria-describedby": "qualification-hint" },
  educationSegment: { inputmode: "text", "aria-describedby": "educationSegment-hint" },
  website: { inputmode: "url", "aria-describedby": "website-hint" },
  validationCode: { inputmode: "numeric", "aria-invalid": "true", "aria-describedby": "validationCode-hint validationCode-error" },
};

describe("The attributes of an input", () => {
  for (const [way, rendered] of Object.entries(WAYS)) {
    it(`can be spread in ${way}, without a warning`, async () => {
      assert.deepEqual(PLANS.map(({ field }) => field), [...FIELDS]);
      for (const plan of PLANS) {
        let html;
        assert.deepEqual(await consoleOutput(async () => { html = await rendered(plan); }), []);
        const common = { maxlength: String(plan.input.maxlength), autocomplete: "off", spellcheck: "false" };
        assert.deepEqual(attributes(html), { ...common, ...EXPECTED[plan.field] });
      }
    });
  }

  it("have the names of React in inputProps alone: those of HTML make React warn", async () => {
    const warnings = await consoleOutput(() => renderToStaticMarkup(createElement("input", htmlOf(PLANS[0]))));
    assert.ok(warnings.some((words) => words.includes("Invalid DOM property")), warnings.join("\n"));
  });

  it("have the same values under both names", () => {
    for (const { input, inputProps } of PLANS) {
      const inSmallLetters = Object.entries(inputProps).map(([name, value]) => [name.toLowerCase(), value]);
      assert.deepEqual(Object.fromEntries(inSmallLetters), input);
    }
  });
});
