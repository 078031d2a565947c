// The list of customers.

import { CUSTOMERS, expect, fits, rowOf, test } from "./portal.mjs";

const OUTCOMES = ["All", "Allowed", "Blocked", "Undetermined"];

async function counts(page) {
  const texts = await page.getByRole("group", { name: "Outcome" }).getByRole("button").allInnerTexts();
  expect(texts.map((text) => text.replace(/ \(.*/, ""))).toEqual(OUTCOMES);
  return texts.map((text) => Number(text.match(/\d+/)[0]));
}

test.beforeEach(async ({ page }) => {
  await page.goto("/customers");
  await page.waitForFunction((count) => document.querySelectorAll("tbody tr").length === count, CUSTOMERS);
  await expect(page.getByRole("cell", { name: "Loading" })).toHaveCount(0);
});

test("shows for every customer whether a purchase is possible, and why", async ({ page }) => {
  for (const [name, status, outcome, reason] of [
    ["Contoso Manufacturing", "Allowed", "Allowed", /validated/],
    ["Northwind Traders", "Under review", "Blocked", /under review/],
    ["Tailspin Toys", "Not allowed", "Blocked", /not approved/],
    ["Woodgrove Bank", "Unknown", "Blocked", /Unknown/],
    ["Litware", "Not ready", "Undetermined", /not documented/],
    ["Adventure Works Cycles", "No account status", "Allowed", /no account status/],
    ["Wingtip Toys", "Suspended", "Undetermined", /./],
  ]) {
    const cells = await rowOf(page, name).getByRole("cell").allInnerTexts();
    expect(cells[1], name).toBe(status);
    expect(cells[3], name).toBe(outcome);
    expect(cells[4], name).toMatch(reason);
  }
  expect(await page.locator("main").innerText()).not.toMatch(/UnderReview|NotAllowed|InReview/);
});

test("counts the results of a search, and keeps search and filters in the URL", async ({ page }) => {
  await expect.poll(() => counts(page)).toEqual([21, 13, 4, 4]);
  await page.getByRole("searchbox").fill("toys");
  await expect.poll(() => counts(page)).toEqual([2, 0, 1, 1]);
  await page.getByRole("button", { name: /^Blocked/ }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page).toHaveURL(/search=toys&outcome=blocked/);
  await page.reload();
  await expect(rowOf(page, "Tailspin Toys")).toBeVisible();
  await expect.poll(() => counts(page)).toEqual([2, 0, 1, 1]);
});

test("decides for the selected transaction and segment", async ({ page }) => {
  await page.getByRole("combobox", { name: "Offer segment" }).selectOption("Education");
  await expect(rowOf(page, "Fabrikam School District")).toContainText("Allowed");
  await expect(rowOf(page, "Contoso Manufacturing").getByRole("cell").nth(3)).toHaveText("Blocked");
  await page.getByRole("combobox", { name: "Transaction" }).selectOption("Renewal");
  await expect(page).toHaveURL(/transaction=renewal&segment=Education/);
  await page.goto("/customers?transaction=renewal");
  await expect(rowOf(page, "Northwind Traders").getByRole("cell").nth(3)).toHaveText("Allowed");
});

test("Enter opens the only result, and the back link keeps the filters", async ({ page }) => {
  const search = page.getByRole("searchbox");
  await search.fill("toys");
  await search.press("Enter");
  await expect(page).toHaveURL(/\/customers\?/);
  // Before the list of this search is rendered.
  await search.evaluate(async (input) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, "tailspin");
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await null;
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tailspin Toys");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.getByRole("link", { name: "Customers", exact: true }).last().click();
  await expect(page.getByRole("searchbox")).toHaveValue("tailspin");
});

test("an ID is found in any pasted form, and one that is not in the list can be opened", async ({ page }) => {
  await page.getByRole("searchbox").fill(" {5E81D6B3-92C7-4DA0-B3F8-6C4E20A97F13} ");
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(rowOf(page, "Tailspin Toys")).toBeVisible();
  await page.getByRole("searchbox").fill("0a1b2c3d-4e5f-6789-abcd-ef0123456789");
  await page.getByRole("link", { name: /Open the customer/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customer");
  await expect(page.getByText("The service knows no customer with this ID").first()).toBeVisible();
  await expect(page.getByText("No qualifications")).toHaveCount(0);
});

test("an empty result shows a message, and the filters can be cleared", async ({ page }) => {
  await page.getByRole("searchbox").fill("nobody");
  await expect(page.getByText("No customers match")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(rowOf(page, "Tailspin Toys")).toBeVisible();
});

test("shows which customers could not be read and why, and offers a retry if it can help", async ({ page, control }) => {
  const main = page.locator("main");
  await expect(main).toContainText("3 customers couldn't be read completely");
  await expect(main).toContainText("Fourth Coffee: The qualifications couldn't be read. The service isn't available right now.");
  await expect(main).toContainText("A. Datum Corporation: The account status couldn't be read. The service knows no customer with this ID");
  await control("PUT", "/data", {
    customers: [{ id: "bd0f5862-97ea-4c14-b6d3-f85a2c913e01", name: "A. Datum", validationStatus: { httpStatus: 404, body: "{\"code\":60003}" }, qualifications: [] }],
    validationCodes: null,
  });
  await page.reload();
  await expect(main).toContainText("1 customer couldn't be read completely");
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("names are shown as text, with invisible characters written out", async ({ page, control }) => {
  const name = "<img src=x onerror=alert(1)>\u202egnp\u200b";
  await control("PUT", "/data", {
    customers: [{ id: "bd0f5862-97ea-4c14-b6d3-f85a2c913e01", name, validationStatus: { status: "<b>New</b>" }, qualifications: [{ qualification: "<i>" }] }],
    validationCodes: [],
  });
  await page.reload();
  const row = page.getByRole("row").nth(1);
  await expect(row).toContainText("<img src=x onerror=alert(1)>U+202EgnpU+200B");
  await expect(row).toContainText("<b>New</b>");
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("U+202E");
  await expect(page.locator("main img, main b, main i")).toHaveCount(0);
});

test("an empty list shows a message", async ({ page, control }) => {
  await control("PUT", "/data", { customers: [], validationCodes: [] });
  await page.reload();
  await expect(page.getByText("No customers yet")).toBeVisible();
});

test("on a narrow screen the customers are cards, and nothing scrolls sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: "Tailspin Toys" }).first()).toContainText("Blocked");
  await fits(page, "/customers");
});

for (const [address, option, chosen] of [["/customers", "Renewal", "transaction=renewal"], ["/rules", "Blocked", "outcome=blocked"]]) {
  test(`a search keeps all letters of fast typing, and a choice made at once, at ${address}`, async ({ page, slowDown }) => {
    await page.goto(address);
    await slowDown(6);
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("contoso man");
    await page.getByRole("combobox").first().selectOption(option);
    await expect(page).toHaveURL(new RegExp(`search=contoso\\+man&${chosen}$`));
    await expect(page.getByRole("searchbox")).toHaveValue("contoso man");
  });
}
