// The form for everyone: in six languages, by keyboard alone, on a small screen and enlarged, in every colour scheme.

import assert from "node:assert/strict";

import { LABELS, MESSAGES, checkForm, fieldPlan } from "../../pkg/dist/index.js";
import { messages as german } from "../../pkg/dist/messages/de.js";
import {
  CUSTOMER,
  area,
  check,
  choose,
  description,
  errors,
  fits,
  hasFocus,
  isRead,
  listen,
  passesAxe,
  portalTest,
  radio,
  sees,
  seesNot,
  shown,
  spoiltPortalTest,
} from "./portal-page.mjs";

const { GovernmentCommunityCloud: GCC } = LABELS.qualification;
const LANGUAGES = { Deutsch: "de", Español: "es", Français: "fr", "Português (Brasil)": "pt-BR", 日本語: "ja" };
const UNKNOWN = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const form = (page) => area(page, "Set a qualification").locator("form");
const speak = (page, label) => page.getByLabel("Language of the form").selectOption({ label });
const inLanguage = (page, lang) => page.locator(`form[lang="${lang}"]`).waitFor();
const languageOf = (locator) => locator.evaluate((node) => node.closest("[lang]").lang);

portalTest("nothing of a language is loaded before it is chosen, and then only that", {}, async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await isRead(page);
  assert.deepEqual(
    asked.filter((path) => path.includes("/messages/")),
    [],
  );
  for (const [name, lang] of Object.entries(LANGUAGES)) {
    asked.length = 0;
    await speak(page, name);
    await inLanguage(page, lang);
    assert.deepEqual(asked, [`/pkg/messages/${lang}.js`]);
    const { messages } = await import(`../../pkg/dist/messages/${lang}.js`);
    for (const plan of fieldPlan("", { messages }).filter(({ shown }) => shown))
      await sees(form(page), plan.label, shown(plan.hint));
  }
  await speak(page, "English");
  await inLanguage(page, "en-GB");
  await sees(form(page), MESSAGES.customerIdLabel, shown(MESSAGES.customerIdHint));
});

portalTest("messages that already stand there change with the language", {}, async (page) => {
  const heard = await listen(page);
  await page.getByLabel("Customer ID").fill("3x");
  await radio(page, GCC).check();
  await check(page);
  const said = (messages) => {
    const { issues, warnings } = checkForm(
      { customerId: "3x", qualification: "GovernmentCommunityCloud" },
      { messages },
    );
    return { issues: issues.map(({ message }) => shown(message)), warning: shown(warnings[0].message) };
  };
  const summary = page.getByRole("group", { name: "This cannot be sent yet" });
  assert.deepEqual(await errors(page), said().issues);
  await heard();
  await speak(page, "Deutsch");
  await inLanguage(page, "de");
  assert.notDeepEqual(said(german).issues, said().issues);
  assert.deepEqual(await errors(page), said(german).issues);
  assert.deepEqual(await summary.getByRole("link").allInnerTexts(), said(german).issues);
  await sees(form(page), said(german).warning, shown(german.cannotBeSet));
  await seesNot(form(page), said().warning, shown(MESSAGES.cannotBeSet));
  assert.ok((await description(page.getByLabel(german.customerIdLabel))).includes(said(german).issues[0]));
  assert.deepEqual(await heard(), ["Deutsch"], "what has been said is not said again in another language");
  assert.equal(await languageOf(page.locator("#announcer > *")), "de");

  await page.getByLabel(german.customerIdLabel).fill(`{${UNKNOWN}}`);
  await page.getByLabel(german.validationCodeLabel).fill("02041187");
  await check(page);
  const area_ = area(page, "Set a qualification");
  await sees(area_, german.bracesRemoved, german.leadingZerosRemoved, shown(german.holdingsNotKnown));
  const warning = page.locator("#set-result").getByText(shown(german.holdingsNotKnown));
  assert.equal(await languageOf(warning), "de");
  await speak(page, "English");
  await inLanguage(page, "en-GB");
  await sees(area_, MESSAGES.bracesRemoved, MESSAGES.leadingZerosRemoved, "This would be sent");
  await page.locator("#set-result").getByText(shown(MESSAGES.holdingsNotKnown)).waitFor();
  await seesNot(area_, shown(german.holdingsNotKnown));
});

portalTest("what stays English says so", {}, async (page) => {
  await speak(page, "Deutsch");
  await inLanguage(page, "de");
  await radio(page, "Education").check();
  await check(page);
  for (const text of ["Check the update", "This cannot be sent yet", "API", "Asynchronous", "(optional)", "Rule S1"])
    assert.equal(await languageOf(form(page).getByText(text, { exact: true }).first()), "en-GB", text);
  assert.equal(await languageOf(form(page).getByText(LABELS.educationSegment.K12)), "en-GB");
  for (const text of [german.websiteLabel, shown(german.customerIdHint), shown(german.customerIdRequired)])
    assert.equal(await languageOf(form(page).getByText(text, { exact: true }).first()), "de", text);
  assert.equal(await languageOf(page.getByRole("heading", { name: "Set a qualification", exact: true })), "en-GB");
});

const withoutGerman = (page) => page.route("**/pkg/messages/de.js", (route) => route.abort());

spoiltPortalTest(
  "a language that does not arrive leaves the form as it was, and is said",
  withoutGerman,
  async (page) => {
    await page.getByLabel("Customer ID").fill(CUSTOMER);
    await speak(page, "Deutsch");
    await area(page, "Set a qualification").getByText("The texts in Deutsch did not arrive.").waitFor();
    assert.equal(await page.getByLabel("Language of the form").inputValue(), "en-GB");
    assert.equal(await page.getByLabel("Customer ID").inputValue(), CUSTOMER);
    await speak(page, "Français");
    await inLanguage(page, "fr");
    await seesNot(area(page, "Set a qualification"), "did not arrive");
  },
);

for (const [width, height, zoom] of [
  [1280, 900, "in a wide window"],
  [320, 900, "on a small screen"],
  [320, 256, "at 400 %"],
]) {
  portalTest(`the whole form goes by keyboard alone ${zoom}`, { width, height }, async (page) => {
    const press = async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const at = (matches) =>
      page.evaluate((text) => {
        const { activeElement } = document;
        const names = activeElement.labels?.length ? [...activeElement.labels] : [activeElement];
        return activeElement !== document.body && names.some((name) => name.textContent.includes(text));
      }, matches);
    const tabTo = async (label) => {
      for (let step = 0; step < 200; step += 1) {
        await press("Tab");
        if (await at(label)) return inView(label);
      }
      assert.fail(`the keyboard does not reach ${label}`);
    };
    const inView = async (what) => {
      const isSeen = await page.evaluate(() => {
        const { top, left, width, height } = document.activeElement.getBoundingClientRect();
        const found = document.elementFromPoint(left + width / 2, Math.max(0, top) + Math.min(height, 24) / 2);
        return found !== null && (document.activeElement.contains(found) || found.contains(document.activeElement));
      });
      assert.ok(isSeen, `${what} has the focus and is not in view`);
    };
    await tabTo("Skip to the content");
    await tabTo("Contoso Manufacturing");
    await press("Enter");
    await tabTo("Set a qualification for this customer");
    await press("Enter");
    assert.equal(await page.getByLabel("Customer ID").inputValue(), CUSTOMER);
    assert.ok(await at("Education"));
    await press("Space", "ArrowDown");
    assert.ok(await radio(page, GCC).isChecked());
    await tabTo("Validation code");
    await page.keyboard.type("2041563");
    await press("Enter");
    assert.ok(await hasFocus(page.getByRole("group", { name: "This cannot be sent yet" })));
    await inView("the summary");
    await press("Tab", "Enter");
    assert.ok(await at("Validation code"));
    await inView("the field that the summary leads to");
    await press("Control+A");
    await page.keyboard.type("0");
    await tabTo("2041187");
    await press("Space");
    assert.equal(await page.getByLabel("Validation code").inputValue(), "2041187");
    await tabTo("Check the update");
    await press("Enter");
    assert.ok(await hasFocus(page.getByRole("heading", { name: "This would be sent" })));
    await inView("the result");
    await fits(page, zoom);
  });
}

for (const [colorScheme, forcedColors] of [
  ["light", "none"],
  ["dark", "none"],
  ["light", "active"],
]) {
  const scheme = forcedColors === "active" ? "with forced colours" : `in the ${colorScheme} scheme`;
  portalTest(`axe finds nothing in the form ${scheme}`, { colorScheme, forcedColors }, async (page) => {
    await page.getByLabel("Customer ID").fill(` {${UNKNOWN.toUpperCase()}}`);
    await radio(page, GCC).check();
    await page.getByLabel("Validation code").fill("2041563");
    await page.getByLabel("Validation code").blur();
    await passesAxe(page, "with a message, a warning and a clean-up");
    await check(page);
    await speak(page, "Deutsch");
    await inLanguage(page, "de");
    await passesAxe(page, "with a summary, in German");
    await page.getByRole("button", { name: "2041187" }).click();
    await check(page);
    await passesAxe(page, "with a value");
  });
}

for (const language of Object.keys(LANGUAGES)) {
  portalTest(`nothing scrolls sideways at 400 % in ${language}`, { width: 320, height: 256 }, async (page) => {
    await page.getByLabel("Customer ID").fill("W".repeat(200));
    await radio(page, GCC).check();
    await check(page);
    await speak(page, language);
    await inLanguage(page, LANGUAGES[language]);
    await fits(page, "with errors");
    await choose(page, "Clear");
    await radio(page, "Education").check();
    await form(page)
      .locator("[name=website]")
      .fill(`HTTPS://www.${"w".repeat(60)}.edu/${"w".repeat(99)}`);
    await form(page).locator("[name=customerId]").fill(`{${UNKNOWN}}`);
    await radio(page, LABELS.educationSegment.K12).check();
    await check(page);
    await sees(area(page, "Set a qualification"), "This would be sent");
    await fits(page, "with a value");
  });
}
