// The page as a whole: its areas, its rules, what it says when it cannot work, and that everyone can use it.

import assert from "node:assert/strict";

import { LABELS, RULES, SOURCES, accountEligibility } from "../../pkg/dist/index.js";
import {
  CUSTOMER,
  area,
  check,
  choose,
  fits,
  hasFocus,
  judge,
  matrix,
  passesAxe,
  portalTest,
  radio,
  sees,
  shown,
  spoiltPortalTest,
} from "./portal-page.mjs";

const { GovernmentCommunityCloud: GCC, StateOwnedEntity: SOE } = LABELS.qualification;

portalTest("the areas have headings and are reachable by link", {}, async (page) => {
  for (const name of ["Customers", "Judge an answer", "Judge a file", "Set a qualification", "Rules"]) {
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
  await sees(
    page.getByRole("alert"),
    "The rules could not be loaded",
    "The browser may have refused WebAssembly",
    "wasm-unsafe-eval",
  );
  assert.equal(await page.getByRole("heading", { name: "Customers" }).count(), 0);
});

portalTest("without JavaScript the page says what it needs", { javaScriptEnabled: false }, async (page) => {
  await sees(page.getByRole("main"), "This page needs JavaScript and WebAssembly. Without them it decides nothing.");
});

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
  const target = table.getByRole("rowheader", { name: "A7", exact: true });
  await choose(page, "Adventure Works Cycles");
  for (const time of ["first", "second"]) {
    await rules.getByLabel("Search the rules").fill("validation status");
    await rules.getByLabel("Outcome").selectOption({ label: "Blocked" });
    await rules.getByText(/^[1-9]\d? of \d+ rules$/).waitFor();
    assert.equal(await target.count(), 0);
    await area(page, "Customers").getByRole("link", { name: "A7", exact: true }).click();
    await target.waitFor();
    const { y } = await target.boundingBox();
    assert.ok(y > 0 && y < 900, `A7 is out of view the ${time} time: ${y}`);
  }
});

for (const colorScheme of ["light", "dark"]) {
  portalTest(`axe finds nothing in the ${colorScheme} scheme`, { colorScheme }, async (page) => {
    await passesAxe(page, "as it opens");
    await choose(page, "Fabrikam State University");
    await page.getByText("The answers as they came").click();
    await choose(page, "404 Tenant not found");
    await radio(page, GCC).check();
    await check(page);
    await passesAxe(page, "with errors");
    await choose(page, "Clear");
    await page.getByLabel("Customer ID").fill("0a1b2c3d-4e5f-6789-abcd-ef0123456789");
    await radio(page, SOE).check();
    await check(page);
    await page.evaluate(() => (location.hash = "rule-S7"));
    await passesAxe(page, "with a value");
  });
}

for (const width of [320, 1440]) {
  portalTest(`nothing scrolls sideways at ${width} pixels`, { width }, async (page) => {
    await fits(page, "as it opens");
    await choose(page, "Fabrikam State University");
    await page.getByText("The answers as they came").click();
    await judge(page, 404, JSON.stringify({ code: 60003, message: "W".repeat(500), errorName: "\u202e".repeat(50) }));
    await page.getByLabel("Customer ID").fill("W".repeat(200));
    await radio(page, GCC).check();
    await check(page);
    await fits(page, "with long texts and errors");
    await page.getByLabel("Customer ID").fill(CUSTOMER);
    await page.getByLabel("Validation code").fill("2041187");
    await check(page);
    await fits(page, "with a value");
  });
}

portalTest("on a narrow screen choosing leads to what was chosen", { width: 320 }, async (page) => {
  await choose(page, "Woodgrove Bank");
  const details = page.getByRole("heading", { name: "Woodgrove Bank" });
  assert.ok(await hasFocus(details));
  await matrix(page).getByText("Blocked").first().click();
  const reason = area(page, "Customers")
    .getByText(shown(accountEligibility("Unknown").reasons[0].message))
    .first();
  await page.waitForFunction((node) => node.getBoundingClientRect().bottom < innerHeight, await reason.elementHandle());
  await choose(page, "Set a qualification for this customer");
  const { y } = await page.getByRole("heading", { name: "Set a qualification", exact: true }).boundingBox();
  assert.ok(y >= 0 && y < 900, `the form is out of view: ${y}`);
});
