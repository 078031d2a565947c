// The frame of every page.

import { expect, fits, test } from "./portal.mjs";

const AREAS = [
  ["/customers", "Customers"],
  ["/check-response", "Check a response"],
  ["/bulk-check", "Bulk check"],
  ["/rules", "Rules"],
];

test("every page has a URL, a title, one heading and a marked item in the navigation", async ({ page }) => {
  await page.goto("/");
  for (const [address, title] of AREAS) {
    await page.getByRole("navigation").getByRole("link", { name: title, exact: true }).click();
    await expect(page).toHaveURL(address);
    await expect(page).toHaveTitle(`${title} – Partner Center rules`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.locator('[aria-current="page"]')).toHaveText(title);
  }
});

test("nothing scrolls sideways at 320 pixels, and a button opens the navigation", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto("/rules");
  await page.getByRole("button", { name: "Open navigation" }).click();
  await page.getByRole("link", { name: "Bulk check" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bulk check");
  await fits(page, "/bulk-check");
});
