// The form that sets a qualification, by pointer and by keyboard.

import assert from "node:assert/strict";

import {
  LABELS,
  MODES,
  checkForm,
  fieldPlan,
  readValidationCodes,
  requests,
  settability,
} from "../../pkg/dist/index.js";
import {
  CUSTOMER,
  area,
  check,
  choose,
  description,
  errors,
  hasFocus,
  newCaller,
  portalTest,
  radio,
  sees,
  seesNot,
  service,
  shown,
} from "./portal-page.mjs";

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
  await sees(form, "This cannot be sent yet");
  assert.deepEqual(await errors(page), [shown(issues[0].message)]);
  assert.equal(await code.getAttribute("aria-invalid"), "true");
  assert.ok((await description(code)).includes(`Error: ${shown(issues[0].message)}`), await description(code));
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
  assert.deepEqual(await errors(page), await links.allInnerTexts());
  await links.first().click();
  assert.ok(await hasFocus(page.getByLabel("Customer ID")));
  await links.nth(1).click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "qualification");
  await page.getByLabel("Customer ID").fill(CUSTOMER);
  assert.deepEqual(await links.allInnerTexts(), [shown(issues[1].message)]);
  await radio(page, SOE).check();
  assert.ok(await summary.isHidden());
  // What was not there when the form was submitted has not been judged.
  await radio(page, GCC).check();
  assert.deepEqual(await errors(page), []);
  assert.ok(await summary.isHidden());
  await check(page);
  assert.ok(await hasFocus(summary));
});

portalTest("where nothing can be chosen the summary leads to the group", {}, async (page) => {
  await choose(page, "Fabrikam State University");
  await choose(page, "Set a qualification for this customer");
  const group = page.getByRole("radiogroup", { name: "Qualification" });
  assert.ok(await hasFocus(group));
  await check(page);
  await page.getByRole("group", { name: "This cannot be sent yet" }).getByRole("link").click();
  assert.ok(await hasFocus(group));
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
    await sees(form, "This cannot be sent yet");
    assert.deepEqual(await errors(page), [shown(reason.message)]);
    assert.equal(await form.getByRole("radiogroup", { name: "Qualification" }).getAttribute("aria-invalid"), "true");
  },
);

portalTest("a valid form shows what would be sent, what was changed, and that nothing was sent", {}, async (page) => {
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
    '{"qualification":"GovernmentCommunityCloud","validationCode":"2041187"}',
    "Application and user",
    "Directory Reader, Directory Writer, License Administrator, User Administrator",
    ...answer.changes.map(({ message }) => shown(message)),
  );
  assert.ok(await hasFocus(page.getByRole("heading", { name: "This would be sent" })));
  await page.getByLabel("Validation code").fill("1");
  await seesNot(form, "This would be sent");
});

portalTest("a warning is no error: what is not known can be sent, and is said", {}, async (page) => {
  await page.getByLabel("Customer ID").fill("0a1b2c3d-4e5f-6789-abcd-ef0123456789");
  await radio(page, SOE).check();
  await check(page);
  const [reason] = settability("StateOwnedEntity").reasons;
  const form = area(page, "Set a qualification");
  await sees(form, "This would be sent", "Warnings", shown(reason.message));
  assert.ok((await description(form.getByRole("radiogroup", { name: "Qualification" }))).includes("Warning: "));
  assert.equal(await form.getByRole("radiogroup", { name: "Qualification" }).getAttribute("aria-invalid"), null);
});

portalTest("the codes of the partner are offered, and one that cannot be used is refused", {}, async (page) => {
  await page.getByLabel("Customer ID").fill(CUSTOMER);
  await radio(page, GCC).check();
  const code = page.getByLabel("Validation code");
  const { httpStatus, body } = await service(requests.readValidationCodes(newCaller()));
  const { value: validationCodes } = readValidationCodes(httpStatus, body);
  const context = { held: [], validationCodes };
  const { options } = fieldPlan("GovernmentCommunityCloud", context).find(({ field }) => field === "validationCode");
  assert.ok(options.length > 1 && options.length < validationCodes.length);
  const offers = page.getByRole("group", { name: "Codes of the sample partner that can be used" }).getByRole("button");
  assert.deepEqual(
    (await offers.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " ")),
    options.map(({ value, organizationName, remainingCreates }) =>
      [value, organizationName, remainingCreates === undefined ? null : `${remainingCreates} left`]
        .filter(Boolean)
        .join(" "),
    ),
  );
  for (const [validationCode, issue] of [
    ["2041563", "validationCodeUsedUp"],
    ["77", "validationCodeUnknown"],
  ]) {
    await code.fill(validationCode);
    await check(page);
    const answer = checkForm(
      { customerId: CUSTOMER, qualification: "GovernmentCommunityCloud", validationCode },
      context,
    );
    assert.equal(answer.issues[0].code, issue);
    assert.deepEqual(await errors(page), [shown(answer.issues[0].message)]);
  }
  await offers.first().click();
  assert.equal(await code.inputValue(), options[0].value);
  assert.equal(await offers.first().getAttribute("aria-pressed"), "true");
  assert.equal(await offers.last().getAttribute("aria-pressed"), "false");
  assert.deepEqual(await errors(page), []);
});

portalTest("every field is what the plan says, for every qualification and API", {}, async (page) => {
  const form = area(page, "Set a qualification");
  const plain = fieldPlan("");
  const control = ({ field, options, label }) =>
    options && field !== "validationCode"
      ? form.getByRole("radiogroup", { name: label })
      : form.locator(`[name=${field}]`);
  const asPlanned = async (plan) => {
    const node = control(plan);
    assert.equal(await node.isVisible(), plan.shown, plan.field);
    if (!plan.shown) return;
    assert.equal(await node.getAttribute("aria-required"), String(plan.need === "required"), plan.field);
    assert.ok((await description(node)).includes(shown(plan.hint)), plan.field);
    if (plan.options && plan.field !== "validationCode") {
      const radios = await node.getByRole("radio").all();
      assert.deepEqual(
        await Promise.all(radios.map((option) => option.inputValue())),
        plan.options.map(({ value }) => value),
      );
      for (const [index, option] of plan.options.entries()) {
        const isKept = await radios[index].isChecked();
        assert.equal(await radios[index].isDisabled(), option.disabled && !isKept, option.value);
        assert.equal(await radios[index].evaluate(({ labels }) => labels[0].innerText), option.label);
        if (!option.disabled || isKept) continue;
        const said = await description(radios[index]);
        for (const reason of option.reasons) assert.ok(said.includes(shown(reason.message)), said);
      }
      return;
    }
    assert.equal(await node.evaluate(({ labels }) => labels[0].innerText.replace(" (optional)", "")), plan.label);
    assert.equal(
      (await node.evaluate(({ labels }) => labels[0].innerText)).includes("(optional)"),
      plan.need === "optional",
    );
    for (const [name, value] of Object.entries(plan.input))
      assert.equal(await node.getAttribute(name), String(value), name);
  };
  for (const plan of plain) await asPlanned(plan);
  for (const mode of MODES) {
    await choose(page, "Clear");
    for (const { value, label, disabled } of plain.find(({ field }) => field === "qualification").options) {
      if (disabled) continue;
      // What the synchronous API does not offer can only have been chosen before.
      await radio(page, LABELS.mode.asynchronous).check();
      await radio(page, label).check();
      await radio(page, LABELS.mode[mode]).check();
      for (const plan of fieldPlan(value, { mode })) await asPlanned(plan);
    }
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
