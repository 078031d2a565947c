// The language of the form's texts. The texts of another one than English are loaded when it is chosen, not before.

import { announce } from "./announce.js";
import { ENGLISH, element } from "./dom.js";

const LANGUAGES = [
  { tag: ENGLISH, name: "English", load: async () => ({}) },
  { tag: "de", name: "Deutsch", load: () => import("partner-center-rules/messages/de") },
  { tag: "es", name: "Español", load: () => import("partner-center-rules/messages/es") },
  { tag: "fr", name: "Français", load: () => import("partner-center-rules/messages/fr") },
  { tag: "pt-BR", name: "Português (Brasil)", load: () => import("partner-center-rules/messages/pt-BR") },
  { tag: "ja", name: "日本語", load: () => import("partner-center-rules/messages/ja") },
];

export function languageSwitch(changed) {
  const current = { tag: ENGLISH, messages: undefined };
  const select = element(
    "select",
    { id: "form-language", autocomplete: "off", onchange: choose },
    LANGUAGES.map(({ tag, name }) => element("option", { value: tag, lang: tag }, name)),
  );
  const failure = element("p", { class: "language__failure", hidden: true });

  async function choose() {
    const wanted = LANGUAGES.find(({ tag }) => tag === select.value);
    failure.hidden = true;
    const texts = await wanted.load().catch(() => undefined);
    // Another one may have been chosen meanwhile.
    if (select.value !== wanted.tag) return;
    const name = element("span", { lang: wanted.tag }, wanted.name);
    if (texts === undefined) {
      select.value = current.tag;
      failure.replaceChildren("The texts in ", name, " did not arrive.");
      failure.hidden = false;
      announce(failure.textContent);
      return;
    }
    Object.assign(current, { tag: wanted.tag, messages: texts.messages });
    select.lang = wanted.tag;
    changed();
    announce(name);
  }

  const node = element(
    "div",
    { class: "language" },
    element("label", { for: select.id }, "Language of the form"),
    select,
    failure,
  );
  return { node, current };
}
