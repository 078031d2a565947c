// All texts of the response check and the bulk check, in every language and state.

import { button, check, give, open } from "./bulk-steps.mjs";
import { expect, test } from "./portal.mjs";
import { leftInEnglish } from "./texts.mjs";

// Texts that are the same in several languages: names of files, standards and products, and values of a file.
const SAME = [/^(customers|a)\.(csv|json)$/u, /^(A\d|O\d+|P\d)$/u, /^(UTF|Windows|Shift|EUC|GB|BIG|euc|gb|big|mac)/u, /^\d+: /u, /^HTTP( \d+)?$/u, /^(STATUS|SEGMENT|ERRORS|EDU|GETQ|VERIFY|STATUS2)$/u, /^Education$/u, /^Microsoft ID$/u, /^(Upgrade|Commercial)$/u, /^Government Community Cloud/u];

// Each with what the page shows in English when it is read.
const RESPONSES = [
  ['{"type":"account","status":"UnderReview","lastUpdateDateTime":"2021-07-14T18:02:00"}', "Under review"],
  ['HTTP/1.1 403 Forbidden\n\n{"code":800073}', "Rule P1"],
  ["HTTP/1.1 200 OK\n\nHTTP/1.1 503 x\n\n", "The service isn't available right now."],
  ["{'qualification': 'Education', 'vettingStatus': 'InReview'}", "In review"],
  ['[{"partnerId":"7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745","organizationName":"Contoso","validationId":"123456","maxCreates":5,"remainingCreates":null}]', "123456"],
  ["HTTP/1.1 99999 OK", "Enter the HTTP status to see the result"],
];
const FILES = [
  ["", "The file is empty."],
  ["a,b\n1,2\n", "Check that each column"],
  [Buffer.from("name;status\nM\xfcller;Wird gepr\xfcft\n", "latin1"), "The file is read as Windows-1252"],
];
const RESULTS = ["name,status,qualification\na,Under review,None\nb\n,,\nc,Not Ready,Education\nd,,\n", '[{"status":"Allowed"},null,{"status":'];

test("no English is left in the result of a response", async ({ page }) => {
  await page.goto("/check-response");
  await page.getByRole("heading", { level: 1 }).waitFor();
  for (const [response, shown] of RESPONSES) {
    await page.locator("textarea").fill(response);
    // Without the text of the options.
    await expect(page.locator("main").getByText(shown).and(page.locator(":not(option, textarea)")).first()).toBeVisible();
    expect.soft(await leftInEnglish(page, SAME), response).toEqual([]);
  }
});

test("no English is left in the check of a file", async ({ page }) => {
  await open(page);
  for (const [content, shown] of FILES) {
    await give(page, Buffer.from(content));
    await expect(page.locator("main")).toContainText(shown);
    if (String(content).startsWith("a,b")) await button(page, "Check customers").click();
    expect.soft(await leftInEnglish(page, SAME), String(content)).toEqual([]);
  }
  await page.getByRole("combobox", { name: "Offer segment" }).selectOption("Education");
  for (const content of RESULTS) {
    await check(page, content);
    await page.getByRole("grid").press("ArrowDown");
    expect.soft(await leftInEnglish(page, SAME), content).toEqual([]);
  }
});

test("results change with the language, and its labels are recognised as statuses", async ({ page }) => {
  await open(page);
  await check(page, "Firmenname;Kontostatus\na;Wird geprüft\nb;Nicht zugelassen\n");
  await expect(page.getByRole("grid")).toContainText("under review");
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(page.getByRole("grid")).toContainText("Das Konto des Kunden wird geprüft.");
  await expect(page.getByRole("grid")).not.toContainText("under review");
  await expect(page.getByRole("grid")).toContainText("Blockiert");
});
