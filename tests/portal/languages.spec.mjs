// Every text of the portal in every language.

import { choose, CONTOSO, expect, reviewGcc, SOUTHRIDGE, test } from "./portal.mjs";
import { leftInEnglish, LOCALES } from "./texts.mjs";

// Texts that are the same in several languages: names of customers, products, formats and standards, and some words.
const SAME = [
  /^(· )?(SYNC|STATUS|STATUS2|ASYNC|GETQ|ENUM|CODES|EDU|SEGMENT|VERIFY|ERRORS|HEADERS|CHANGES|SAMPLE|[A-Z]\d+)$/u,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
  /^(GET|POST|PUT|HTTP \d+)$/u,
  /^2041\d+( · .*)?$/u,
  /^(Contoso Manufacturing|Southridge College|Fourth Coffee)$/u,
  /^Government Community Cloud \(GCC\)$/u,
  /^(Commercial|Education|Microsoft ID|Qualification|Upgrade)$/u,
];

const ADDRESSES = ["/customers", "/customers?search=nobody", `/customers/${CONTOSO}`, `/customers/${SOUTHRIDGE}`, "/customers/493e7c6a-d2f5-4b80-8a19-16b7d4e0c5f0", "/customers/x", "/check-response", "/bulk-check", "/rules", "/rules/A2", "/rules/none", "/nothing"];

test("no English is left in another language, on any page", async ({ page }) => {
  test.slow();
  for (const address of ADDRESSES) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    expect.soft(await leftInEnglish(page, SAME), address).toEqual([]);
  }
});

test("no English is left in another language, in any step of an update", async ({ page }) => {
  await page.goto(`/customers/${CONTOSO}/set-qualification`);
  await page.getByRole("radio").first().waitFor();
  expect.soft(await leftInEnglish(page, SAME), "choose").toEqual([]);
  await page.locator("main").getByRole("radio", { name: /GCC/ }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  expect.soft(await leftInEnglish(page, SAME), "details").toEqual([]);
  await page.getByRole("combobox").selectOption("2041187");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Set qualification" }).waitFor();
  expect.soft(await leftInEnglish(page, SAME), "review").toEqual([]);
  await page.route("**/qualifications", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.getByRole("button", { name: "Set qualification" }).click();
  await page.getByText("We couldn't confirm the update.").waitFor();
  expect.soft(await leftInEnglish(page, SAME), "failure").toEqual([]);
  await page.unroute("**/qualifications");
  await page.getByRole("button", { name: "Submit again" }).click();
  await page.getByRole("heading", { name: "Result" }).waitFor();
  expect.soft(await leftInEnglish(page, SAME), "result").toEqual([]);
});

test("the page uses the language of the browser", async ({ page }) => {
  const titles = new Set(["Rules – Partner Center rules"]);
  const session = await page.context().newCDPSession(page);
  const userAgent = await page.evaluate(() => navigator.userAgent);
  for (const locale of LOCALES) {
    await session.send("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: locale });
    await page.goto("/rules");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    titles.add(await page.title());
  }
  await session.detach();
  expect(titles.size).toBe(LOCALES.length + 1);
});

test("a selected language is loaded on demand, and remembered", async ({ page }) => {
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto("/rules");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(loaded.filter((url) => /\/(de|es|fr|ja|pt-BR)-/.test(url))).toEqual([]);
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regeln");
  await expect(page).toHaveTitle("Regeln – Partner Center-Regeln");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regeln");
});

test("a language that fails to load does not change the page, and shows a message", async ({ page }) => {
  await page.goto("/rules");
  await page.route("**/assets/ja-*.js", (route) => route.abort("aborted"));
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitemradio", { name: "日本語" }).click();
  await expect(page.getByRole("alert")).toHaveText("The language couldn't be loaded. Try again.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rules");
});

test("visible messages change with the language", async ({ page }) => {
  await choose(page, CONTOSO, "Education");
  await page.getByRole("textbox", { name: /Website/ }).fill("a b");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose an education segment");
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(page.locator("form")).toContainText("Wählen Sie ein Bildungssegment aus");
  await expect(page.locator("form")).not.toContainText("Choose");
});

test("the review uses labels", async ({ page }) => {
  await reviewGcc(page);
  await expect(page.locator("main")).not.toContainText("GovernmentCommunityCloud");
});
