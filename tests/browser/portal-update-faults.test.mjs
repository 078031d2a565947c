// What becomes of an update that the service does not confirm: a refusal stands at its field, and what may still take
// effect is sent again with the same ids.

import assert from "node:assert/strict";

import { LABELS, MESSAGES, readFault } from "../../pkg/dist/index.js";
import { messages as german } from "../../pkg/dist/messages/de.js";
import {
  CUSTOMER,
  area,
  check,
  choose,
  description,
  errors,
  hasFocus,
  portalTest,
  radio,
  sandbox,
  sees,
  seesNot,
  shown,
} from "./portal-page.mjs";
import {
  CODE,
  IN_REVIEW,
  SEED,
  UNKNOWN,
  button,
  facts,
  form,
  offer,
  outcome,
  result,
  send,
  sendAllTheSame,
  summary,
} from "./portal-steps.mjs";

const NOT_CONFIRMED = "The update was not confirmed";
const GCC_UPDATE = { qualification: "GovernmentCommunityCloud", validationCode: CODE };
const ids = (sent) => sent.map(({ requestId }) => requestId);
const answerUpdates = (page, answer) =>
  page.route("**/qualifications", (route) => (route.request().method() === "POST" ? answer(route) : route.continue()));

portalTest(
  "a customer that the service does not know is an error at the customer ID",
  { sends: true },
  async (page, { sent }) => {
    await offer(page, { customerId: UNKNOWN, qualification: "StateOwnedEntity" });
    await sendAllTheSame(page);
    await outcome(page, NOT_CONFIRMED).waitFor();
    const id = page.getByLabel("Customer ID");
    assert.ok(await hasFocus(summary(page, NOT_CONFIRMED)));
    assert.deepEqual(await errors(page), [MESSAGES.customerNotFound]);
    assert.equal(await id.getAttribute("aria-invalid"), "true");
    assert.ok((await description(id)).includes(`Error: ${MESSAGES.customerNotFound}`));
    await sees(result(page), MESSAGES.customerNotFound, "60003", `Tenant ${UNKNOWN} was not found.`);
    assert.equal(await button(result(page), "Send it again").count(), 0, "it would be refused again");
    await summary(page, NOT_CONFIRMED).getByRole("link").click();
    assert.ok(await hasFocus(id));
    await id.fill(CUSTOMER);
    assert.deepEqual(await errors(page), []);
    assert.equal(await id.getAttribute("aria-invalid"), null);
    await seesNot(result(page), MESSAGES.customerNotFound);
    await check(page);
    await send(page);
    await outcome(page, "The update was accepted").waitFor();
    const [first, second] = ids(sent);
    assert.notEqual(first, second, "a request after an answer is another one");
  },
);

portalTest(
  "a qualification that the service refuses is an error at the qualification",
  { sends: true, data: { ...SEED, undetermined: "refuse" } },
  async (page, { sent }) => {
    await offer(page, { ...GCC_UPDATE, customerId: IN_REVIEW });
    await sendAllTheSame(page);
    await outcome(page, NOT_CONFIRMED).waitFor();
    const group = page.getByRole("radiogroup", { name: "Qualification" });
    assert.deepEqual(await errors(page), [MESSAGES.qualificationRefused]);
    assert.equal(await group.getAttribute("aria-invalid"), "true");
    await sees(result(page), "Customer tagging denied.", LABELS.faultOrigin.customer);
    await check(page);
    await sendAllTheSame(page);
    await outcome(page, NOT_CONFIRMED).waitFor();
    const [first, second] = ids(sent);
    assert.notEqual(first, second);
  },
);

portalTest(
  "what the service refuses of no field is said above the form, without a link",
  { sends: true },
  async (page) => {
    await offer(page, GCC_UPDATE);
    // Meanwhile others have used the code up.
    const validationCodes = SEED.validationCodes.map((code) => ({ ...code, remainingCreates: 0 }));
    await sandbox("PUT", "/data", { ...SEED, validationCodes });
    await send(page);
    await outcome(page, NOT_CONFIRMED).waitFor();
    assert.ok(await hasFocus(summary(page, NOT_CONFIRMED)));
    await sees(summary(page, NOT_CONFIRMED).getByRole("listitem").first(), MESSAGES.requestNotAccepted);
    assert.equal(await summary(page, NOT_CONFIRMED).getByRole("listitem").first().getByRole("link").count(), 0);
    await sees(result(page), "3000", "InvalidProperty");
    // The codes have been read again: by now the form knows better.
    const usedUp = shown(MESSAGES.validationCodeUsedUp.replace("{input}", CODE));
    await summary(page, NOT_CONFIRMED).getByRole("link", { name: usedUp }).click();
    assert.ok(await hasFocus(page.getByLabel("Validation code")));
    assert.deepEqual(await errors(page), [usedUp]);
  },
);

for (const mode of ["asynchronous", "synchronous"]) {
  portalTest(
    `a validation code is not told in full where a refused ${mode} update is shown`,
    { sends: true },
    async (page, { problems }) => {
      const logged = [];
      page.on("console", (message) => logged.push(message.text()));
      await page.route("**/qualification{,s}{,?*}", (route) =>
        route.request().method() === "GET"
          ? route.continue()
          : route.fulfill({
              status: 400,
              json: { code: 3000, description: `code=${CODE} is wrong, 00${CODE} too, 1${CODE} is another` },
            }),
      );
      await offer(page, { ...GCC_UPDATE, mode });
      await send(page);
      await outcome(page, NOT_CONFIRMED).waitFor();
      await result(page).getByText("The answer as it came").click();
      await sees(result(page), `code=… is wrong, … too, 1${CODE} is another`, "HTTP 400");
      for (const text of [await result(page).innerText(), await summary(page, NOT_CONFIRMED).innerText(), page.url()])
        assert.ok(!new RegExp(`(?<!1)${CODE}`).test(text), text);
      assert.ok(!logged.some((text) => text.includes(CODE)), logged.join("\n"));
      assert.deepEqual(problems, []);
    },
  );
}

portalTest("too many requests: the same one is sent again, and succeeds", { sends: true }, async (page, { sent }) => {
  await offer(page, GCC_UPDATE);
  await sandbox("POST", "/throttle", { requests: 1, retryAfter: 57 });
  await send(page);
  await outcome(page, NOT_CONFIRMED).waitFor();
  assert.ok(await hasFocus(outcome(page, NOT_CONFIRMED)));
  await sees(result(page), MESSAGES.tooManyRequests);
  const { "HTTP status": status, "Retry-After": wait } = await facts(result(page));
  assert.equal(status, "429");
  assert.match(wait, /^57 s, until \d\d:\d\d:\d\d$/);
  assert.ok(await summary(page, NOT_CONFIRMED).isHidden(), "nothing is wrong with the form");
  await choose(page, "Send it again");
  await outcome(page, "The update was accepted").waitFor();
  const [first, second] = sent;
  assert.equal(sent.length, 2);
  assert.deepEqual(second, first);
});

portalTest(
  "where the answer is lost the same request is sent again, and takes effect once",
  { sends: true },
  async (page, { sent, problems }) => {
    await offer(page, GCC_UPDATE);
    let isLost = false;
    await answerUpdates(page, async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await send(page);
    await outcome(page, NOT_CONFIRMED).waitFor();
    await sees(result(page), MESSAGES.noAnswer);
    const lost = problems.splice(0);
    assert.equal(lost.length, 2, lost.join("\n"));
    for (const problem of lost) assert.match(problem, /ERR_CONNECTION_RESET/);
    await choose(page, "Send it again");
    await outcome(page, "The update was accepted").waitFor();
    const [first, second] = sent;
    assert.deepEqual(second, first);
    await radio(page, LABELS.qualification.GovernmentCommunityCloud).check();
    await form(page).getByText("2 left").waitFor();
  },
);

portalTest(
  "an update that was checked anew, but is the same, keeps the request ID of what may have taken effect",
  { sends: true },
  async (page, { sent }) => {
    await offer(page, GCC_UPDATE);
    await sandbox("POST", "/throttle", { requests: 2, retryAfter: 1 });
    await send(page);
    await outcome(page, NOT_CONFIRMED).waitFor();
    await page.getByLabel("Validation code").fill("2041322");
    await seesNot(result(page), MESSAGES.tooManyRequests);
    await check(page);
    await send(page);
    await outcome(page, NOT_CONFIRMED).waitFor();
    await page.getByLabel("Validation code").fill("7");
    await page.getByLabel("Validation code").fill("2041322");
    await check(page);
    await send(page);
    await outcome(page, "The update was accepted").waitFor();
    const [first, second, third] = ids(sent);
    assert.notEqual(first, second, "another code is another request");
    assert.equal(second, third);
  },
);

portalTest(
  "a service that does not answer is not waited for longer than half a minute",
  { sends: true },
  async (page, { sent, problems }) => {
    await page.clock.install();
    await offer(page, GCC_UPDATE);
    await answerUpdates(page, () => {});
    await send(page);
    const sending = button(result(page), "Sending …");
    await sending.waitFor();
    assert.equal(await sending.getAttribute("aria-disabled"), "true");
    await sending.dispatchEvent("click");
    assert.equal(await form(page).evaluate((node) => node.inert), true, "what is under way is not changed");
    await choose(page, "Set a qualification for this customer");
    await page.clock.fastForward(29_000);
    await sending.waitFor();
    await page.clock.fastForward(1_000);
    await outcome(page, NOT_CONFIRMED).waitFor();
    await sees(result(page), MESSAGES.noAnswer, "None");
    assert.equal(sent.length, 1);
    assert.equal(await form(page).evaluate((node) => node.inert), false);
    problems.splice(0).forEach((problem) => assert.match(problem, /ERR_ABORTED/));
  },
);

portalTest(
  "an answer that nobody can read says that the customer has to be read again, and it is",
  { sends: true },
  async (page) => {
    await offer(page, GCC_UPDATE);
    await answerUpdates(page, async (route) => {
      await route.fetch();
      await route.fulfill({ status: 200, contentType: "text/html", body: "<html><script>alert(1)</script>" });
    });
    await send(page);
    await outcome(page, NOT_CONFIRMED).waitFor();
    await sees(summary(page, NOT_CONFIRMED), MESSAGES.unexpectedAnswer);
    await area(page, "Customers").getByRole("table", { name: "Qualifications held" }).getByText("InReview").waitFor();
    await result(page).getByText("The answer as it came").click();
    await sees(result(page), "<html><script>alert(1)</script>");
  },
);

portalTest("a fault is said in the language of the form", { sends: true }, async (page) => {
  await offer(page, { customerId: UNKNOWN, qualification: "StateOwnedEntity" });
  await sendAllTheSame(page);
  await outcome(page, NOT_CONFIRMED).waitFor();
  await page.getByLabel("Language of the form").selectOption({ label: "Deutsch" });
  await page.locator('form[lang="de"]').waitFor();
  assert.deepEqual(await errors(page), [german.customerNotFound]);
  await sees(summary(page, NOT_CONFIRMED), german.customerNotFound);
  await sees(result(page), german.customerNotFound);
  assert.equal(readFault(404, '{"code":60003}', { messages: german }).issue.message, german.customerNotFound);
});
