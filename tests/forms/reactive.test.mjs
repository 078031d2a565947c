// Forms and purchases as frameworks keep them: instances of classes with accessors, proxies, elements. They are read like plain
// objects. Objects that only refer to their data are refused.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { CONTEXT, CUSTOMER } from "./contract.mjs";

import { JSDOM } from "jsdom";
import { checkForm, offerEligibility, purchaseEligibility, qualificationSchema } from "partner-center-rules";
import { compileModule } from "svelte/compiler";
import { computed, reactive, readonly, ref, shallowReactive } from "vue";

const PURCHASE = { status: "Allowed", held: [], segment: "Education" };
const FORM = { customerId: CUSTOMER, qualification: "Education", educationSegment: "K12", website: "https://www.example.edu" };
const ENTRY = { qualification: "Education", vettingStatus: "InReview" };

/** A class with `$state` members, as compiled by Svelte for a page. */
async function svelteClass(members) {
  const fields = Object.entries(members).map(([name, value]) => `${name} = $state(${JSON.stringify(value)});`);
  const { js } = compileModule(`export class State { ${fields.join(" ")} }`, { generate: "client", filename: "state.svelte.js" });
  const code = js.code.replace(/(from |import )'(svelte[^']*)'/g, (_, word, name) => `${word}'${import.meta.resolve(name)}'`);
  const { State } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  assert.deepEqual(Object.keys(new State()), []);
  return State;
}

/** An element whose members are accessors of its class, like those of Lit. */
function element(members) {
  const { window } = new JSDOM("");
  const State = class extends window.HTMLElement {};
  for (const [name, value] of Object.entries(members)) Object.defineProperty(State.prototype, name, { get: () => value, enumerable: true });
  window.customElements.define("x-state", State);
  return new State();
}

const MAKES = {
  "a class of Svelte 5": async (members) => new (await svelteClass(members))(),
  "a reactive object of Vue 3": (members) => reactive({ ...members }),
  "a reactive instance of a class in Vue 3": (members) => {
    class State {
      get [Symbol.toStringTag]() { return "State"; }
    }
    for (const [name, value] of Object.entries(members)) Object.defineProperty(State.prototype, name, { get: () => value });
    return reactive(new State());
  },
  "a read-only object of Vue 3": (members) => readonly(shallowReactive({ ...members })),
  "an element of a web component": element,
};

describe("State of a framework", () => {
  for (const [name, make] of Object.entries(MAKES)) {
    it(`is read like a plain object: ${name}`, async () => {
      assert.deepEqual(purchaseEligibility(await make(PURCHASE)), purchaseEligibility(PURCHASE));
      assert.equal(purchaseEligibility(PURCHASE).outcome, "blocked");
      assert.deepEqual(checkForm(await make(FORM), await make(CONTEXT)), checkForm(FORM, CONTEXT));
      assert.deepEqual(qualificationSchema(CONTEXT)["~standard"].validate(await make(FORM)), { value: checkForm(FORM, CONTEXT).value });
      assert.deepEqual(offerEligibility([await make(ENTRY)], "Education"), offerEligibility([ENTRY], "Education"));
      assert.equal(offerEligibility([ENTRY], "Education").outcome, "blocked");
    });
  }

  it("is refused if it only refers to its data", () => {
    for (const reference of [ref(FORM), computed(() => FORM)]) {
      assert.throws(() => checkForm(reference, CONTEXT), { name: "TypeError", message: /^form must be an object, not a reference\. Give form\.value\.$/ });
      assert.equal(checkForm(reference.value, CONTEXT).ok, true);
    }
  });

  it("is refused if it is a form element or its FormData", () => {
    const { window } = new JSDOM('<form><input name="customerId"><input name="mode"></form>');
    const form = window.document.forms[0];
    for (const [given, message] of [
      [form, "form must be an object, not an HTMLFormElement. Give Object.fromEntries(new FormData(form))."],
      [new window.FormData(form), "form must be an object, not a FormData. Give Object.fromEntries(form)."],
    ]) {
      assert.throws(() => checkForm(given, CONTEXT), { name: "TypeError", message });
      assert.deepEqual(qualificationSchema(CONTEXT)["~standard"].validate(given).issues.map(({ message }) => message), [`The ${message}`]);
    }
    assert.throws(() => checkForm({}, form), { name: "TypeError", message: /^context must be an object, not an HTMLFormElement\./ });
    assert.throws(() => checkForm(window.document.querySelector("input"), CONTEXT), { name: "TypeError", message: /not an HTMLInputElement\./ });
  });
});
