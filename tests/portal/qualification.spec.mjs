// Setting a qualification, from its selection to the end of its review.

import { choose, CITY_COUNCIL, CONTOSO, expect, reviewEducation, reviewGcc, SOUTHRIDGE, test } from "./portal.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const dialog = (page) => page.getByRole("alertdialog");

/** Collects the updates that the page sends. */
function watchUpdates(page) {
  const sent = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && new URL(request.url()).pathname.startsWith("/v1/"))
      sent.push({ method: request.method(), path: new URL(request.url()).pathname, id: request.headers()["ms-requestid"], body: request.postData() });
  });
  return sent;
}

test("Education is set with a segment and a website, reviewed and approved", async ({ page }) => {
  const sent = watchUpdates(page);
  await choose(page, CONTOSO, "Education");
  await page.getByRole("combobox", { name: "Education segment" }).selectOption("HigherEducation");
  await page.getByRole("textbox", { name: /Website/ }).fill(" Example.EDU/ ");
  await page.getByRole("textbox", { name: /Website/ }).blur();
  await expect(page.getByRole("textbox", { name: /Website/ })).toHaveValue("example.edu");
  await expect(page.getByRole("status").filter({ hasText: "removed" })).toBeVisible();
  await button(page, "Continue").click();
  const main = page.locator("main");
  await expect(main).toContainText("Higher education");
  await expect(main).toContainText("example.edu");
  expect(sent).toEqual([]);
  await button(page, "Set qualification").click();
  await expect(main).toContainText("Education was submitted for Contoso Manufacturing.");
  await expect(main).toContainText("In review");
  await expect(main).toContainText("Nothing has changed yet.");
  expect(sent.map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual([
    ["POST", `/v1/customers/${CONTOSO}/qualifications`, { qualification: "Education", educationSegment: "HigherEducation", website: "example.edu" }],
  ]);
  await page.getByRole("group", { name: /Sandbox only/ }).getByRole("button", { name: "Approve" }).click();
  await expect(main).toContainText(/Education: Allowed\s*\(before: Blocked\)/);
  await button(page, "Go to the customer").click();
  await expect(page.getByRole("region", { name: "Qualifications", exact: true })).toContainText("Approved");
});

test("the review warns that Government Community Cloud ends Commercial offers and cannot be removed", async ({ page }) => {
  const sent = watchUpdates(page);
  await reviewGcc(page);
  const effect = page.getByRole("region", { name: "What it will change" });
  await expect(effect).toContainText("The customer will no longer be eligible for Commercial offers.");
  await expect(effect.getByRole("listitem").filter({ hasText: "Commercial" })).toContainText(/Now\s*Allowed\s*Afterwards\s*Blocked/);
  await expect(page.getByText(/This validation code was issued to Contoso City Council/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Required permissions" })).toContainText("License Administrator");
  await button(page, "Set qualification").click();
  await expect(page.locator("main")).toContainText("was submitted for Contoso Manufacturing");
  expect(JSON.parse(sent[0].body)).toMatchObject({ qualification: "GovernmentCommunityCloud", validationCode: "2041187" });
  await choose(page, "a7f0c2d8-15be-4c39-8e64-0b9d37f1e5a2", /GCC/);
  await expect(page.getByRole("combobox", { name: "Validation code" })).toContainText("2 uses left");
});

test("only usable codes are offered, and one has to be selected", async ({ page }) => {
  await choose(page, CONTOSO, /GCC/);
  await expect(page.getByRole("combobox", { name: "Validation code" }).locator("option")).toHaveText([/Choose/, /2041187/, /2041322.*unlimited/]);
  await button(page, "Continue").click();
  await expect(page.getByRole("alert")).toContainText("Enter the validation code");
  await expect(page.getByRole("combobox", { name: "Validation code" })).toBeFocused();
});

test("a code can be typed if the codes of the partner are not known", async ({ page, control }) => {
  await control("PUT", "/data", {
    customers: [{ id: CONTOSO, name: "Contoso", validationStatus: { status: "Allowed" }, qualifications: [] }],
    validationCodes: null,
  });
  await choose(page, CONTOSO, /GCC/);
  await page.getByRole("textbox", { name: "Validation code" }).fill("12345");
  await button(page, "Continue").click();
  await expect(page.getByRole("heading", { name: "Review before submitting" })).toBeFocused();
});

test("no form is shown for a customer that the service does not know", async ({ page }) => {
  await page.goto("/customers/0a1b2c3d-4e5f-4789-abcd-ef0123456789/set-qualification");
  await expect(page.getByText("The qualifications couldn't be read")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
});

test("a blocked qualification cannot be selected, and shows why", async ({ page }) => {
  await page.goto(`/customers/${CITY_COUNCIL}/set-qualification`);
  await expect(page.getByRole("radio", { name: "Education" })).toBeDisabled();
  await expect(page.locator("main")).toContainText("Rule S10");
  await button(page, "Continue").click();
  await expect(page.locator("main")).toContainText("Choose a qualification");
  await expect(page).toHaveURL(/set-qualification$/);
});

test("an undetermined update is submitted with another button", async ({ page }) => {
  const sent = watchUpdates(page);
  await choose(page, SOUTHRIDGE, /SOE/);
  await expect(button(page, "Set qualification")).toHaveCount(0);
  await button(page, "Submit anyway").click();
  await expect(page.locator("main")).toContainText("was submitted for Southridge College");
  expect(sent).toHaveLength(1);
});

test("the synchronous API can be selected, and takes effect at once", async ({ page }) => {
  await page.goto(`/customers/${CONTOSO}/set-qualification`);
  await page.getByRole("button", { name: /^API/ }).click();
  await page.getByRole("radio", { name: "Synchronous (deprecated)" }).check();
  await page.getByRole("radio", { name: "Education" }).check();
  await button(page, "Continue").click();
  await expect(page.getByRole("heading", { name: "Review before submitting" })).toBeVisible();
  await button(page, "Set qualification").click();
  await expect(page.locator("main")).toContainText(/Education: Allowed\s*\(before: Blocked\)/);
});

test("an error is shown when a field loses the focus, and disappears when it is corrected", async ({ page }) => {
  await choose(page, CONTOSO, "Education");
  const website = page.getByRole("textbox", { name: /Website/ });
  await website.focus();
  await website.blur();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await website.pressSequentially("a b");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await website.blur();
  await expect(page.getByRole("alert")).toContainText("is not the address of a website");
  await expect(website).toHaveAttribute("aria-invalid", "true");
  await website.fill("ab.edu");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await website.fill("");
  await website.blur();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a warning does not prevent submission", async ({ page }) => {
  await choose(page, CONTOSO, "Education");
  await page.getByRole("combobox", { name: "Education segment" }).selectOption("K12");
  await page.getByRole("textbox", { name: /Website/ }).fill("192.0.2.1");
  await page.getByRole("textbox", { name: /Website/ }).blur();
  await expect(page.locator("form")).toContainText("The website is an IP address");
  await button(page, "Continue").click();
  await expect(page.locator("main")).toContainText("The website is an IP address");
  await expect(button(page, "Set qualification")).toBeEnabled();
});

test("a draft survives a reload, and is discarded only after confirmation", async ({ page }) => {
  await choose(page, CONTOSO, "Education");
  await page.getByRole("textbox", { name: /Website/ }).fill("example.edu");
  await page.reload();
  await expect(page.getByRole("textbox", { name: /Website/ })).toHaveValue("example.edu");
  await page.getByRole("navigation").getByRole("link", { name: "Rules" }).click();
  await expect(dialog(page)).toContainText("Discard what you entered?");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: /Website/ })).toHaveValue("example.edu");
  await page.getByRole("navigation").getByRole("link", { name: "Rules" }).click();
  await dialog(page).getByRole("button", { name: "Discard" }).click();
  await expect(page).toHaveURL("/rules");
  await page.goto(`/customers/${CONTOSO}/set-qualification`);
  await expect(page.getByRole("radio", { checked: true, name: "Education" })).toHaveCount(0);
});

test("only the fields that apply to the qualification are checked and sent", async ({ page }) => {
  const sent = watchUpdates(page);
  await choose(page, CONTOSO, "Education");
  await page.getByRole("textbox", { name: /Website/ }).fill("a b");
  await button(page, "Back").click();
  await page.getByRole("radio", { name: /SOE/ }).check();
  await button(page, "Continue").click();
  await button(page, "Set qualification").click();
  await expect(page.locator("main")).toContainText("was submitted");
  expect(JSON.parse(sent[0].body)).toEqual({ qualification: "StateOwnedEntity" });
});

test("a value can be changed from the review, and the browser's back button leads to the step before", async ({ page }) => {
  await reviewEducation(page);
  await page.getByRole("button", { name: "Change: Education segment" }).click();
  await page.getByRole("combobox", { name: "Education segment" }).selectOption("HigherEducation");
  await button(page, "Continue").click();
  await expect(page.locator("main")).toContainText("Higher education");
  await page.goBack();
  await expect(page.getByRole("combobox", { name: "Education segment" })).toHaveValue("HigherEducation");
});

test("nothing is sent when a second tab has changed the customer meanwhile", async ({ page, context }) => {
  await reviewEducation(page);
  const sent = watchUpdates(page);
  const second = await context.newPage();
  await reviewEducation(second);
  await button(second, "Set qualification").click();
  await expect(second.locator("main")).toContainText("was submitted");
  await button(page, "Set qualification").click();
  await expect(page.locator("main")).toContainText("Nothing was sent: something changed meanwhile. The qualifications of the customer changed.");
  expect(sent).toEqual([]);
});

test("nothing is sent when the customer cannot be read again", async ({ page }) => {
  await reviewEducation(page);
  const sent = watchUpdates(page);
  await page.route("**/qualifications", (route) => (route.request().method() === "GET" ? route.fulfill({ status: 503, body: "" }) : route.continue()));
  await button(page, "Set qualification").click();
  await expect(page.locator("main")).toContainText("The customer couldn't be read again.");
  expect(sent).toEqual([]);
  await page.unroute("**/qualifications");
  await button(page, "Set qualification").click();
  await expect(page.locator("main")).toContainText("was submitted");
});

test("after a lost response the same request is sent again, and takes effect once", async ({ page }) => {
  const sent = watchUpdates(page);
  await reviewEducation(page);
  let isLost = true;
  await page.route("**/qualifications", async (route) => {
    if (route.request().method() !== "POST" || !isLost) return route.continue();
    isLost = false;
    await route.fetch();
    return route.abort();
  });
  await button(page, "Set qualification").click();
  const main = page.locator("main");
  await expect(main).toContainText("We couldn't confirm the update.");
  await expect(main).toContainText("Whether the request took effect is not known");
  await button(page, "Submit again").click();
  await expect(main).toContainText("was submitted for Contoso Manufacturing");
  expect(sent).toHaveLength(2);
  expect(sent[0].id).toBe(sent[1].id);
});

test("too many requests: the seconds are counted down, then the same request is sent again", async ({ page }) => {
  const sent = watchUpdates(page);
  await reviewEducation(page);
  let isBusy = true;
  await page.route("**/qualifications", (route) => {
    if (route.request().method() !== "POST" || !isBusy) return route.continue();
    isBusy = false;
    return route.fulfill({ status: 429, headers: { "Retry-After": "2" }, body: "" });
  });
  await button(page, "Set qualification").click();
  const again = page.getByRole("button", { name: /Try again in \d seconds?/ });
  await expect(again).toHaveAttribute("aria-disabled", "true");
  await button(page, "Submit again").click();
  await expect(page.locator("main")).toContainText("was submitted");
  expect(sent[0].id).toBe(sent[1].id);
});

test("a refusal shows the origin of its cause, and no complete validation code", async ({ page }) => {
  await reviewGcc(page);
  await page.route("**/qualifications", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 400, body: JSON.stringify({ code: 3000, description: "Code 2041187 <b>is</b> used up." }) })
      : route.continue(),
  );
  await button(page, "Set qualification").click();
  const main = page.locator("main");
  await expect(main).toContainText("The update was refused.");
  const details = page.getByRole("region", { name: "Details" });
  await expect(details).toContainText("Code … <b>is</b> used up.");
  await expect(details).not.toContainText("2041187");
  await page.getByRole("button", { name: "Change what was filled in" }).click();
  await expect(page.getByRole("combobox", { name: "Validation code" })).toHaveValue("2041187");
});

test("the request is shown as sent, and can be copied as a command without a token", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL });
  await reviewEducation(page);
  await page.getByRole("button", { name: "The request" }).click();
  await expect(page.getByRole("group", { name: "The request" })).toContainText(`POST /v1/customers/${CONTOSO}/qualifications`);
  await button(page, "Copy as curl").click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Bearer $PARTNER_CENTER_TOKEN");
});

test("the page shows a message if the browser does not allow copying", async ({ page }) => {
  await reviewEducation(page);
  await page.evaluate(() => Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject(new Error("no")) }));
  await page.getByRole("button", { name: "The request" }).click();
  await button(page, "Copy as curl").click();
  await expect(page.getByText("The browser didn't allow copying.")).toBeVisible();
});
