// The service fails: known data are kept, and the page shows what to do.

import { CONTOSO, expect, startSandbox, test } from "./portal.mjs";

const main = (page) => page.locator("main");

test("normal use writes nothing to the console", async ({ page }) => {
  const messages = [];
  page.on("console", (message) => messages.push(message.text()));
  for (const address of ["/customers", `/customers/${CONTOSO}`, "/customers/f46e0d97-b218-4a73-8c5d-29e7b0c41a56", "/rules/A2"]) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect(main(page).getByText("Loading ...")).toHaveCount(0);
  }
  expect(messages).toEqual([]);
});

test("data are kept when the sandbox stops, and reading works again when it is back", async ({ browser }) => {
  const sandbox = await startSandbox();
  const page = await browser.newPage({ baseURL: sandbox.origin });
  await page.goto(`/customers/${CONTOSO}`);
  await expect(page.getByRole("region", { name: "Account status" })).toContainText("Allowed");
  await sandbox.stop();
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(main(page)).toContainText("The account status couldn't be read");
  await expect(main(page)).toContainText(/The service didn't respond\. Shown as of .*\d\d/);
  await expect(main(page)).not.toContainText("took effect");
  await expect(page.getByRole("region", { name: "Account status" })).toContainText("Allowed");
  await expect(page.getByRole("region", { name: "What the customer can buy" })).toContainText("The account is validated");
  const again = await startSandbox(new URL(sandbox.origin).port);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await again.stop();
  await page.close();
});

test("too many requests: the seconds are counted down, then a retry succeeds", async ({ page, control }) => {
  await control("POST", "/throttle", { requests: 2, retryAfter: 3 });
  await page.goto(`/customers/${CONTOSO}`);
  await expect(main(page)).toContainText("Too many requests.");
  await expect(main(page)).not.toContainText("Retry-After");
  const again = page.getByRole("button", { name: /^Try again in \d seconds?$/ }).first();
  await expect(again).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Try again", exact: true }).first().click();
  await expect(page.getByRole("region", { name: "Account status" })).toContainText("Allowed");
});

for (const [kind, response, text] of [
  ["HTML", { status: 200, contentType: "text/html", body: "<h1>Sign in</h1>" }, "The response isn't one that Microsoft documents."],
  ["503", { status: 503, body: "" }, "The service isn't available right now."],
  ["401", { status: 401, body: "" }, "did not accept the credentials"],
]) {
  test(`${kind} instead of a status never shows an outcome of other data`, async ({ page }) => {
    await page.route("**/validationStatus*", (route) => route.fulfill(response));
    await page.goto(`/customers/${CONTOSO}`);
    await expect(main(page)).toContainText(text);
    await expect(page.getByRole("region", { name: "What the customer can buy" })).toContainText("Undetermined");
    await expect(page.getByRole("region", { name: "What the customer can buy" })).not.toContainText(/(^|\s)Allowed/);
  });
}

test("a customer that disappears keeps its known data, with a message", async ({ page, control }) => {
  await page.goto(`/customers/${CONTOSO}`);
  await expect(page.getByRole("region", { name: "Account status" })).toContainText("Allowed");
  await control("PUT", "/data", { customers: [], validationCodes: [] });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(main(page)).toContainText("The service knows no customer with this ID.");
  await expect(main(page)).toContainText("Shown as of");
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("a list that fails to load can be retried", async ({ page }) => {
  await page.route("**/sandbox/customers", (route) => route.abort());
  await page.goto("/customers");
  await expect(main(page)).toContainText("The list of customers couldn't be read.");
  await page.unroute("**/sandbox/customers");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("link", { name: "Contoso Manufacturing" })).toBeVisible();
});

test("the page shows a message if WebAssembly is refused", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL });
  await page.route("**/customers", async (route) => {
    if (route.request().resourceType() !== "document") return route.continue();
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"].replace(" 'wasm-unsafe-eval'", "");
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await page.goto("/customers");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page can't be shown");
  await expect(page.locator("body")).toContainText("The rules couldn't be loaded. The page can't work without them.");
  await expect(page.locator("body")).toContainText("wasm-unsafe-eval");
  await page.close();
});

test("the page shows a message if a script fails to load", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL });
  await page.route("**/assets/start-*.js", (route) => route.abort());
  await page.goto("/customers");
  await expect(page.getByRole("alert")).toContainText("The page could not be loaded.");
  await page.close();
});

test("without JavaScript the page shows what it needs, in every language", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/customers");
  await expect(page.locator("noscript p[lang=en]")).toHaveText("This page needs JavaScript.");
  await expect(page.locator("noscript p[lang]")).toHaveCount(6);
  await context.close();
});

test("a polluted Object.prototype changes no decision", async ({ page }) => {
  await page.addInitScript(() => {
    const members = {
      vettingStatus: "Approved",
      qualification: "Education",
      lastUpdateDateTime: "polluted",
      code: 600074,
      errorName: "polluted",
      outcome: "allowed",
      isRetryable: true,
      held: [],
    };
    // Not enumerable: the style library would read an enumerable member as one of its own.
    for (const [name, value] of Object.entries(members)) Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true });
  });
  await page.goto("/customers/5e81d6b3-92c7-4da0-b3f8-6c4e20a97f13");
  await expect(page.getByRole("region", { name: "What the customer can buy" })).toContainText("Blocked");
  await expect(page.getByText("polluted")).toHaveCount(0);
});
