// The form that sets a qualification, by pointer and by keyboard.

import assert from "node:assert/strict";

import { LABELS, checkForm, settability } from "../../pkg/dist/index.js";
import { CUSTOMER, area, check, choose, hasFocus, portalTest, radio, sees, seesNot, shown } from "./portal-page.mjs";

const { GovernmentCommunityCloud: GCC, StateOwnedEntity: SOE } = LABELS.qualification;

portalTest("Government Community Cloud without a validation code is refused, and why", {}, async (page) => {
  await page.getByLabel("Customer ID").fill(CUSTOMER);
  await radio(page, GCC).check();
  await check(page);
  const { issues } = checkForm({ customerId: CUSTOMER, qualification: "GovernmentCommunityCloud" });
  assert.deepEqual(
    issues.map(({ code }) => code),
    ["validationCodeRequired"],
  );
  const form = area(page, "Set a qualification");
  const code = form.getByLabel("Validation code");
  await sees(form, "This cannot be sent yet", `Error: ${shown(issues[0].message)}`);
  assert.equal(await code.getAttribute("aria-invalid"), "true");
  const described = await code.evaluate((node) =>
    node
      .getAttribute("aria-describedby")
      .split(" ")
      .map((id) => document.getElementById(id).innerText)
      .join(" "),
  );
  assert.ok(described.includes(shown(issues[0].message)), described);
  await seesNot(form, "This would be sent");
});

portalTest("the summary takes the focus and leads to the fields with the same words", {}, async (page) => {
  await check(page);
  const summary = page.getByRole("group", { name: "This cannot be sent yet" });
  assert.ok(await hasFocus(summary));
  const { issues } = checkForm({});
  const links = summary.getByRole("link");
  assert.deepEqual(
    await links.allInnerTexts(),
    issues.map(({ message }) => shown(message)),
  );
  await links.first().click();
  assert.ok(await hasFocus(page.getByLabel("Customer ID")));
  await links.nth(1).click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "qualification");
  await page.getByLabel("Customer ID").fill(CUSTOMER);
  assert.deepEqual(await links.allInnerTexts(), [shown(issues[1].message)]);
});

portalTest(
  "a customer that holds Education is refused Government Community Cloud, with the reason",
  {},
  async (page) => {
    await choose(page, "Fabrikam School District");
    await choose(page, "Set a qualification for this customer");
    const form = area(page, "Set a qualification");
    const held = [{ qualification: "Education", vettingStatus: "Approved" }];
    const [reason] = settability("GovernmentCommunityCloud", { held }).reasons;
    await sees(form, "Fabrikam School District. Holds: Education (Approved)", shown(reason.message), "Rule S7");
    assert.ok(await radio(page, GCC).isDisabled());
    assert.ok(await radio(page, "Education").isDisabled());
    assert.ok(await radio(page, SOE).isEnabled());
    // Chosen before the customer is named, it is an error beside the field.
    await choose(page, "Clear");
    await radio(page, GCC).check();
    await page.getByLabel("Validation code").fill("2041187");
    await page.getByLabel("Customer ID").fill("{7A92C5F0-3E6D-48B1-AD47-50D8E1F39C67}");
    await check(page);
    await sees(form, "This cannot be sent yet", `Error: ${shown(reason.message)}`);
    assert.equal(await form.getByRole("radiogroup", { name: "Qualification" }).getAttribute("aria-invalid"), "true");
  },
);

portalTest(
  "a valid form shows the value that would be sent, what was changed, and that nothing was",
  {},
  async (page) => {
    await page.getByLabel("Customer ID").fill(` {${CUSTOMER.toUpperCase()}} `);
    await radio(page, GCC).check();
    await page.getByLabel("Validation code").fill("0002041187");
    await check(page);
    const answer = checkForm(
      {
        customerId: ` {${CUSTOMER.toUpperCase()}} `,
        qualification: "GovernmentCommunityCloud",
        validationCode: "0002041187",
      },
      { held: [] },
    );
    assert.ok(answer.ok && answer.changes.length >= 4);
    const form = area(page, "Set a qualification");
    await sees(
      form,
      "This would be sent",
      "Nothing has been sent.",
      CUSTOMER,
      '"validationCode": 2041187',
      ...answer.changes.map(({ message }) => shown(message)),
    );
    assert.ok(await hasFocus(page.getByRole("heading", { name: "This would be sent" })));
    await page.getByLabel("Validation code").fill("1");
    await seesNot(form, "This would be sent");
  },
);

portalTest("a warning is no error: what is not known can be sent, and is said", {}, async (page) => {
  await page.getByLabel("Customer ID").fill("0a1b2c3d-4e5f-6789-abcd-ef0123456789");
  await radio(page, SOE).check();
  await check(page);
  const [reason] = settability("StateOwnedEntity").reasons;
  const form = area(page, "Set a qualification");
  await sees(form, "This would be sent", "Warnings", `Warning: ${shown(reason.message)}`);
  assert.equal(await form.getByRole("radiogroup", { name: "Qualification" }).getAttribute("aria-invalid"), null);
});

portalTest("a code that is used up or not the partner's is refused", {}, async (page) => {
  await page.getByLabel("Customer ID").fill(CUSTOMER);
  await radio(page, GCC).check();
  const form = area(page, "Set a qualification");
  await sees(form, "2041187 Contoso City Council, 3 of 5 left", "2041563 Fabrikam County, 0 of 2 left");
  const validationCodes = [
    { validationId: "2041187", remainingCreates: 3 },
    { validationId: "2041563", remainingCreates: 0 },
  ];
  for (const [validationCode, code] of [
    ["2041563", "validationCodeUsedUp"],
    ["77", "validationCodeUnknown"],
  ]) {
    await page.getByLabel("Validation code").fill(validationCode);
    await check(page);
    const answer = checkForm(
      { customerId: CUSTOMER, qualification: "GovernmentCommunityCloud", validationCode },
      { held: [], validationCodes },
    );
    assert.equal(answer.issues[0].code, code);
    await sees(form, `Error: ${shown(answer.issues[0].message)}`);
  }
});

portalTest("only the fields that apply are shown, and only they are sent", {}, async (page) => {
  const visible = async () => {
    const shownFields = [];
    for (const label of ["Education segment", "Website", "Validation code"]) {
      const field = area(page, "Set a qualification")
        .getByLabel(label)
        .or(page.getByRole("radiogroup", { name: label }));
      if (await field.first().isVisible()) shownFields.push(label);
    }
    return shownFields;
  };
  assert.deepEqual(await visible(), []);
  await page.getByLabel("Customer ID").fill(CUSTOMER);
  await radio(page, "Education").check();
  assert.deepEqual(await visible(), ["Education segment", "Website"]);
  await page.getByLabel("Website").fill("example.edu");
  await radio(page, GCC).check();
  assert.deepEqual(await visible(), ["Validation code"]);
  await radio(page, SOE).check();
  assert.deepEqual(await visible(), []);
  await check(page);
  await sees(area(page, "Set a qualification"), "This would be sent");
  await seesNot(area(page, "Set a qualification"), "example.edu");
  await radio(page, LABELS.mode.synchronous).check();
  await check(page);
  await sees(area(page, "Set a qualification"), "This cannot be sent yet", "Rule S2");
});

portalTest(
  "a field is judged first when it is left, then at once, and never while it is first typed",
  {},
  async (page) => {
    const form = area(page, "Set a qualification");
    const id = page.getByLabel("Customer ID");
    await id.pressSequentially("3d4b9c1e-6a52");
    assert.equal(await id.getAttribute("aria-invalid"), null);
    await seesNot(form, "Error:");
    await page.keyboard.press("Tab");
    assert.equal(await id.getAttribute("aria-invalid"), "true");
    await sees(form, "Error:");
    await page.getByRole("status").getByText("3d4b9c1e-6a52").waitFor();
    await id.fill(CUSTOMER);
    assert.equal(await id.getAttribute("aria-invalid"), null);
    await seesNot(form, "Error:");
  },
);

portalTest("passing through empty fields is no mistake", {}, async (page) => {
  await page.getByLabel("Customer ID").focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("Tab");
  await seesNot(area(page, "Set a qualification"), "Error:");
});

portalTest("what appears when a field is left does not make a press miss", {}, async (page) => {
  await page.getByLabel("Customer ID").fill("x");
  await radio(page, GCC).scrollIntoViewIfNeeded();
  await page.getByLabel("Customer ID").focus();
  const { x, y, width, height } = await radio(page, GCC).boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  assert.ok(await radio(page, GCC).isChecked());
  await sees(area(page, "Set a qualification"), "Error:");
  // Nor does leaving a field judge it after it was cleared.
  await choose(page, "Clear");
  await page.getByLabel("Customer ID").fill("x");
  await choose(page, "Clear");
  await seesNot(area(page, "Set a qualification"), "Error:");
});

portalTest("the whole form goes by keyboard alone", {}, async (page) => {
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
      if (await at(label)) return;
    }
    assert.fail(`the keyboard does not reach ${label}`);
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
  await press("Tab", "Enter");
  assert.ok(await at("Validation code"));
  await press("Control+A");
  await page.keyboard.type("2041187");
  await tabTo("Check the update");
  await press("Enter");
  assert.ok(await hasFocus(page.getByRole("heading", { name: "This would be sent" })));
});
