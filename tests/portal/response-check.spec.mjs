// Pasted responses of the service.

import { eligibilityFromResponse, LABELS, TRANSACTIONS } from "../../pkg/dist/index.js";
import { expect, fits, passesAxeInEveryScheme, test } from "./portal.mjs";

const STATUS = (status) => JSON.stringify({ type: "account", status });

async function open(page) {
  await page.goto("/check-response");
  await page.getByRole("heading", { level: 1 }).waitFor();
}
const response = (page) => page.getByRole("textbox", { name: "Response", exact: true });
const httpStatus = (page) => page.getByRole("textbox", { name: "HTTP status" });
const result = (page) => page.getByRole("region", { name: "Result" });
const badge = (page, name) => result(page).getByText(name, { exact: true });
const paste = (page, text) => response(page).fill(text);
const shown = (message) => message.replaceAll("`", "");

test("each example shows the outcome of the package", async ({ page }) => {
  await open(page);
  await expect(page.getByText("Paste a response to see its result")).toBeVisible();
  const options = await page.getByLabel("Example").locator("optgroup").first().locator("option").all();
  expect(options).toHaveLength(6);
  for (const option of options) {
    const text = await option.getAttribute("value");
    await page.getByLabel("Example").selectOption(text);
    const decision = eligibilityFromResponse(Number(text.match(/HTTP\/1.1 (\d+)/)[1]), text.split("\n\n")[1]);
    await expect(badge(page, LABELS.outcome[decision.outcome])).toHaveCount(decision.outcome === "allowed" && text.includes('"Allowed"') ? 2 : 1);
    for (const { message, rule } of decision.reasons) {
      await expect(result(page)).toContainText(shown(message));
      await expect(result(page).getByRole("link", { name: `Rule ${rule}` })).toHaveAttribute("href", `/rules/${rule}`);
    }
  }
});

test("a body without a status is read while it is typed, with an assumed HTTP status of 200", async ({ page }) => {
  await open(page);
  await response(page).pressSequentially(STATUS("UnderReview").slice(0, -1));
  await expect(result(page)).toContainText("Error response");
  await response(page).press("}");
  await expect(badge(page, "Blocked")).toBeVisible();
  await expect(result(page)).toContainText("200 was assumed");
  await expect(httpStatus(page)).toHaveValue("200");
  for (const transaction of TRANSACTIONS) {
    await page.getByLabel("Transaction").selectOption(transaction);
    const { outcome } = eligibilityFromResponse(200, STATUS("UnderReview"), transaction);
    await expect(badge(page, LABELS.outcome[outcome])).toBeVisible();
  }
});

test("a refusal of a purchase is the result, and the status is collapsed", async ({ page }) => {
  await open(page);
  await paste(page, 'HTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n{"code":800073,"description":"x"}');
  await expect(badge(page, "Blocked")).toBeVisible();
  await expect(result(page)).toContainText("Rule P1");
  await expect(result(page)).not.toContainText("assumed");
  await expect(page.getByText("Undetermined")).toHaveCount(0);
  await page.getByRole("button", { name: "If this is the response to reading the account status" }).click();
  await expect(page.getByText("Undetermined")).toBeVisible();
});

test("an error shows what to do next", async ({ page }) => {
  await open(page);
  await paste(page, "HTTP/2 503\n\n");
  await expect(result(page)).toContainText("The service isn't available right now.");
  await expect(result(page)).toContainText("Send the request again after a short time.");
  await paste(page, "HTTP/2 429\nretry-after: 30\n\n");
  await expect(result(page)).toContainText("Try again in 30 seconds");
  await paste(page, '{"code":2121}');
  await expect(result(page)).toContainText("Check that the text is one whole response");
  await expect(result(page)).not.toContainText("Cause");
  await paste(page, 'HTTP/2 404\n\n{"code":60003,"description":"Tenant not found","errorName":"NoTenant"}');
  await expect(result(page)).toContainText("Remove the cause first.");
  await page.getByRole("button", { name: "Error details" }).click();
  for (const text of ["60003", "NoTenant", "Tenant not found"]) await expect(page.getByText(text, { exact: true })).toBeVisible();
});

test("qualifications, an update and validation codes are recognised", async ({ page }) => {
  await open(page);
  await paste(page, '[{"qualification":"Education","vettingStatus":"InReview"},{"qualification":"StateOwnedEntity"}]');
  await expect(result(page)).toContainText("Qualifications of a customer");
  await expect(result(page)).toContainText("In review");
  await expect(result(page).getByText("Blocked", { exact: true })).toHaveCount(3);
  await paste(page, '"education"');
  await expect(result(page)).toContainText("Qualification of a customer");
  await paste(page, "[]");
  await expect(result(page)).toContainText("No qualifications");
  await paste(page, 'HTTP/1.1 201 Created\n\n{"qualification":"GovernmentCommunityCloud","vettingStatus":"Approved"}');
  await expect(result(page)).toContainText("Qualification that was set");
  await paste(page, '[{"partnerId":"7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745","organizationName":"Contoso","validationId":"123456","maxCreates":5,"remainingCreates":4}]');
  await expect(result(page)).toContainText("123456");
  await expect(result(page)).toContainText("Contoso");
});

test("an invalid HTTP status never leads to an outcome", async ({ page }) => {
  await open(page);
  await paste(page, STATUS("Allowed"));
  for (const text of ["65736", "200.0", "2e2", "0xc8", "２００", "-200", "abc", ""]) {
    await httpStatus(page).fill(text);
    await expect(page.getByText("Enter a number from 100 to 599, such as 200.")).toBeVisible();
    await expect(result(page)).toHaveCount(0);
  }
  await httpStatus(page).fill(" 404 ");
  await expect(badge(page, "Allowed")).toHaveCount(0);
  await expect(result(page)).not.toContainText("assumed");
  await paste(page, `HTTP/1.1 65736 OK\n\n${STATUS("Allowed")}`);
  await expect(page.getByText("Enter the HTTP status to see the result")).toBeVisible();
});

test("external text is shown as text, with invisible characters written out", async ({ page }) => {
  await open(page);
  const markup = '<img src="x" onerror="alert(1)"><script>alert(2)</script><b>bold</b>';
  await paste(page, STATUS(markup));
  await expect(result(page)).toContainText(markup);
  await paste(page, `HTTP/1.1 404 Not Found\n\n${JSON.stringify({ code: 60003, errorName: markup, message: markup })}`);
  await page.getByRole("button", { name: "Error details" }).click();
  await expect(page.getByText(markup).last()).toBeVisible();
  expect(await page.locator("main img, main script, main b").count()).toBe(0);
  await paste(page, STATUS("Allowed\u202e\u200b\u0007"));
  await expect(result(page)).toContainText("AllowedU+202EU+200BU+0007");
  await expect(badge(page, "Undetermined")).toBeVisible();
  expect(await result(page).locator("dd bdi").first().evaluate((node) => getComputedStyle(node).unicodeBidi)).toBe("isolate");
});

test("pasted text is kept while another page is open", async ({ page }) => {
  await open(page);
  await paste(page, STATUS("NotAllowed"));
  await result(page).getByRole("link", { name: "Rule A4" }).click();
  await expect(page).toHaveURL("/rules/A4");
  await page.goBack();
  await expect(response(page)).toHaveValue(STATUS("NotAllowed"));
  await expect(badge(page, "Blocked")).toBeVisible();
});

test("a long text is read quickly", async ({ page }) => {
  await open(page);
  await paste(page, "{'a':".repeat(20_000));
  await expect(result(page)).toContainText("Error response");
});

test("axe finds nothing, in light, dark and forced colours", async ({ page }) => {
  await open(page);
  await passesAxeInEveryScheme(page, "empty");
  await paste(page, STATUS("UnderReview"));
  await badge(page, "Blocked").waitFor();
  await passesAxeInEveryScheme(page, "a status");
  await paste(page, 'HTTP/1.1 403 Forbidden\n\n{"code":800073}');
  await expect(result(page)).toContainText("Rule P1");
  for (const name of ["Error details", "If this is the response to reading the account status", "Raw response"]) await page.getByRole("button", { name }).click();
  await passesAxeInEveryScheme(page, "a refusal, unfolded");
  await paste(page, "HTTP/1.1 xyz");
  await passesAxeInEveryScheme(page, "no HTTP status");
});

test("nothing scrolls sideways at 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page);
  await fits(page, "empty");
  await paste(page, STATUS("W".repeat(500)));
  await expect(result(page)).toContainText("WWW");
  await fits(page, "a long status");
  await paste(page, "[]");
  await expect(result(page)).toContainText("No qualifications");
  await fits(page, "qualifications");
});
