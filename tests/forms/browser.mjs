// A page in jsdom, for libraries that need one. Import before React.

import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><title>A form</title>", { pretendToBeVisual: true });
const NAMES = [
  "document", "navigator", "Element", "HTMLElement", "HTMLInputElement", "HTMLFormElement", "HTMLButtonElement",
  "HTMLSelectElement", "HTMLTextAreaElement", "HTMLFieldSetElement", "HTMLCollection", "NodeList", "Node", "Event", "InputEvent",
  "FocusEvent", "SubmitEvent", "CustomEvent", "MutationObserver", "FormData", "File", "FileList", "DataTransfer", "getComputedStyle",
];
const globals = { window, ...Object.fromEntries(NAMES.map((name) => [name, window[name]])), IS_REACT_ACT_ENVIRONMENT: true };
for (const [name, value] of Object.entries(globals)) {
  if (value !== undefined) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

const { act, createElement } = await import("react");
const { createRoot } = await import("react-dom/client");

/** Renders a component in a new page while an action uses it. */
export async function show(Component, action) {
  const place = document.body.appendChild(document.createElement("main"));
  const root = createRoot(place);
  await act(async () => root.render(createElement(Component)));
  try {
    return await action(place);
  } finally {
    await act(async () => root.unmount());
    place.remove();
  }
}

/** Fills in a form like a user, and submits it. */
export async function submit(place, filled) {
  for (const [field, text] of Object.entries(filled)) {
    const input = place.querySelector(`[name=${field}]`);
    if (text !== "") await act(async () => type(input, text));
  }
  await act(async () => place.querySelector("button").click());
}

function type(input, text) {
  input.focus();
  // Bypasses React's setter on the element, so that React notices the change.
  Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, "value").set.call(input, text);
  input.dispatchEvent(new window.Event("input", { bubbles: true }));
  input.blur();
}
