// The portal as an operator meets it. What the page says is compared with what the package answers.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import {
  LABELS,
  RULES,
  SOURCES,
  accountEligibility,
  checkForm,
  eligibilityFromResponse,
  settability,
} from "../../pkg/dist/index.js";
import { portalTest, shown, spoiltPortalTest } from "./portal-page.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { GovernmentCommunityCloud: GCC, StateOwnedEntity: SOE } = LABELS.qualification;
const CUSTOMER = "3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1";

const area = (page, name) => page.getByRole("region", { name, exact: true });
const row = (page, name) => area(page, "Customers").getByRole("row", { name: new RegExp(name) }).first();
const matrix = (page) => area(page, "Customers").getByRole("table", { name: /^By transaction and offer segment/ });
const radio = (page, name) => area(page, "Set a qualification").getByRole("radio", { name, exact: true });
const choose = (page, name) => page.getByRole("button", { name, exact: true }).click();
const check = (page) => choose(page, "Check the update");

async function sees(locator, ...texts) {
  const text = await locator.innerText();
  for (const expected of texts) assert.ok(text.includes(expected), `“${expected}” is missing in:\n${text}`);
}

async function seesNot(locator, ...texts) {
  const text = await locator.innerText();
  for (const unexpected of texts) assert.ok(!text.includes(unexpected), `“${unexpected}” should not be in:\n${text}`);
}

async function judge(page, httpStatus, body) {
  await page.getByLabel("HTTP status").fill(String(httpStatus));
  await page.getByLabel("Body").fill(body);
  return area(page, "Judge an answer");
}

async function focused(page) {
  return page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
}

// --- the page

portalTest("the areas have headings and are reachable by link", {}, async (page) => {
  for (const name of ["Customers", "Judge an answer", "Set a qualification", "Rules"]) {
    await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
    const heading = page.getByRole("heading", { name, exact: true, level: 2 });
    await heading.waitFor();
    const top = await heading.evaluate((node) => node.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 900, `${name} is out of view: ${top}`);
  }
  assert.equal(await page.title(), "Customer eligibility – Partner Center rules");
});

const withoutPackage = (page) => page.route("**/pkg/**", (route) => route.abort());
const withoutWebAssembly = (page) =>
  page.route("**/", async (route) => {
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"].replace(" 'wasm-unsafe-eval'", "");
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });

spoiltPortalTest("without the package the page says that it decides nothing", withoutPackage, async (page) => {
  await page.getByRole("heading", { name: "The rules could not be loaded" }).waitFor();
  await sees(page.getByRole("alert"), "This page decides nothing without them.");
  assert.equal(await page.getByRole("heading", { name: "Customers" }).count(), 0);
});

spoiltPortalTest("where WebAssembly is refused the page says so", withoutWebAssembly, async (page) => {
  await sees(page.getByRole("alert"), "The rules could not be loaded", "The browser may have refused WebAssembly", "wasm-unsafe-eval");
  assert.equal(await page.getByRole("heading", { name: "Customers" }).count(), 0);
});

portalTest("without JavaScript the page says what it needs", { javaScriptEnabled: false }, async (page) => {
  await sees(page.getByRole("main"), "This page needs JavaScript and WebAssembly. Without them it decides nothing.");
});

// --- customers

portalTest("the customers are said to be samples, and every documented situation is among them", {}, async (page) => {
  const customers = area(page, "Customers");
  await sees(customers, "Sample data");
  const list = customers.getByRole("table", { name: "Sample customers" });
  await sees(list, "Allowed", "UnderReview", "NotAllowed", "Unknown", "Not Ready", LABELS.accountStatus.NoAccountStatus, "fault 60003");
  const held = new Set();
  for (const name of await list.getByRole("button").allInnerTexts()) {
    await choose(page, name);
    await customers.getByRole("heading", { name, level: 3 }).waitFor();
    const table = customers.getByRole("table", { name: "Qualifications held" });
    const entries = (await table.count()) ? await table.getByRole("row").allInnerTexts() : [await customers.innerText()];
    for (const entry of entries) held.add(entry.replaceAll(/\s+/g, " ").trim());
  }
  const all = [...held].join("\n");
  for (const expected of ["Education Approved", "Education InReview", "Education Denied Not an Academic Domain", GCC, `${SOE} Approved`, "ResearchInstitution Approved", "What the customer holds is not known."]) {
    assert.ok(all.includes(expected), `${expected} is missing in:\n${all}`);
  }
});

portalTest("a blocked customer is shown blocked, with the reason and its source", {}, async (page) => {
  await sees(row(page, "Tailspin Toys"), "NotAllowed", "Blocked");
  await choose(page, "Tailspin Toys");
  const customers = area(page, "Customers");
  const [reason] = accountEligibility("NotAllowed").reasons;
  await sees(customers, "New purchase, Account alone", shown(reason.message), "2021-07-14T18:02:00");
  assert.equal(reason.rule, "A4");
  const source = customers.getByRole("link", { name: SOURCES.STATUS.title });
  await sees(source, SOURCES.STATUS.title, SOURCES.STATUS.date);
  assert.equal(await source.getAttribute("href"), SOURCES.STATUS.url);
  assert.equal(await source.getAttribute("rel"), "noopener noreferrer");
  assert.equal(await source.getAttribute("target"), "_blank");
  for (const cell of await matrix(page).getByRole("radio", { name: /Account alone/ }).all()) {
    assert.match(await cell.evaluate((node) => node.labels[0].innerText), /Blocked/);
  }
});

portalTest("an undetermined customer is not shown as allowed", {}, async (page) => {
  for (const [name, rule] of [["Litware", "A6"], ["A\\. Datum Corporation", "R2"]]) {
    await sees(row(page, name), "Undetermined");
    await seesNot(row(page, name).getByRole("cell").last(), "Allowed");
    await row(page, name).getByRole("button").click();
    const customers = area(page, "Customers");
    await sees(customers, "Undetermined", "Not documented");
    await customers.getByRole("link", { name: rule, exact: true }).waitFor();
    assert.equal(await matrix(page).getByRole("radio", { name: /Allowed/ }).count(), 0);
  }
});

portalTest("no account status is allowed, with the rule that says so", {}, async (page) => {
  await sees(row(page, "Adventure Works Cycles"), LABELS.accountStatus.NoAccountStatus, "Allowed");
  await choose(page, "Adventure Works Cycles");
  await area(page, "Customers").getByRole("link", { name: "A7", exact: true }).waitFor();
});

portalTest("a cell shows every reason for its outcome, and the arrow keys move in the table", {}, async (page) => {
  await choose(page, "School of Fine Art");
  const customers = area(page, "Customers");
  const cell = (name) => matrix(page).getByRole("radio", { name });
  assert.ok(await cell("New purchase Account alone Blocked").isChecked());
  await cell("New purchase Account alone Blocked").focus();
  await page.keyboard.press("ArrowDown");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  const last = `Seat increase ${LABELS.offerSegment.GovernmentCommunityCloud} Blocked`;
  assert.ok(await cell(last).isChecked());
  assert.ok(await cell(last).evaluate((node) => node === document.activeElement));
  for (const rule of ["A2", "O6"]) await customers.getByRole("link", { name: rule, exact: true }).waitFor();
  await matrix(page).getByText("Allowed").first().click();
  await customers.getByRole("heading", { name: /Renewal, Account alone Allowed/ }).waitFor();
  await customers.getByRole("link", { name: "A3", exact: true }).waitFor();
  await page.getByRole("status").getByText(shown(accountEligibility("UnderReview", "renewal").reasons[0].message)).waitFor();
});

portalTest("what holdings say of a segment is shown, and what is not known stays undetermined", {}, async (page) => {
  const cells = async (name) => {
    await choose(page, name);
    const words = await matrix(page).getByRole("row", { name: /^New purchase/ }).getByRole("cell").allInnerTexts();
    return words.map((word) => word.trim().split(/\s+/).at(-1).charAt(0)).join("");
  };
  assert.equal(await cells("Contoso Manufacturing"), "AABBB");
  assert.equal(await cells("Fabrikam School District"), "AAABB");
  assert.equal(await cells("Southridge College"), "AABBB");
  assert.equal(await cells("Graphic Design Institute"), "AABBB");
  assert.equal(await cells("Contoso City Council"), "ABBBA");
  assert.equal(await cells("Fabrikam State University"), "AAUBB");
  assert.equal(await cells("Trey Research"), "AUUUU");
  assert.equal(await cells("Fourth Coffee"), "AUUUU");
});

portalTest("the list is narrowed by a search and by the outcome", {}, async (page) => {
  const customers = area(page, "Customers");
  const names = () => customers.getByRole("table", { name: "Sample customers" }).getByRole("button").allInnerTexts();
  const total = (await names()).length;
  await customers.getByRole("radio", { name: /^Blocked/ }).check({ force: true });
  assert.deepEqual(await names(), ["Northwind Traders", "Tailspin Toys", "Woodgrove Bank", "School of Fine Art"]);
  await customers.getByLabel("Search by name or id").fill("94E3A07C");
  assert.deepEqual(await names(), ["School of Fine Art"]);
  await sees(customers, `1 of ${total} customers`);
  await customers.getByLabel("Search by name or id").fill("nobody");
  await sees(customers, "No customer matches the search and the filter.");
});

portalTest("the details say what could be set now, through which API, and why not", {}, async (page) => {
  await choose(page, "Fabrikam School District");
  const table = area(page, "Customers").getByRole("table", { name: "Qualifications that could be set now" });
  const held = [{ qualification: "Education", vettingStatus: "Approved" }];
  const gcc = table.getByRole("row", { name: new RegExp(`^${GCC.replaceAll(/[()]/g, "\\$&")}`) });
  await sees(gcc, "Blocked", shown(settability("GovernmentCommunityCloud", { held }).reasons[0].message), "Rule S7");
  await sees(table.getByRole("row", { name: /^State-owned/ }), "Allowed", "Rule S14", "Rule S2");
});

// --- judging an answer

portalTest("the documented examples are judged as documented", {}, async (page) => {
  const result = area(page, "Judge an answer");
  const expected = { "200 Allowed": "Allowed", "200 UnderReview": "Blocked", "200 NotAllowed": "Blocked", "200 Unknown": "Blocked", "200 Not Ready": "Undetermined", "404 No account status": "Allowed", "200 A new status": "Undetermined", "404 Tenant not found": "Undetermined", "404 Web page": "Undetermined" };
  for (const [example, outcome] of Object.entries(expected)) {
    await choose(page, example);
    const body = await page.getByLabel("Body").inputValue();
    const decision = eligibilityFromResponse(Number(example.slice(0, 3)), body);
    assert.equal(LABELS.outcome[decision.outcome], outcome, example);
    await sees(result.locator("p", { hasText: /^New purchase/ }), outcome);
    for (const reason of decision.reasons) await sees(result, shown(reason.message), `Rule ${reason.rule}`);
  }
});

portalTest("an answer is judged while it is typed, for the transaction chosen", {}, async (page) => {
  const result = area(page, "Judge an answer");
  await sees(result, "Nothing to judge yet.");
  await page.getByLabel("HTTP status").fill("200");
  await page.getByLabel("Body").pressSequentially('{"status":"UnderReview"');
  await sees(result, "Undetermined", "Rule R1");
  await page.getByLabel("Body").press("}");
  await sees(result, "Blocked", "Rule A2");
  await page.getByLabel("Transaction").selectOption({ label: "Renewal" });
  await sees(result, "Allowed", "Rule A3");
  await seesNot(result, "Rule A2");
});

portalTest("an HTTP status that is none never becomes a yes", {}, async (page) => {
  for (const httpStatus of ["65736", "200.0", "2e2", "0xc8", "２００", "-200", "abc"]) {
    const result = await judge(page, httpStatus, '{"status":"Allowed"}');
    await sees(result, "Undetermined", "Rule R5");
  }
});

portalTest("a refused purchase is recognised beside the answer about the status", {}, async (page) => {
  await choose(page, "403 Purchase refused");
  await sees(area(page, "Judge an answer"), "Rule R3", "As the answer to a purchase", "Blocked", "Rule P1");
});

portalTest("HTML and scripts in an answer are shown as text", {}, async (page) => {
  const markup = '<img src="x" onerror="alert(1)"><script>alert(2)</script><b>bold</b>';
  const result = await judge(page, 404, JSON.stringify({ code: 60003, errorName: markup, message: markup }));
  await sees(result, markup, "Undetermined");
  await judge(page, 200, JSON.stringify({ status: markup }));
  await sees(result, markup, "Undetermined", "Rule A8");
  await judge(page, 404, JSON.stringify(markup));
  await sees(result, markup, "Rule R2");
  assert.equal(await result.locator("img, script, b").count(), 0);
});

portalTest("characters that hide or turn text are made visible", {}, async (page) => {
  const result = await judge(page, 200, JSON.stringify({ status: "Allowed\u202e\u200b\u0007" }));
  await sees(result, "AllowedU+202EU+200BU+0007", "Undetermined");
  const [value] = await result.locator("dd bdi").all();
  assert.equal(await value.evaluate((node) => getComputedStyle(node).unicodeBidi), "isolate");
});

// --- the form

portalTest("Government Community Cloud without a validation code is refused, and why", {}, async (page) => {
  await page.getByLabel("Customer ID").fill(CUSTOMER);
  await radio(page, GCC).check();
  await check(page);
  const { issues } = checkForm({ customerId: CUSTOMER, qualification: "GovernmentCommunityCloud" });
  assert.deepEqual(issues.map(({ code }) => code), ["validationCodeRequired"]);
  const form = area(page, "Set a qualification");
  const code = form.getByLabel("Validation code");
  await sees(form, "This cannot be sent yet", `Error: ${shown(issues[0].message)}`);
  assert.equal(await code.getAttribute("aria-invalid"), "true");
  const described = await code.evaluate((node) => node.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).innerText).join(" "));
  assert.ok(described.includes(shown(issues[0].message)), described);
  await seesNot(form, "This would be sent");
});

portalTest("the summary takes the focus and leads to the fields with the same words", {}, async (page) => {
  await check(page);
  const summary = page.getByRole("group", { name: "This cannot be sent yet" });
  assert.ok(await summary.evaluate((node) => node === document.activeElement));
  const { issues } = checkForm({});
  const links = summary.getByRole("link");
  assert.deepEqual(await links.allInnerTexts(), issues.map(({ message }) => shown(message)));
  await links.first().click();
  assert.ok(await page.getByLabel("Customer ID").evaluate((node) => node === document.activeElement));
  await links.nth(1).click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "qualification");
  await page.getByLabel("Customer ID").fill(CUSTOMER);
  assert.deepEqual(await links.allInnerTexts(), [shown(issues[1].message)]);
});

portalTest("a customer that holds Education is refused Government Community Cloud, with the reason", {}, async (page) => {
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
});

portalTest("a valid form shows the value that would be sent, what was changed, and that nothing was", {}, async (page) => {
  await page.getByLabel("Customer ID").fill(` {${CUSTOMER.toUpperCase()}} `);
  await radio(page, GCC).check();
  await page.getByLabel("Validation code").fill("0002041187");
  await check(page);
  const answer = checkForm({ customerId: ` {${CUSTOMER.toUpperCase()}} `, qualification: "GovernmentCommunityCloud", validationCode: "0002041187" }, { held: [] });
  assert.ok(answer.ok && answer.changes.length >= 4);
  const form = area(page, "Set a qualification");
  await sees(form, "This would be sent", "Nothing has been sent.", CUSTOMER, '"validationCode": 2041187', ...answer.changes.map(({ message }) => shown(message)));
  assert.equal(await focused(page), "This would be sent");
  await page.getByLabel("Validation code").fill("1");
  await seesNot(form, "This would be sent");
});

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
  const validationCodes = [{ validationId: "2041187", remainingCreates: 3 }, { validationId: "2041563", remainingCreates: 0 }];
  for (const [validationCode, code] of [["2041563", "validationCodeUsedUp"], ["77", "validationCodeUnknown"]]) {
    await page.getByLabel("Validation code").fill(validationCode);
    await check(page);
    const answer = checkForm({ customerId: CUSTOMER, qualification: "GovernmentCommunityCloud", validationCode }, { held: [], validationCodes });
    assert.equal(answer.issues[0].code, code);
    await sees(form, `Error: ${shown(answer.issues[0].message)}`);
  }
});

portalTest("only the fields that apply are shown, and only they are sent", {}, async (page) => {
  const visible = async () => {
    const shownFields = [];
    for (const label of ["Education segment", "Website", "Validation code"]) {
      const field = area(page, "Set a qualification").getByLabel(label).or(page.getByRole("radiogroup", { name: label }));
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

portalTest("a field is judged first when it is left, then at once, and never while it is first typed", {}, async (page) => {
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
});

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
  await choose(page, "Clear");
  await seesNot(area(page, "Set a qualification"), "Error:");
});

portalTest("the whole form goes by keyboard alone", {}, async (page) => {
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const at = (matches) => page.evaluate((text) => {
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
  assert.match(await focused(page), /This cannot be sent yet/);
  await press("Tab", "Enter");
  assert.ok(await at("Validation code"));
  await press("Control+A");
  await page.keyboard.type("2041187");
  await tabTo("Check the update");
  await press("Enter");
  assert.equal(await focused(page), "This would be sent");
});

// --- rules

portalTest("every rule is in the table, with its outcome and sources, and reasons lead there", {}, async (page) => {
  const rules = area(page, "Rules");
  const table = rules.getByRole("table", { name: "All rules" });
  assert.equal(await table.getByRole("row").count(), RULES.length + 1);
  for (const rule of RULES) {
    const entry = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: rule.id, exact: true }) });
    await sees(entry, shown(rule.statement), LABELS.outcome[rule.outcome], ...rule.source.map(({ tag }) => tag));
    assert.equal((await entry.innerText()).includes("Not documented"), rule.basis === "undocumented", rule.id);
  }
  for (const source of Object.values(SOURCES)) await sees(rules, source.title, source.date);
  await rules.getByLabel("Search the rules").fill("validation status");
  await rules.getByLabel("Outcome").selectOption({ label: "Blocked" });
  await rules.getByText(/^[1-9]\d? of \d+ rules$/).waitFor();
  assert.equal(await table.getByRole("rowheader", { name: "A7", exact: true }).count(), 0);
  await choose(page, "Adventure Works Cycles");
  await area(page, "Customers").getByRole("link", { name: "A7", exact: true }).click();
  const target = table.getByRole("rowheader", { name: "A7", exact: true });
  await target.waitFor();
  const { y } = await target.boundingBox();
  assert.ok(y > 0 && y < 900, `A7 is out of view: ${y}`);
});

// --- for everyone

for (const colorScheme of ["light", "dark"]) {
  portalTest(`axe finds nothing in the ${colorScheme} scheme`, { colorScheme }, async (page) => {
    await page.evaluate(AXE);
    const violations = async (state) => {
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`);
      assert.deepEqual(found, [], state);
    };
    await violations("as it opens");
    await choose(page, "Fabrikam State University");
    await page.getByText("The answer as it came").click();
    await choose(page, "404 Tenant not found");
    await radio(page, GCC).check();
    await check(page);
    await violations("with errors");
    await choose(page, "Clear");
    await page.getByLabel("Customer ID").fill("0a1b2c3d-4e5f-6789-abcd-ef0123456789");
    await radio(page, SOE).check();
    await check(page);
    await page.evaluate(() => (location.hash = "rule-S7"));
    await violations("with a value");
  });
}

for (const width of [320, 1440]) {
  portalTest(`nothing scrolls sideways at ${width} pixels`, { width }, async (page) => {
    const fits = async (state) => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), state);
    await fits("as it opens");
    await choose(page, "Fabrikam State University");
    await page.getByText("The answer as it came").click();
    await judge(page, 404, JSON.stringify({ code: 60003, message: "W".repeat(500), errorName: "\u202e".repeat(50) }));
    await page.getByLabel("Customer ID").fill("W".repeat(200));
    await radio(page, GCC).check();
    await check(page);
    await fits("with long texts and errors");
    await page.getByLabel("Customer ID").fill(CUSTOMER);
    await page.getByLabel("Validation code").fill("2041187");
    await check(page);
    await fits("with a value");
  });
}

portalTest("on a narrow screen choosing a customer leads to its details", { width: 320 }, async (page) => {
  await choose(page, "Woodgrove Bank");
  assert.equal(await focused(page), "Woodgrove Bank");
  await choose(page, "Set a qualification for this customer");
  const { y } = await page.getByRole("heading", { name: "Set a qualification", exact: true }).boundingBox();
  assert.ok(y >= 0 && y < 900, `the form is out of view: ${y}`);
});
