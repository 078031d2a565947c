// All texts of the response check and the bulk check, in every language and state.

import { button, check, give, open } from "./bulk-steps.mjs";
import { expect, test } from "./portal.mjs";
import { leftInEnglish } from "./texts.mjs";

// Texts that are the same in several languages: names of files, standards and products, and values of a file.
const SAME = [/^(customers|a)\.(csv|json)$/u, /^(A\d|O\d+|P\d)$/u, /^(UTF|Windows|Shift|EUC|GB|BIG|euc|gb|big|mac)/u, /^\d+: /u, /^HTTP( \d+)?$/u, /^(STATUS|SEGMENT|ERRORS|EDU|GETQ|VERIFY|STATUS2)$/u, /^Education$/u, /^Microsoft ID$/u, /^(Upgrade|Commercial)$/u, /^Government Community Cloud/u];

const RESPONSES = [
  '{"type":"account","status":"UnderReview","lastUpdateDateTime":"2021-07-14T18:02:00"}',
  'HTTP/1.1 403 Forbidden\n\n{"code":800073}',
  "HTTP/1.1 200 OK\n\nHTTP/1.1 503 x\n\n",
  "{'qualification': 'Education', 'vettingStatus': 'InReview'}",
  '[{"partnerId":"7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745","organizationName":"Contoso","validationId":"123456","maxCreates":5,"remainingCreates":null}]',
  "HTTP/1.1 99999 OK",
];
const FILES = ["", "a,b\n1,2\n", Buffer.from("name;status\nM\xfcller;Wird gepr\xfcft\n", "latin1")];
const RESULTS = ["name,status,qualification\na,Under review,None\nb\n,,\nc,Not Ready,Education\nd,,\n", '[{"status":"Allowed"},null,{"status":'];

test("no English is left in the result of a response", async ({ page }) => {
  await page.goto("/check-response");
  await page.getByRole("heading", { level: 1 }).waitFor();
  for (const response of RESPONSES) {
    await page.locator("textarea").fill(response);
    await page.waitForTimeout(200);
    expect.soft(await leftInEnglish(page, SAME), response).toEqual([]);
  }
});

test("no English is left in the check of a file", async ({ page }) => {
  await open(page);
  for (const content of FILES) {
    await give(page, Buffer.from(content));
    await page.locator("main [role=alert], main [role=group] button:last-of-type").last().waitFor();
    await page.waitForTimeout(500);
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
