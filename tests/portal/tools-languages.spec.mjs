// Every text of the pages for responses and files, in every language, in their states.

import { check, give, open, textsOf } from "./bulk-steps.mjs";
import { expect, test } from "./portal.mjs";

// What is the same in several languages: names of files, standards and products, and values as they stand in a file.
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

async function states(browser, baseURL, locale) {
  const context = await browser.newContext({ baseURL, locale });
  const page = await context.newPage();
  const texts = new Map();
  const take = async (name) => {
    await page.waitForTimeout(200);
    const folded = page.locator("main button[aria-expanded='false']");
    while ((await folded.count()) > 0) await folded.first().click();
    texts.set(name, await textsOf(page));
  };
  await page.goto("/check-response");
  await page.getByRole("heading", { level: 1 }).waitFor();
  for (const response of RESPONSES) {
    await page.locator("textarea").fill(response);
    await take(response);
  }
  await open(page);
  const file = page.locator("input[type=file]");
  for (const content of FILES) {
    await file.setInputFiles({ name: "customers.csv", mimeType: "", buffer: Buffer.from(content) });
    await page.locator("main [role=alert], main [role=group] button:last-of-type").last().waitFor();
    await page.waitForTimeout(500);
    if (String(content).startsWith("a,b")) await page.locator("main section button").last().click();
    await take(String(content));
  }
  await page.locator("main select").nth(1).selectOption("Education");
  for (const content of RESULTS) {
    await file.setInputFiles({ name: "customers.csv", mimeType: "", buffer: Buffer.from(content) });
    await page.locator("main section button").last().click();
    await page.getByRole("grid").press("ArrowDown");
    await take(content);
  }
  await context.close();
  return texts;
}

let english;

for (const locale of ["de", "es", "fr", "ja", "pt-BR"]) {
  test(`no English is left in ${locale}`, async ({ browser, baseURL }) => {
    english ??= await states(browser, baseURL, "en");
    const texts = await states(browser, baseURL, locale);
    expect([...texts.keys()]).toEqual([...english.keys()]);
    const left = [...texts].flatMap(([name, found]) =>
      found.filter((text) => english.get(name).includes(text) && !SAME.some((pattern) => pattern.test(text))).map((text) => `${name}: ${text}`),
    );
    expect(left).toEqual([]);
  });
}

test("results change with the language, and its labels are statuses", async ({ page }) => {
  await open(page);
  await check(page, "Firmenname;Kontostatus\na;Wird geprüft\nb;Nicht zugelassen\n");
  await expect(page.getByRole("grid")).toContainText("under review");
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(page.getByRole("grid")).toContainText("Das Konto des Kunden wird geprüft.");
  await expect(page.getByRole("grid")).not.toContainText("under review");
  await expect(page.getByRole("grid")).toContainText("Blockiert");
});
