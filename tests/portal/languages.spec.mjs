// Every text of the portal in every language.

import { choose, CONTOSO, expect, reviewGcc, SOUTHRIDGE, test } from "./portal.mjs";

const LOCALES = ["de", "es", "fr", "ja", "pt-BR"];

// What is the same in several languages: names of products, formats and standards.
const SAME = [
  /^(SYNC|STATUS|STATUS2|ASYNC|GETQ|ENUM|CODES|EDU|SEGMENT|VERIFY|ERRORS|HEADERS|CHANGES|SAMPLE|[A-Z]\d+)$/u,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
  /^(GET|POST|PUT|HTTP \d+)$/u,
  /^(English|Deutsch|Español|Français|日本語|Português \(Brasil\))$/u,
  /^2041\d+( · .*)?$/u,
  /^Education$/u,
  /^Qualification$/u,
];

// What is pressed on the way through the pages.
const BUTTONS = {
  "en": { "next": "Continue", "submit": "Set qualification", "sandbox": "Sandbox only: simulate Microsoft's decision" },
  "de": { "next": "Weiter", "submit": "Qualifikation jetzt festlegen", "sandbox": "Nur Sandbox: Entscheidung von Microsoft simulieren" },
  "es": { "next": "Continuar", "submit": "Establecer calificación", "sandbox": "Solo en el entorno de pruebas: simular la decisión de Microsoft" },
  "fr": { "next": "Continuer", "submit": "Définir la qualification", "sandbox": "Bac à sable uniquement : simuler la décision de Microsoft" },
  "ja": { "next": "続行", "submit": "資格を設定", "sandbox": "サンドボックスのみ: Microsoft の判断をシミュレートする" },
  "pt-BR": { "next": "Avançar", "submit": "Definir qualificação", "sandbox": "Somente na área restrita: simular a decisão da Microsoft" }
};

/** What a page says to those who see it and to those who hear it, but for the texts of others. */
function textsOf(page) {
  return page.evaluate(() => {
    const texts = new Set([document.title]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isOthers = node.parentElement.closest("bdi, script, noscript, style, [lang]");
      if (!isOthers) texts.add(node.data.trim());
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
      for (const name of ["aria-label", "title", "placeholder"])
        if (element.hasAttribute(name) && !element.closest("[lang]:not(html)")) texts.add(element.getAttribute(name).trim());
    }
    return [...texts].filter((text) => /\p{L}{2}/u.test(text));
  });
}

/** Goes through the pages and gives the texts of each. */
async function pages(browser, baseURL, locale) {
  const context = await browser.newContext({ baseURL, locale });
  const page = await context.newPage();
  const texts = new Map();
  const words = BUTTONS[locale];
  const take = async (name) => {
    await page.waitForLoadState("networkidle");
    for (const summary of await page.locator("main button[aria-expanded='false']").all()) await summary.click();
    texts.set(name, await textsOf(page));
  };
  for (const address of ["/customers", "/customers?search=nobody", `/customers/${CONTOSO}`, `/customers/${SOUTHRIDGE}`, "/customers/493e7c6a-d2f5-4b80-8a19-16b7d4e0c5f0", "/customers/x", "/check-response", "/bulk-check", "/rules", "/rules/A2", "/rules/none", "/nothing"]) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await take(address);
  }
  await page.goto(`/customers/${CONTOSO}/set-qualification`);
  await page.getByRole("radio").first().waitFor();
  await take("choose");
  await page.locator("main").getByRole("radio", { name: /GCC/ }).check();
  await page.getByRole("button", { name: words.next, exact: true }).click();
  await take("details");
  await page.getByRole("combobox").selectOption("2041187");
  await page.getByRole("button", { name: words.next, exact: true }).click();
  await page.getByRole("button", { name: words.submit, exact: true }).waitFor();
  await take("review");
  await page.route("**/qualifications", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.getByRole("button", { name: words.submit, exact: true }).click();
  await page.getByRole("alert").or(page.locator(".fui-MessageBar")).first().waitFor();
  await page.waitForTimeout(500);
  await take("failure");
  await page.unroute("**/qualifications");
  await page.locator(".fui-MessageBar button").first().click();
  await page.getByRole("group", { name: words.sandbox }).waitFor();
  await take("result");
  const state = { lang: await page.locator("html").getAttribute("lang"), texts };
  await context.close();
  return state;
}

test.beforeEach(async ({ control }) => control("DELETE", "/data"));

// Each worker reads the English texts once.
let english;

for (const locale of LOCALES) {
  test(`no English is left in ${locale}, and the page says which language it is`, async ({ browser, baseURL, control }) => {
    english ??= await pages(browser, baseURL, "en");
    expect(english.lang).toBe("en");
    await control("DELETE", "/data");
    const { lang, texts } = await pages(browser, baseURL, locale);
    expect(lang).toBe(locale);
    const left = [...texts].flatMap(([name, found]) =>
      found.filter((text) => english.texts.get(name).includes(text) && !SAME.some((pattern) => pattern.test(text))).map((text) => `${name}: ${text}`),
    );
    expect(left).toEqual([]);
  });
}

test("a language is chosen, remembered, and loaded only then", async ({ page }) => {
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto("/rules");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(loaded.filter((url) => /\/(de|es|fr|ja|pt-BR)-/.test(url))).toEqual([]);
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regeln");
  await expect(page).toHaveTitle("Regeln – Partner Center-Regeln");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regeln");
});

test("a language that does not arrive leaves the page as it was, and is said", async ({ page }) => {
  await page.goto("/rules");
  await page.route("**/assets/ja-*.js", (route) => route.abort("aborted"));
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitemradio", { name: "日本語" }).click();
  await expect(page.getByRole("alert")).toHaveText("The language couldn't be loaded. Try again.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rules");
});

test("messages that are shown change with the language", async ({ page }) => {
  await choose(page, CONTOSO, "Education");
  await page.getByRole("textbox", { name: /Website/ }).fill("a b");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose an education segment");
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(page.locator("form")).toContainText("Wählen Sie ein Bildungssegment aus");
  await expect(page.locator("form")).not.toContainText("Choose");
});

test("the review is in the words of the labels", async ({ page }) => {
  await reviewGcc(page);
  await expect(page.locator("main")).not.toContainText("GovernmentCommunityCloud");
});
