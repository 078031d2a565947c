// The languages of the portal: the page's own texts and those of the package, loaded when they are chosen.

import type { Messages } from "partner-center-rules";

import type { catalogue as english } from "./en";

/** The key of a text of the page. */
export type TextKey = keyof typeof english;

/** Every text of the page in one language. */
export type Texts = Readonly<Record<TextKey, string>>;

/** The parts of a language. The package has its English texts built in. */
export interface Catalogue {
  readonly texts: Texts;
  readonly messages: Messages | undefined;
}

/** The languages, each with its name in that language. */
export const LOCALES = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  ja: "日本語",
  "pt-BR": "Português (Brasil)",
} as const;

export type Locale = keyof typeof LOCALES;

const LOADERS: Record<Locale, () => Promise<[{ catalogue: Texts }, { messages: Messages }?]>> = {
  en: () => Promise.all([import("./en")]),
  de: () => Promise.all([import("./de"), import("partner-center-rules/messages/de")]),
  es: () => Promise.all([import("./es"), import("partner-center-rules/messages/es")]),
  fr: () => Promise.all([import("./fr"), import("partner-center-rules/messages/fr")]),
  ja: () => Promise.all([import("./ja"), import("partner-center-rules/messages/ja")]),
  "pt-BR": () => Promise.all([import("./pt-BR"), import("partner-center-rules/messages/pt-BR")]),
};

/** Loads a language. Rejects if a file of it cannot be loaded. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  const [page, rules] = await LOADERS[locale]();
  return { texts: page.catalogue, messages: rules?.messages };
}

const STORED = "portal.locale";

/** Returns the saved language, or else the first supported language of the browser, or else English. */
export function preferredLocale(): Locale {
  return chooseLocale([localStorage.getItem(STORED) ?? "", ...navigator.languages]);
}

/** Remembers the language for the next visit. */
export function storeLocale(locale: Locale) {
  localStorage.setItem(STORED, locale);
}

/** Returns the first supported language of a list: an exact match, or the same language in another region. */
export function chooseLocale(wanted: readonly string[]): Locale {
  const known = Object.keys(LOCALES) as Locale[];
  const language = (tag: string) => tag.toLowerCase().split("-")[0];
  for (const tag of wanted) {
    const found =
      known.find((locale) => locale.toLowerCase() === tag.toLowerCase()) ??
      known.find((locale) => language(locale) === language(tag));
    if (found) return found;
  }
  return "en";
}
