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

test("the page stays visible behind a menu, and behind the navigation of a narrow window", async ({ page }) => {
  await page.goto("/rules");
  // What is rendered above the page has no height of its own, whose background would cover the page.
  const heights = () => page.evaluate(() => [...document.querySelectorAll("body > .fui-FluentProvider")].map((mount) => mount.clientHeight));
  await page.getByRole("button", { name: "Language: English" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  expect(await heights()).toEqual([0]);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole("button", { name: "Open navigation" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await heights()).toEqual([0]);
});

test("nothing scrolls sideways at 320 pixels, and a button opens the navigation", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto("/rules");
  await page.getByRole("button", { name: "Open navigation" }).click();
  await page.getByRole("link", { name: "Bulk check" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bulk check");
  await fits(page, "/bulk-check");
});
