import { describe, expect, it } from "vitest";

import { catalogue as english } from "./en";
import { chooseLocale, LOCALES, type Locale, loadCatalogue } from "./locales";

const placeholders = (text: string) => Object.keys(names(text));
const names = (text: string) => Object.fromEntries([...text.matchAll(/\{(\w+)(?=[,}])/g)].filter(([, name]) => name !== "one" && name !== "other").map(([, name]) => [name, true]));

describe("chooseLocale", () => {
  it("chooses the first known language, of any region", () => {
    expect(chooseLocale(["", "it-IT", "de-AT", "fr"])).toBe("de");
    expect(chooseLocale(["pt-PT"])).toBe("pt-BR");
    expect(chooseLocale(["EN-gb"])).toBe("en");
    expect(chooseLocale([])).toBe("en");
  });
});

describe("catalogues", () => {
  it.each(Object.keys(LOCALES))("%s has every text, with the same placeholders", async (locale) => {
    const { texts } = await loadCatalogue(locale as Locale);
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      const translated = texts[key as keyof typeof english];
      expect(translated.trim(), key).not.toBe("");
      expect(new Set(placeholders(translated)), key).toEqual(new Set(placeholders(text)));
    }
  });
});
