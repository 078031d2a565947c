// Accessibility of the portal: axe in every state, keyboard only, small windows and reduced motion.

import { CONTOSO, expect, fits, passesAxeInEveryScheme, reviewGcc, SCHOOL_OF_FINE_ART, SOUTHRIDGE, test } from "./portal.mjs";
import { speak } from "./texts.mjs";

const DESKTOP = { width: 1280, height: 900 };
/** A window of 1280 by 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

/** Checks a state of the page: that it fits in a small window, and then with axe in a large one. */
async function isAccessible(page, state) {
  // Behind a dialog it has no role.
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator("main").getByText("Loading ...")).toHaveCount(0);
  await expect(page.locator("main button[aria-disabled='true']")).toHaveCount(0);
  await fits(page, state);
  await page.setViewportSize(DESKTOP);
  await passesAxeInEveryScheme(page, state);
  await page.setViewportSize(ZOOMED);
}

test.describe("axe finds nothing in light, dark and forced colours, and nothing scrolls sideways at 400 %", () => {
  test.use({ viewport: ZOOMED });

  test("on the pages", async ({ page }) => {
    test.slow();
    for (const address of ["/customers", "/customers?search=nobody", `/customers/${SCHOOL_OF_FINE_ART}`, `/customers/${SOUTHRIDGE}`, "/customers/x", "/rules", "/rules/A2", "/rules/none"]) {
      await page.goto(address);
      await isAccessible(page, address);
    }
    await page.goto(`/customers/${CONTOSO}`);
    await page.getByRole("button", { name: "Raw responses" }).click();
    await isAccessible(page, "raw responses");
  });

  test("in the steps of an update", async ({ page }) => {
    test.slow();
    await page.goto(`/customers/${CONTOSO}/set-qualification`);
    await page.getByRole("radio", { name: "Education" }).check();
    await isAccessible(page, "choose");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("textbox", { name: /Website/ }).fill("a b");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("alert").first().waitFor();
    await isAccessible(page, "details with errors");
    await page.getByRole("link", { name: "Contoso Manufacturing" }).click();
    await page.getByRole("alertdialog").waitFor();
    await isAccessible(page, "leaving");
    await page.getByRole("button", { name: "Discard" }).click();
    await reviewGcc(page);
    await page.getByRole("button", { name: "The request" }).click();
    await isAccessible(page, "review");
    await page.route("**/qualifications", (route) => (route.request().method() === "POST" ? route.fulfill({ status: 503, body: "{}" }) : route.continue()));
    await page.getByRole("button", { name: "Set qualification" }).click();
    await page.getByText("We couldn't confirm the update.").waitFor();
    await isAccessible(page, "failure");
    await page.unroute("**/qualifications");
    await page.getByRole("button", { name: "Submit again" }).click();
    await page.getByRole("heading", { name: "Result" }).waitFor();
    await isAccessible(page, "result");
  });
});

test("nothing scrolls sideways in German at 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/rules");
  await speak(page, "de");
  for (const address of ["/customers", `/customers/${SCHOOL_OF_FINE_ART}`, `/customers/${CONTOSO}/set-qualification`, "/rules", "/rules/S7"]) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await fits(page, address);
  }
});

test("an update is possible with the keyboard only, from the list to the end of its review", async ({ page }) => {
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.getAttribute("aria-label") || document.activeElement.tagName);
  const tabTo = async (text) => {
    for (let step = 0; step < 40; step += 1) {
      if ((await focused()).startsWith(text)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reaches ${text}`);
  };
  await page.goto("/customers");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("contoso man");
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await tabTo("Set a qualification");
  await page.keyboard.press("Enter");
  await page.getByRole("radio").first().waitFor();
  await page.getByRole("radio", { name: "Education" }).focus();
  await page.keyboard.press("Space");
  await tabTo("Continue");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Fill in the details" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("K");
  await tabTo("Continue");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Review before submitting" })).toBeFocused();
  await tabTo("Set qualification");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Result" })).toBeFocused();
  await tabTo("Approve");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toContainText(/Education: Allowed/);
});

test("the menu of a narrow window opens, navigates and returns the focus", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/rules");
  const open = page.getByRole("button", { name: "Open navigation" });
  await open.press("Enter");
  await expect(page.getByRole("link", { name: "Rules", exact: true })).toHaveAttribute("aria-current", "page");
  await page.keyboard.press("Escape");
  await expect(open).toBeFocused();
  await open.press("Enter");
  await page.getByRole("link", { name: "Customers", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("nothing moves with reduced motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/customers");
  await page.getByRole("table").waitFor();
  const longest = await page.evaluate(() => Math.max(...[...document.querySelectorAll("*")].map((node) => Number.parseFloat(getComputedStyle(node).transitionDuration))));
  expect(longest).toBeLessThanOrEqual(0.001);
});
