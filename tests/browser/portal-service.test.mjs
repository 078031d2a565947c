// What the page reads from the service, while it is on its way, when it fails, and when it comes late.

import assert from "node:assert/strict";

import { LABELS, MESSAGES } from "../../pkg/dist/index.js";
import {
  CUSTOMER,
  area,
  check,
  choose,
  errors,
  hasFocus,
  isRead,
  judge,
  listen,
  matrix,
  portalTest,
  radio,
  sandbox,
  sees,
  seesNot,
  shown,
  spoiltPortalTest,
} from "./portal-page.mjs";
import { CODE, SEED, button, fillIn, form, newPurchase, outcome, question, result } from "./portal-steps.mjs";

const { GovernmentCommunityCloud: GCC } = LABELS.qualification;
const customers = (page) => area(page, "Customers");
const details = (page) => customers(page).locator("#customer-details");
const withFourthCoffee = (qualifications) => ({
  ...SEED,
  customers: SEED.customers.map((customer) =>
    customer.name === "Fourth Coffee" ? { ...customer, qualifications } : customer,
  ),
});

/** Keeps requests waiting until they are let go. What comes after `others` is called goes that way. */
async function hold(page, pattern) {
  const waiting = [];
  let take = (route) => waiting.push(route);
  await page.route(pattern, (route) => take(route));
  return {
    others: (other) => (take = other),
    async letGo() {
      take = (route) => route.continue();
      await Promise.all(waiting.splice(0).map((route) => route.continue()));
    },
  };
}

let held;
const slow = async (page) => (held = await hold(page, "**/v1/**"));

spoiltPortalTest(
  "the page can be used while answers are on their way, and says nothing before they are there",
  slow,
  async (page, { problems }) => {
    const list = page.getByRole("table", { name: "Sample customers" });
    await list.waitFor();
    assert.equal(await list.getByRole("button").count(), SEED.customers.length);
    assert.equal(await list.getAttribute("aria-busy"), "true");
    await customers(page).getByLabel("Search by name or id").fill("Trey");
    await sees(customers(page), `1 of ${SEED.customers.length} customers`);
    await choose(page, "Trey Research");
    await sees(details(page), "Being read …");
    assert.equal(await customers(page).locator("td .outcome, .why .outcome").count(), 0, "nothing is decided yet");
    await sees(await judge(page, 200, '{"status":"Allowed"}'), "Allowed");
    await page.getByLabel("Customer ID").fill(CUSTOMER);
    await sees(form(page), "Contoso Manufacturing. What it holds is being read.");
    await radio(page, GCC).check();
    await sees(form(page), "Being read …");
    await page.getByLabel("Validation code").fill(CODE);
    await check(page);
    await sees(result(page), shown(MESSAGES.holdingsNotKnown));
    await choose(page, "Send it although the rules leave it open …");

    await held.letGo();
    await isRead(page);
    assert.ok(await question(page).isHidden(), "what was asked is no longer the question");
    await button(result(page), "Set the qualification …").waitFor();
    await sees(form(page), "Contoso Manufacturing. Holds: nothing.", "3 left");
    assert.equal(await newPurchase(page), "AUUUU");
    assert.deepEqual(problems, []);
  },
);

portalTest("what is known by now counts: what was offered is taken back", {}, async (page) => {
  await fillIn(page, { qualification: "GovernmentCommunityCloud", validationCode: CODE });
  await check(page);
  await outcome(page, "This would be sent").waitFor();
  const qualifications = [{ qualification: "Education", vettingStatus: "Approved" }];
  await sandbox("PUT", "/data", {
    ...SEED,
    customers: SEED.customers.map((customer) =>
      customer.id === CUSTOMER ? { ...customer, qualifications } : customer,
    ),
  });
  await choose(page, "Read again");
  await result(page).getByText("There is none: the form has errors.").waitFor();
  assert.deepEqual(await errors(page), [shown(MESSAGES.requiresNoQualification)]);
});

portalTest("a fault says what to do next, and what is asked for again has the same ids", {}, async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(request));
  await choose(page, "Fourth Coffee");
  await sees(details(page), MESSAGES.serviceFailed);
  const failed = async () => {
    await choose(details(page), "Try again");
    await isRead(page);
    return asked.splice(0);
  };
  const first = await failed();
  assert.deepEqual(
    first.map((request) => new URL(request.url()).pathname.split("/").at(-1)),
    ["qualifications"],
    "only what is missing is asked for",
  );
  const heard = await listen(page);
  await heard();
  await sandbox("PUT", "/data", withFourthCoffee([]));
  const second = await failed();
  assert.equal(first[0].headers()["ms-requestid"], second[0].headers()["ms-requestid"]);
  assert.ok(await hasFocus(page.getByRole("heading", { name: "Qualifications held" })));
  const [news, ...more] = await heard();
  assert.match(
    news,
    /^Fourth Coffee: account status Allowed\. Holds: nothing\. Commercial, every transaction: Allowed, was Undetermined\./,
  );
  assert.deepEqual(more, []);
  assert.equal(await newPurchase(page), "AABBB");
  await choose(page, "Read again");
  await isRead(page);
  assert.notEqual(asked.at(-1).headers()["ms-requestid"], second[0].headers()["ms-requestid"]);
  assert.equal(await customers(page).getByText("An answer is missing").isVisible(), false);
});

const throttled = () => sandbox("POST", "/throttle", { requests: 39, retryAfter: 1 });

spoiltPortalTest("where nothing was answered all of it is asked for again at once", throttled, async (page) => {
  await isRead(page);
  const missing = customers(page).getByText("An answer is missing for 19 customers.");
  await missing.waitFor();
  await sees(details(page), "Not read: HTTP 429", MESSAGES.tooManyRequests, "Undetermined");
  await seesNot(details(page).locator(".matrix"), "Allowed");
  await radio(page, GCC).check();
  await sees(form(page), MESSAGES.tooManyRequests);
  await choose(form(page), "Try again");
  await form(page).getByRole("button", { name: CODE }).waitFor();
  await seesNot(form(page), MESSAGES.tooManyRequests);
  await button(customers(page).locator(".missing"), "Try again").click();
  await customers(page).getByText("An answer is missing for 1 customer.").waitFor();
  assert.equal(await newPurchase(page), "AABBB");
});

const withoutList = (page) =>
  page.route("**/sandbox/customers", (route) => route.fulfill({ status: 500, body: "<html>" }));

spoiltPortalTest(
  "a list that does not arrive leaves the rest of the page, and can be asked for again",
  withoutList,
  async (page) => {
    await sees(customers(page), "The list of customers did not arrive: The sandbox answered with HTTP status 500.");
    await sees(await judge(page, 200, '{"status":"Allowed"}'), "Allowed");
    await page.getByLabel("Customer ID").fill(CUSTOMER);
    await sees(form(page), "Not a sample customer: what it holds is not known.");
    await choose(customers(page), "Try again");
    await sees(customers(page), "did not arrive");
    assert.ok(await hasFocus(button(customers(page), "Try again")));
    await page.unroute("**/sandbox/customers");
    await choose(customers(page), "Try again");
    await isRead(page);
    assert.ok(await hasFocus(customers(page).getByLabel("Search by name or id")));
    await sees(form(page), "Contoso Manufacturing. Holds: nothing.");
    assert.equal(await page.locator("#customer-ids option").count(), SEED.customers.length);
  },
);

portalTest(
  "an answer that was lost is no answer, and the one that was asked for last counts",
  {},
  async (page, { problems }) => {
    const first = await hold(page, "**/validationStatus?*");
    await choose(page, "Read again");
    await page.waitForFunction(() => document.querySelector(".matrix").ariaBusy === "true");
    first.others((route) => route.abort("connectionreset"));
    await choose(page, "Read again");
    await details(page).getByText("Not read: no answer").waitFor();
    await sees(details(page), MESSAGES.noAnswer);
    await first.letGo();
    await isRead(page);
    await page.waitForTimeout(200);
    await sees(details(page), "Not read: no answer");
    await choose(details(page), "Try again");
    await isRead(page);
    await seesNot(details(page), "Not read");
    assert.equal(
      await matrix(page)
        .getByRole("radio", { name: /Account alone Allowed/ })
        .count(),
      6,
    );
    for (const problem of problems.splice(0)) assert.match(problem, /ERR_CONNECTION_RESET/);
  },
);

portalTest("what was chosen stays chosen, and the focus stays, when a customer is read again", {}, async (page) => {
  const cell = matrix(page).getByRole("radio", { name: "Renewal Commercial Allowed" });
  await cell.focus();
  await page.keyboard.press("Space");
  await sandbox("PUT", "/data", {
    ...SEED,
    customers: SEED.customers.map((customer) =>
      customer.id === CUSTOMER ? { ...customer, validationStatus: { status: "NotAllowed" } } : customer,
    ),
  });
  await button(details(page), "Read again").evaluate((node) => node.click());
  const changed = matrix(page).getByRole("radio", { name: "Renewal Commercial Blocked was Allowed" });
  await changed.waitFor({ state: "attached" });
  assert.ok(await changed.isChecked());
  assert.ok(await hasFocus(changed));
  await details(page).getByRole("heading", { name: "Renewal, Commercial Blocked" }).waitFor();
});
