// The rules and their sources.

import { expect, test } from "./portal.mjs";

test("all rules are listed, and filtered by search and outcome in the URL", async ({ page }) => {
  await page.goto("/rules");
  const all = page.getByRole("region", { name: "All rules" }).getByRole("listitem");
  await all.first().waitFor();
  const count = await all.count();
  await expect(page.getByRole("status").filter({ hasText: "rules" })).toHaveText(`${count} of ${count} rules`);
  expect(count).toBeGreaterThan(40);
  await page.getByRole("searchbox").fill("under review");
  await page.getByRole("combobox").selectOption("Blocked");
  await expect(page).toHaveURL(/search=under\+review&outcome=blocked/);
  expect(await all.count()).toBeLessThan(count);
  await expect(all.first()).toContainText("Blocked");
});

test("a rule has a URL in any case; an unknown one shows a message", async ({ page }) => {
  await page.goto("/rules/a2");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rule A2");
  await expect(page.locator("main")).toContainText("Blocked");
  await page.goto("/rules/A99");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rule not found");
  await expect(page.locator("main")).toContainText("There is no rule with this ID: A99");
});

test("an unknown URL shows a message", async ({ page }) => {
  await page.goto("/nothing/here");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  await page.getByRole("link", { name: "Go to Customers" }).click();
  await expect(page).toHaveURL("/customers");
});
