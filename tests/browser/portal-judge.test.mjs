// Answers of the service, pasted and judged.

import assert from "node:assert/strict";

import { LABELS, eligibilityFromResponse } from "../../pkg/dist/index.js";
import { area, choose, judge, portalTest, sees, seesNot, shown } from "./portal-page.mjs";

portalTest("the documented examples are judged as documented", {}, async (page) => {
  const result = area(page, "Judge an answer");
  const expected = {
    "200 Allowed": "Allowed",
    "200 UnderReview": "Blocked",
    "200 NotAllowed": "Blocked",
    "200 Unknown": "Blocked",
    "200 Not Ready": "Undetermined",
    "404 No account status": "Allowed",
    "200 A new status": "Undetermined",
    "404 Tenant not found": "Undetermined",
    "404 Web page": "Undetermined",
  };
  for (const [example, outcome] of Object.entries(expected)) {
    await choose(page, example);
    const body = await page.getByLabel("Body").inputValue();
    const decision = eligibilityFromResponse(Number(example.slice(0, 3)), body);
    assert.equal(LABELS.outcome[decision.outcome], outcome, example);
    await sees(result.locator("p", { hasText: /^New purchase/ }), outcome);
    for (const reason of decision.reasons) await sees(result, shown(reason.message), `Rule ${reason.rule}`);
  }
});

portalTest("an answer is judged while it is typed, for the transaction chosen", {}, async (page) => {
  const result = area(page, "Judge an answer");
  await sees(result, "Nothing to judge yet.");
  await page.getByLabel("HTTP status").fill("200");
  await page.getByLabel("Body").pressSequentially('{"status":"UnderReview"');
  await sees(result, "Undetermined", "Rule R1");
  await page.getByLabel("Body").press("}");
  await sees(result, "Blocked", "Rule A2");
  await result.getByLabel("Transaction").selectOption({ label: "Renewal" });
  await sees(result, "Allowed", "Rule A3");
  await seesNot(result, "Rule A2");
});

portalTest("an HTTP status that is none never becomes a yes", {}, async (page) => {
  for (const httpStatus of ["65736", "200.0", "2e2", "0xc8", "２００", "-200", "abc"]) {
    const result = await judge(page, httpStatus, '{"status":"Allowed"}');
    await sees(result, "Undetermined", "Rule R5");
  }
});

portalTest("a refused purchase is recognised beside the answer about the status", {}, async (page) => {
  await choose(page, "403 Purchase refused");
  await sees(area(page, "Judge an answer"), "Rule R3", "As the answer to a purchase", "Blocked", "Rule P1");
});

portalTest("HTML and scripts in an answer are shown as text", {}, async (page) => {
  const markup = '<img src="x" onerror="alert(1)"><script>alert(2)</script><b>bold</b>';
  const result = await judge(page, 404, JSON.stringify({ code: 60003, errorName: markup, message: markup }));
  await sees(result, markup, "Undetermined");
  await judge(page, 200, JSON.stringify({ status: markup }));
  await sees(result, markup, "Undetermined", "Rule A8");
  await judge(page, 404, JSON.stringify(markup));
  await sees(result, markup, "Rule R2");
  assert.equal(await result.locator("img, script, b").count(), 0);
});

portalTest("characters that hide or turn text are made visible", {}, async (page) => {
  const result = await judge(page, 200, JSON.stringify({ status: "Allowed\u202e\u200b\u0007" }));
  await sees(result, "AllowedU+202EU+200BU+0007", "Undetermined");
  const [value] = await result.locator("dd bdi").all();
  assert.equal(await value.evaluate((node) => getComputedStyle(node).unicodeBidi), "isolate");
});
