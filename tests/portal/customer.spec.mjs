// One customer.

import { CITY_COUNCIL, CONTOSO, expect, fits, SCHOOL_OF_FINE_ART, SOUTHRIDGE, test } from "./portal.mjs";
import { LOCALES, speak } from "./texts.mjs";

const section = (page, name) => page.getByRole("region", { name, exact: true });

test("shows the status, the qualifications and their dates in the format of the language", async ({ page }) => {
  await page.goto(`/customers/${SCHOOL_OF_FINE_ART}`);
  await expect(section(page, "Account status")).toContainText("Under review");
  await expect(section(page, "Account status")).toContainText("Jul 14, 2021");
  await expect(section(page, "Qualifications")).toContainText("Education");
  await expect(section(page, "Qualifications")).toContainText("Approved");
});

test("shows no date if the service returned none, or an empty one", async ({ page }) => {
  await page.goto("/customers/e8b74f26-3c90-4d15-8a6e-0f52c1d97b23");
  await expect(section(page, "Account status")).toContainText("Allowed");
  await expect(section(page, "Account status")).not.toContainText("Last update");
});

test("the arrow keys move in the table, and the reasons of the cell are shown beside it", async ({ page }) => {
  await page.goto(`/customers/${SCHOOL_OF_FINE_ART}`);
  const area = section(page, "What the customer can buy");
  await area.getByRole("button", { name: "Blocked" }).first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(area.getByRole("heading", { level: 3 })).toHaveText("New purchase · Nonprofit");
  await expect(area.getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("ArrowDown");
  await expect(area.getByRole("heading", { level: 3 })).toHaveText("Seat increase · Nonprofit");
  await expect(area.locator("table button[tabindex='0']")).toHaveCount(1);
});

test("the eligibility table has room for its texts, in every language", async ({ page }) => {
  await page.goto(`/customers/${CONTOSO}`);
  await expect(page.locator("table button")).toHaveCount(30);
  for (const locale of ["en", ...LOCALES]) {
    await speak(page, locale);
    for (const width of [1100, 1200, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await fits(page, `${locale}, ${width}`);
    }
  }
});

test("a reason links to its rule, and the rule to its source", async ({ page }) => {
  await page.goto(`/customers/${SCHOOL_OF_FINE_ART}`);
  await section(page, "What the customer can buy").getByRole("link", { name: "Rule A2" }).click();
  await expect(page).toHaveURL("/rules/A2");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rule A2");
  await expect(page.getByRole("link", { name: "Customer account verification" })).toHaveAttribute("href", /learn\.microsoft\.com/);
});

test("shows which qualifications can be set, and why the others cannot", async ({ page }) => {
  await page.goto(`/customers/${CITY_COUNCIL}`);
  const options = section(page, "Qualifications that can be set now").getByRole("listitem").filter({ hasText: /^Education/ });
  await expect(options.first()).toContainText("Blocked");
  await expect(options.first()).toContainText("Rule S10");
});

test("a purchase can be tried in the sandbox, which decides as the page does", async ({ page }) => {
  await page.goto(`/customers/${SCHOOL_OF_FINE_ART}`);
  const area = section(page, "What the customer can buy");
  await area.getByRole("button", { name: "Try in the sandbox" }).click();
  await expect(area).toContainText("Purchase failed");
  await area.getByRole("row", { name: /^Renewal/ }).getByRole("button").first().click();
  await area.getByRole("button", { name: "Try in the sandbox" }).click();
  await expect(area).toContainText("Purchase succeeded");
});

test("a review is ended by a control that is marked as the sandbox's", async ({ page }) => {
  await page.goto(`/customers/${SOUTHRIDGE}`);
  const control = page.getByRole("group", { name: "Sandbox only: simulate Microsoft's decision" });
  await control.getByRole("textbox").fill("Not an Academic Domain");
  await control.getByRole("button", { name: "Deny" }).click();
  await expect(section(page, "Qualifications")).toContainText("Denied");
  await expect(section(page, "Qualifications")).toContainText("Not an Academic Domain");
  await expect(control).toHaveCount(0);
});

test("ending a review that no longer exists reads the customer again", async ({ page, control }) => {
  await page.goto(`/customers/${SOUTHRIDGE}`);
  const group = page.getByRole("group", { name: /Sandbox only/ });
  await group.waitFor();
  await control("POST", `/customers/${SOUTHRIDGE}/reviews`, { qualification: "Education", outcome: "approve" });
  await group.getByRole("button", { name: "Deny" }).click();
  await expect(section(page, "Qualifications")).toContainText("Approved");
});

test("an invalid ID shows a message, and a valid one in another form is found", async ({ page }) => {
  await page.goto("/customers/contoso");
  await expect(page.getByText("Customer not found")).toBeVisible();
  await expect(page.getByText(/contoso.* is not a customer ID/)).toBeVisible();
  await page.goto(`/customers/%7B${CONTOSO.toUpperCase()}%7D`);
  await expect(page).toHaveURL(`/customers/${CONTOSO}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Contoso Manufacturing");
});

test("raw responses are shown, with invisible characters written out", async ({ page }) => {
  await page.route("**/validationStatus*", (route) => route.fulfill({ status: 200, body: "<script>alert(1)</script>\u202e" }));
  await page.goto(`/customers/${CONTOSO}`);
  await page.getByRole("button", { name: "Raw responses" }).click();
  await expect(page.getByRole("group", { name: "Body of the response" }).first()).toContainText("<script>alert(1)</script>U+202E");
});

test("on a narrow screen the segments are a list, and nothing scrolls sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/customers/${SCHOOL_OF_FINE_ART}`);
  const area = section(page, "What the customer can buy");
  await expect(area.getByText("New purchase, Seat increase, and Upgrade")).toBeVisible();
  await area.getByRole("button", { name: "Education" }).click();
  await fits(page, "customer");
});
