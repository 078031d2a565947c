// Setting a qualification all the way: the request that is shown is the one that is sent, its review ends, and what the
// customer may get changes.

import assert from "node:assert/strict";

import { LABELS, MESSAGES, requests } from "../../pkg/dist/index.js";
import { CUSTOMER, area, choose, hasFocus, listen, matrix, portalTest, sees, seesNot, shown } from "./portal-page.mjs";
import {
  CODE,
  IN_REVIEW,
  button,
  facts,
  form,
  newPurchase,
  offer,
  only,
  outcome,
  question,
  result,
  send,
  sendAllTheSame,
} from "./portal-steps.mjs";

const { GovernmentCommunityCloud: GCC, StateOwnedEntity: SOE } = LABELS.qualification;
const GCC_UPDATE = { qualification: "GovernmentCommunityCloud", validationCode: CODE };
const details = (page) => area(page, "Customers").locator("#customer-details");
const held = (page) => details(page).getByRole("table", { name: "Qualifications held" });
const settable = (page) => details(page).getByRole("table", { name: "Qualifications that could be set now" });
const changes = async (page) =>
  (await result(page).locator(".changed li").allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
const left = async (page) => (await form(page).locator(".code__left").first().innerText()).trim();

portalTest(
  "Government Community Cloud is set with a code, reviewed and approved",
  { sends: true },
  async (page, { sent }) => {
    assert.equal(await newPurchase(page), "AABBB");
    await choose(page, "Set a qualification for this customer");
    await offer(page, GCC_UPDATE);
    assert.equal(await left(page), "3 left");
    await send(page);

    await outcome(page, "The update was accepted").waitFor();
    assert.ok(await hasFocus(outcome(page, "The update was accepted")));
    const { method, path, body } = only(sent, "POST");
    assert.equal(`${method} ${path}`, `POST /v1/customers/${CUSTOMER}/qualifications`);
    assert.deepEqual(JSON.parse(body), { qualification: "GovernmentCommunityCloud", validationCode: CODE });
    const { Qualification, "Vetting status": status } = await facts(result(page));
    assert.deepEqual([Qualification, status], [GCC, "InReview"]);
    await held(page).getByText("InReview").waitFor();
    assert.equal(await newPurchase(page), "AABBB", "a review in progress qualifies for nothing");
    await sees(settable(page), "Rule S5");

    await button(result(page), `Approve ${GCC}`).click();
    await held(page).getByText("Approved").waitFor();
    assert.equal(await newPurchase(page), "ABBBA");
    assert.equal((await facts(result(page)))["Vetting status"], "Approved");
    assert.deepEqual(await changes(page), [
      `${LABELS.offerSegment.Commercial}, every transaction: Blocked was Allowed`,
      `${LABELS.offerSegment.GovernmentCommunityCloud}, every transaction: Allowed was Blocked`,
    ]);
    assert.equal(
      await result(page).getByRole("group", { name: "Sandbox only" }).count(),
      0,
      "a review that has ended cannot be ended",
    );
    await sees(settable(page), "Rule S4");
    assert.equal(await matrix(page).getByText("was Blocked").count(), 6);

    await choose(page, "Show the customer");
    assert.ok(await hasFocus(page.getByRole("heading", { name: "Contoso Manufacturing" })));
    assert.equal(
      await matrix(page).getByText("was Allowed").count(),
      6,
      "the marks are there when one comes to see them",
    );
    await choose(page, "Set a qualification for this customer");
    await sees(form(page), `Contoso Manufacturing. Holds: ${GCC} (Approved)`);
  },
);

portalTest("the remaining creates of a code are read again after an update", { sends: true }, async (page) => {
  await offer(page, GCC_UPDATE);
  await send(page);
  await outcome(page, "The update was accepted").waitFor();
  await form(page).getByRole("radio", { name: GCC }).check();
  await form(page).getByText("2 left").waitFor();
  await sees(form(page).getByRole("button", { name: CODE }), "2 left");
});

portalTest("a review that is denied says why, and nothing has changed", { sends: true }, async (page) => {
  await offer(page, GCC_UPDATE);
  await send(page);
  await outcome(page, "The update was accepted").waitFor();
  await result(page).getByLabel("Reason, if denied").fill("Not an eligible government");
  await button(result(page), `Deny ${GCC}`).click();
  await held(page).getByText("Denied").waitFor();
  await sees(held(page), "Not an eligible government");
  const { "Vetting status": status, "Vetting reason": reason } = await facts(result(page));
  assert.deepEqual([status, reason], ["Denied", "Not an eligible government"]);
  await sees(result(page), "Nothing.");
  assert.equal(await newPurchase(page), "AABBB");
  // What was denied can be submitted again.
  await sees(settable(page).getByRole("row", { name: /^Government/ }), "Allowed");
});

portalTest(
  "a review is ended at the customer, by the sandbox's own control",
  { sends: true },
  async (page, { sent }) => {
    await choose(page, "Southridge College");
    const control = details(page).getByRole("group", { name: "Sandbox only" });
    await sees(control, "End the review of Education.");
    const heard = await listen(page);
    await heard();
    await button(control, "Approve Education").click();
    await held(page).getByText("Approved").waitFor();
    assert.equal(await newPurchase(page), "AAABB");
    assert.ok(await hasFocus(page.getByRole("heading", { name: "Qualifications held" })));
    assert.deepEqual(await heard(), [
      "Southridge College: account status Allowed. Holds: Education (Approved). Education, every transaction: Allowed, was Blocked.",
    ]);
    assert.equal(only(sent, "POST").path, `/sandbox/customers/${IN_REVIEW}/reviews`);
  },
);

portalTest("a review that is no longer there is not ended, and the customer is read", { sends: true }, async (page) => {
  await choose(page, "Southridge College");
  const control = details(page).getByRole("group", { name: "Sandbox only" });
  await page.route("**/reviews", async (route) => {
    await route.fetch();
    await route.continue();
  });
  await button(control, "Approve Education").click();
  await held(page).getByText("Approved").waitFor();
  assert.equal(await control.count(), 0);
});

portalTest("the synchronous API takes effect at once", { sends: true }, async (page, { sent }) => {
  await offer(page, { ...GCC_UPDATE, mode: "synchronous" });
  await sees(result(page), `PUT /v1/customers/${CUSTOMER}/qualification?code=${CODE}`);
  await send(page);
  await outcome(page, "The update was accepted").waitFor();
  const { path, body } = only(sent, "PUT");
  assert.deepEqual([path, body], [`/v1/customers/${CUSTOMER}/qualification?code=${CODE}`, "3"]);
  await result(page).getByText("every transaction").first().waitFor();
  assert.equal(await newPurchase(page), "ABBBA");
  assert.equal((await facts(result(page)))["Vetting status"], undefined);
});

portalTest(
  "the request is shown as it is sent, and copied as a command without a token",
  { sends: true, permissions: ["clipboard-read", "clipboard-write"] },
  async (page, { sent }) => {
    await offer(page, GCC_UPDATE);
    const headers = await result(page)
      .locator(".request__headers > div")
      .evaluateAll((rows) => Object.fromEntries(rows.map(({ children: [dt, dd] }) => [dt.innerText, dd.innerText])));
    const caller = { requestId: headers["MS-RequestId"], correlationId: headers["MS-CorrelationId"] };
    const values = { customerId: CUSTOMER, ...GCC_UPDATE };
    const { request } = requests.setQualification(values, { held: [] }, caller);
    assert.deepEqual(headers, request.headers);
    await sees(result(page), `${request.method} ${request.path}`, request.body);
    const heard = await listen(page);
    await choose(page, "Copy as curl");
    await button(result(page), "Copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), request.curl);
    assert.ok(!request.curl.includes("Bearer ey"), request.curl);
    assert.deepEqual(await heard(), ["The command was copied."]);
    await button(result(page), "Copy as curl").waitFor();
    assert.deepEqual(sent, []);
    await send(page);
    await outcome(page, "The update was accepted").waitFor();
    const { method, path, body, requestId } = only(sent, "POST");
    assert.deepEqual(
      { method, path, body, requestId },
      {
        method: request.method,
        path: request.path,
        body: request.body,
        requestId: caller.requestId,
      },
    );
  },
);

portalTest("where the browser does not let the page copy, it says so", { permissions: [] }, async (page) => {
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("denied"))));
  await offer(page, GCC_UPDATE);
  await choose(page, "Copy as curl");
  await button(result(page), "Not copied").waitFor();
});

portalTest("nothing is sent before it is confirmed that it stays", {}, async (page) => {
  await offer(page, GCC_UPDATE);
  await sees(result(page), "Nothing has been sent.", MESSAGES.qualificationHint);
  for (const leave of [() => button(question(page), "Cancel").click(), () => page.keyboard.press("Escape")]) {
    await choose(page, "Set the qualification …");
    const dialog = page.getByRole("dialog", { name: `Set ${GCC} for Contoso Manufacturing?` });
    await sees(dialog, MESSAGES.qualificationHint, CUSTOMER, LABELS.mode.asynchronous);
    assert.ok(await hasFocus(button(dialog, "Cancel")), "the key that is pressed without thinking sends nothing");
    await leave();
    await dialog.waitFor({ state: "hidden" });
    assert.ok(await hasFocus(button(result(page), "Set the qualification …")));
  }
  await sees(result(page), "Nothing has been sent.");
});

portalTest(
  "what the rules leave open is sent by another button, in other words",
  { sends: true },
  async (page, { sent }) => {
    await offer(page, { ...GCC_UPDATE, customerId: IN_REVIEW });
    assert.equal(await button(result(page), "Set the qualification …").count(), 0);
    await sees(result(page), shown(MESSAGES.reviewInProgress), "Rule S8");
    await choose(page, "Send it although the rules leave it open …");
    await sees(question(page), shown(MESSAGES.reviewInProgress), MESSAGES.qualificationHint);
    assert.equal(await button(question(page), "Set it").count(), 0);
    await question(page).getByRole("link", { name: "Rule S8" }).click();
    assert.ok(await question(page).isHidden(), "a link leads out of the question");
    await sendAllTheSame(page);
    await outcome(page, "The update was accepted").waitFor();
    assert.equal(only(sent, "POST").path, `/v1/customers/${IN_REVIEW}/qualifications`);
  },
);

portalTest(
  "what is accepted leaves an empty form, and what comes next takes its place",
  { sends: true },
  async (page, { sent }) => {
    await offer(page, { qualification: "StateOwnedEntity" });
    await send(page);
    await outcome(page, "The update was accepted").waitFor();
    assert.equal(await page.getByLabel("Customer ID").inputValue(), "");
    await page.getByLabel("Customer ID").fill("3d");
    await sees(result(page), "The update was accepted", SOE);
    await offer(page, { ...GCC_UPDATE, customerId: IN_REVIEW });
    await seesNot(result(page), "The update was accepted");
    await choose(page, "Clear");
    await sees(result(page), "Nothing has been checked yet.");
    assert.equal(sent.length, 1);
  },
);

portalTest(
  "a transaction can be tried out, and the sandbox decides as the page does",
  { sends: true },
  async (page) => {
    const attempt = async (cell, words) => {
      await matrix(page).getByRole("radio", { name: cell }).check({ force: true });
      await choose(page, "Try it in the sandbox");
      await details(page).getByText(words).waitFor();
    };
    await attempt("New purchase Commercial Allowed", "It goes through: HTTP 201.");
    await attempt(`New purchase ${LABELS.offerSegment.GovernmentCommunityCloud} Blocked`, "fault 800024");
    await choose(page, "School of Fine Art");
    await attempt("New purchase Commercial Blocked", `It does not go through: ${shown(MESSAGES.accountUnderReview)}`);
    await attempt("Renewal Commercial Allowed", "It goes through: HTTP 201.");
  },
);
