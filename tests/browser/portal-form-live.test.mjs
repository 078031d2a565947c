// What the form says while it is filled in: when a field is judged, what is cleaned up, and what is announced.

import assert from "node:assert/strict";

import { LABELS, MESSAGES, checkField } from "../../pkg/dist/index.js";
import {
  CUSTOMER,
  area,
  check,
  choose,
  description,
  errors,
  hasFocus,
  listen,
  portalTest,
  radio,
  sees,
  seesNot,
  shown,
} from "./portal-page.mjs";

const { GovernmentCommunityCloud: GCC, StateOwnedEntity: SOE } = LABELS.qualification;
const customerId = (page) => page.getByLabel("Customer ID");
const issueOf = (text) => shown(checkField("customerId", text).issue.message);
const isMarkedValid = async (locator) => (await description(locator)).includes("Valid");

portalTest("no error is shown while a field is first typed, not even for what cannot be saved", {}, async (page) => {
  const id = customerId(page);
  await id.focus();
  for (const character of "3d4b9x") {
    await page.keyboard.type(character);
    assert.deepEqual(await errors(page), []);
    assert.equal(await id.getAttribute("aria-invalid"), null);
  }
  assert.equal(checkField("customerId", "3d4b9x").state, "invalid");
  await page.keyboard.press("Tab");
  assert.deepEqual(await errors(page), [issueOf("3d4b9x")]);
  assert.equal(await id.getAttribute("aria-invalid"), "true");
  assert.ok((await description(id)).includes(issueOf("3d4b9x")));
});

portalTest(
  "after the first message a wrong character shows at once, and fixing it clears it at once",
  {},
  async (page) => {
    const id = customerId(page);
    await id.fill("3d4b9x");
    await id.blur();
    await id.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    assert.equal(checkField("customerId", "3d4b9").state, "incomplete");
    assert.deepEqual(await errors(page), [], "what is not finished is no mistake");
    await page.keyboard.type("y");
    assert.deepEqual(await errors(page), [issueOf("3d4b9y")]);
    await page.keyboard.press("Backspace");
    await page.keyboard.type(CUSTOMER.slice(5));
    assert.deepEqual(await errors(page), []);
    assert.equal(await id.getAttribute("aria-invalid"), null);
    assert.ok(await isMarkedValid(id));
  },
);

portalTest("what is left unfinished is a mistake only once it is left", {}, async (page) => {
  const id = customerId(page);
  await id.pressSequentially("3d4b9c1e-6a52");
  assert.deepEqual(await errors(page), []);
  assert.equal(await isMarkedValid(id), false);
  // The window loses the focus, to look the rest up: the field keeps it.
  await id.evaluate((node) => node.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
  assert.deepEqual(await errors(page), []);
  await id.blur();
  assert.deepEqual(await errors(page), [issueOf("3d4b9c1e-6a52")]);
  await check(page);
  const links = page.getByRole("group", { name: "This cannot be sent yet" }).getByRole("link");
  assert.equal(await links.count(), 2);
  await id.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("-");
  assert.equal(await links.count(), 1, "the summary says what the fields say");
  await id.blur();
  assert.deepEqual(await links.allInnerTexts(), await errors(page));
});

portalTest("a field that is emptied and left is no mistake before the form is submitted", {}, async (page) => {
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Tab");
  const id = customerId(page);
  await id.fill("x");
  await id.blur();
  assert.equal((await errors(page)).length, 1);
  await id.fill("");
  await id.blur();
  assert.deepEqual(await errors(page), []);
  await check(page);
  await id.focus();
  await id.blur();
  assert.equal((await errors(page))[0], shown(MESSAGES.customerIdRequired));
});

portalTest("passing through empty fields is no mistake", {}, async (page) => {
  await customerId(page).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("Tab");
  await radio(page, GCC).check();
  await page.getByLabel("Validation code").focus();
  await page.keyboard.press("Tab");
  assert.deepEqual(await errors(page), []);
});

portalTest("what appears when a field is left does not make a press miss", {}, async (page) => {
  await customerId(page).fill("x");
  await radio(page, GCC).scrollIntoViewIfNeeded();
  await customerId(page).focus();
  const { x, y, width, height } = await radio(page, GCC).boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  assert.ok(await radio(page, GCC).isChecked());
  assert.deepEqual(await errors(page), [issueOf("x")]);
  // Nor does leaving a field judge it after it was cleared.
  await choose(page, "Clear");
  await customerId(page).fill("x");
  await choose(page, "Clear");
  assert.deepEqual(await errors(page), []);
});

portalTest("what was pasted is cleaned up when it is left, and the field says what was done", {}, async (page) => {
  const form = area(page, "Set a qualification");
  const id = customerId(page);
  const pasted = `\u200b urn:uuid:${CUSTOMER.toUpperCase()} `;
  const { changes, value } = checkField("customerId", pasted);
  assert.equal(changes.length, 4);
  await id.fill(pasted);
  await seesNot(form, ...changes.map(({ message }) => shown(message)));
  await id.blur();
  assert.equal(await id.inputValue(), value);
  await sees(form, ...changes.map(({ message }) => shown(message)), "Contoso Manufacturing. Holds: nothing.");
  assert.ok((await description(id)).includes(shown(changes[0].message)));
  assert.deepEqual(await errors(page), []);
  await id.focus();
  await id.blur();
  await sees(form, shown(changes[0].message));
  // It is about the text that was entered, and goes with it.
  await id.fill(CUSTOMER);
  await seesNot(form, ...changes.map(({ message }) => shown(message)));

  await radio(page, "Education").check();
  await page.getByLabel("Website").fill("WWW.Example.EDU/");
  await page.getByLabel("Website").blur();
  assert.equal(await page.getByLabel("Website").inputValue(), "www.example.edu");
  await sees(form, shown(MESSAGES.trailingSlashRemoved), shown(MESSAGES.lowerCased));
  await radio(page, GCC).check();
  await page.getByLabel("Validation code").fill("0002041187");
  await page.keyboard.press("Enter");
  assert.equal(await page.getByLabel("Validation code").inputValue(), "2041187");
  await sees(form, "This would be sent", shown(MESSAGES.leadingZerosRemoved));
});

portalTest("nothing but a valid text is changed, and nothing while it is typed", {}, async (page) => {
  const id = customerId(page);
  await id.pressSequentially(` {${CUSTOMER.toUpperCase()}`);
  assert.equal(await id.inputValue(), ` {${CUSTOMER.toUpperCase()}`);
  await id.blur();
  assert.equal(await id.inputValue(), ` {${CUSTOMER.toUpperCase()}`);
  await id.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("}");
  assert.equal(await id.inputValue(), ` {${CUSTOMER.toUpperCase()}}`);
  assert.deepEqual(await errors(page), []);
});

portalTest("what a field has to say is announced once, by one voice", {}, async (page) => {
  const live = page.locator('[aria-live]:not([aria-live="off"]), [role=status], [role=alert], [role=log], output');
  assert.equal(await live.count(), 1);
  assert.equal(await live.getAttribute("aria-live"), "polite");
  const heard = await listen(page);
  const id = customerId(page);
  await id.pressSequentially("3d4b9x");
  assert.deepEqual(await heard(), []);
  await id.blur();
  assert.deepEqual(await heard(), [`Customer ID: ${issueOf("3d4b9x")}`]);
  await id.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("yz", { delay: 450 });
  assert.deepEqual(await heard(), [], "the same message with another text in it is no news");
  await id.fill(` {${CUSTOMER}}`);
  assert.deepEqual(await heard(), ["Customer ID: valid. Customer ID: Contoso Manufacturing. Holds: nothing."]);
  await id.blur();
  assert.deepEqual(await heard(), [`Customer ID: ${MESSAGES.whiteSpaceRemoved} ${MESSAGES.bracesRemoved}`]);
  await id.focus();
  await id.blur();
  assert.deepEqual(await heard(), []);
  // What becomes wrong elsewhere is news too.
  await radio(page, GCC).check();
  assert.deepEqual(await heard(), []);
  await id.fill("7a92c5f0-3e6d-48b1-ad47-50d8e1f39c67");
  const [announced, ...more] = await heard();
  assert.ok(announced.includes(`Qualification: ${shown(MESSAGES.requiresNoQualification)}`), announced);
  assert.deepEqual(more, []);
});

portalTest("what the focus goes to is not announced as well", {}, async (page) => {
  const heard = await listen(page);
  await customerId(page).fill("x");
  await page.keyboard.press("Enter");
  assert.ok(await hasFocus(page.getByRole("group", { name: "This cannot be sent yet" })));
  assert.deepEqual(await heard(), []);
  await customerId(page).fill(CUSTOMER);
  await radio(page, SOE).check();
  await check(page);
  assert.ok(await hasFocus(page.getByRole("heading", { name: "This would be sent" })));
  assert.deepEqual(await heard(), []);
});
