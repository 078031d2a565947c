// The texts of a page, in every language.

import { expect } from "./portal.mjs";

/** The languages of the portal, as named in its menu. */
const NAMES = { en: "English", de: "Deutsch", es: "Español", fr: "Français", ja: "日本語", "pt-BR": "Português (Brasil)" };
export const LOCALES = Object.keys(NAMES).filter((locale) => locale !== "en");

/** Selects a language in the menu of the page. Clicks within the page, since some tests do so a hundred times. */
export function speak(page, locale) {
  return page.evaluate(
    async ({ locale, name }) => {
      const until = async (find) => {
        for (;;) {
          const found = find();
          if (found) return found;
          await new Promise(requestAnimationFrame);
        }
      };
      (await until(() => document.querySelector("header [aria-haspopup=menu]"))).click();
      const items = () => [...document.querySelectorAll("[role=menuitemradio]")];
      (await until(() => items().find((item) => item.textContent === name))).click();
      await until(() => document.documentElement.lang === locale && items().length === 0);
    },
    { locale, name: NAMES[locale] },
  );
}

/** Returns the visible and accessible texts of a page, without external text. */
function textsOf(page) {
  return page.evaluate(() => {
    const texts = new Set([document.title]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isOthers = node.parentElement.closest("bdi, textarea, script, noscript, style, [lang]:not(html)");
      if (!isOthers) texts.add(node.data.trim());
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
      for (const name of ["aria-label", "title", "placeholder"])
        if (element.hasAttribute(name) && !element.closest("[lang]:not(html)")) texts.add(element.getAttribute(name).trim());
    }
    return [...texts].filter((text) => /\p{L}{2}/u.test(text));
  });
}

// A page that has changed its language can need a moment to show all of it.
const PATIENCE = 5_000;

/** Returns, by language, the texts of a page that are the same as in English, except those that may be. */
export async function leftInEnglish(page, same) {
  const folded = page.locator("main button[aria-expanded='false']");
  while ((await folded.count()) > 0) await folded.first().click();
  const english = await textsOf(page);
  expect(english.length).toBeGreaterThan(5);
  const isLeft = (text) => english.includes(text) && !same.some((pattern) => pattern.test(text));
  const left = [];
  for (const locale of LOCALES) {
    await speak(page, locale);
    const end = Date.now() + PATIENCE;
    let both;
    do both = (await textsOf(page)).filter(isLeft);
    while (both.length > 0 && Date.now() < end);
    left.push(...both.map((text) => `${locale}: ${text}`));
  }
  await speak(page, "en");
  return left;
}
