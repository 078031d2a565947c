// Every text of every case, and worse ones, in every place that takes or shows a text: none is more than text, and
// nothing in it is hidden.

import assert from "node:assert/strict";

import { LABELS, MESSAGES } from "../../pkg/dist/index.js";
import { caseFiles } from "../files.mjs";
import {
  CUSTOMER,
  area,
  choose,
  isRead,
  matrix,
  portalTest,
  radio,
  sandbox,
  sees,
  shown,
  spoiltPortalTest,
} from "./portal-page.mjs";
import { CODE, SEED, button, offer, outcome, question, result, send } from "./portal-steps.mjs";

const MARKUP = '"><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>';
const WORSE = [
  MARKUP,
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "${alert(1)}",
  "=1+1",
  "@SUM(A1)",
  "\tname",
  "\rname",
  "\u202eedoc",
  "a\u2066b\u2069c\u200b\u00ad\ufeff",
  "\u0000\u0007\u001b[31m",
  "\ud800",
  "e\u0301".repeat(200),
  "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}",
  "`back`tick`",
  "%2e%2e%2f",
  "' OR 1=1 --",
  "W".repeat(5000),
  "constructor",
  "__proto__",
  "toString",
];
const TEXTS = [
  ...new Set([...WORSE, ...(await caseFiles()).flatMap(({ cases }) => texts(cases.map(({ input }) => input)))]),
];

function texts(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** Gives the page what finds elements that are not its own, and characters that hide or turn text. */
const watch = (page) =>
  page.evaluate(() => {
    const HIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
    const FOREIGN = [
      "img:not([src='/favicon.svg'])",
      "script:not(head script)",
      "iframe, object, embed",
      "svg:not([aria-hidden])",
      "b:not(.request__line b)",
    ].join();
    globalThis.foreign = () => {
      const found = [...document.querySelectorAll(FOREIGN)].map((node) => node.outerHTML);
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode())
        if (HIDDEN.test(walker.currentNode.data)) found.push(JSON.stringify(walker.currentNode.data));
      return found;
    };
  });

for (const [qualification, fields] of [
  ["Education", ["#field-customerId", "#field-website", "#customer-search", "#judge-status", "#judge-body"]],
  ["GovernmentCommunityCloud", ["#field-validationCode", "#rule-search", "#review-customer-Education-reason"]],
]) {
  portalTest(`no text is more than text in ${fields.length} fields, with ${qualification}`, {}, async (page) => {
    await watch(page);
    await choose(page, "Southridge College");
    await radio(page, LABELS.qualification[qualification]).check();
    const found = await page.evaluate(
      ({ fields, texts }) => {
        const nodes = fields.map((field) => document.querySelector(field));
        const fill = (node, text) => {
          node.value = text;
          node.dispatchEvent(new InputEvent("input", { bubbles: true }));
          node.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
        };
        const status = document.getElementById("judge-status");
        const body = document.getElementById("judge-body");
        return texts.flatMap((text) => {
          for (const node of nodes) fill(node, text);
          const wrong = foreign();
          fill(status, "404");
          for (const value of [
            text,
            { status: text },
            { code: text, message: text, description: text, errorName: text },
          ]) {
            fill(body, JSON.stringify(value));
            wrong.push(...foreign());
          }
          return wrong;
        });
      },
      { fields, texts: TEXTS },
    );
    assert.deepEqual(found, []);
    await page.getByRole("button", { name: "Check the update" }).click();
    assert.deepEqual(await page.evaluate(() => foreign()), []);
  });
}

/**
 * Customers with every text: as a name, a status, and all that a qualification has. The sandbox takes no more at once than
 * a part.
 */
function* parts() {
  const given = TEXTS.filter((text) => text.isWellFormed() && text.length < 1000);
  const next = () => given.pop() ?? "the end";
  while (given.length > 0) {
    const customers = [];
    while (given.length > 0 && JSON.stringify(customers).length < 40_000) {
      const qualifications = Array.from({ length: 4 }, () => ({
        qualification: next(),
        vettingStatus: next(),
        vettingReason: next(),
        vettingCreateDate: next(),
      }));
      const id = `0a1b2c3d-4e5f-6789-abcd-${String(customers.length + 1).padStart(12, "0")}`;
      customers.push({ id, name: next(), validationStatus: { status: next() }, qualifications });
    }
    const validationCodes = customers.map(({ name }, index) => ({
      validationId: index + 1,
      organizationName: name,
      maxCreates: null,
      remainingCreates: null,
    }));
    yield { customers, validationCodes };
  }
}

portalTest("no text of a customer or a code is more than text", {}, async (page) => {
  let count = 0;
  for (const part of parts()) {
    await sandbox("PUT", "/data", part);
    await page.reload();
    await isRead(page);
    await watch(page);
    await radio(page, LABELS.qualification.GovernmentCommunityCloud).check();
    const found = await page.evaluate(() => {
      const wrong = foreign();
      for (const button of document.querySelectorAll(".list__name")) {
        button.click();
        document.querySelector(".details__head .button").click();
        wrong.push(...foreign());
      }
      return wrong;
    });
    assert.deepEqual(found, []);
    count += await page.locator(".list__name").count();
  }
  assert.ok(count > TEXTS.length / 20, `${count} customers`);
});

portalTest("no text of an answer to an update is more than text", {}, async (page) => {
  await watch(page);
  const found = await page.evaluate(async (texts) => {
    const { readUpdate } = await import("partner-center-rules");
    const { accepted, faulty } = await import("/scripts/update-answer.js");
    const panel = document.getElementById("set-result");
    const update = {
      value: { validationCode: 7 },
      request: { method: "POST", path: "/v1", headers: { "MS-RequestId": "" } },
    };
    return texts.flatMap((text) => {
      const wrong = [];
      for (const said of [text, { code: text, message: text, description: text, errorName: text, isRetryable: true }]) {
        const body = JSON.stringify(said);
        const answer = readUpdate("asynchronous", 400, body);
        const view = faulty(
          { ...update, answer, httpStatus: 400, body, retryAfter: text, answeredAt: 0 },
          { lang: "en" },
        );
        panel.replaceChildren(...view.nodes.filter(Boolean));
        wrong.push(...foreign());
      }
      const entry = { qualification: text, vettingStatus: text, vettingReason: text, vettingCreateDate: text };
      const answer = readUpdate("asynchronous", 201, JSON.stringify(entry));
      if (!answer.ok) return wrong;
      const view = accepted({ ...update, answer, httpStatus: 201, body: JSON.stringify(entry) }, {});
      view.update();
      panel.replaceChildren(...view.nodes.filter(Boolean));
      return [...wrong, ...foreign()];
    });
  }, TEXTS);
  assert.deepEqual(found, []);
});

const NAME = `Contoso ${MARKUP}\u202e`;
const named = {
  ...SEED,
  customers: SEED.customers.map((customer) =>
    customer.id === CUSTOMER
      ? {
          ...customer,
          name: NAME,
          validationStatus: {
            httpStatus: 404,
            body: '{"code":"\\u202eedoc","description":"<script>alert(1)</script>"}',
          },
        }
      : customer,
  ),
};

portalTest("a name and a fault of markup go all the way as text", { data: named, sends: true }, async (page) => {
  await watch(page);
  await sees(area(page, "Customers"), `${NAME.slice(0, -1)}U+202E`, "U+202Eedoc", "<script>alert(1)</script>");
  await choose(page, "Set a qualification for this customer");
  await offer(page, { qualification: "GovernmentCommunityCloud", validationCode: CODE });
  await choose(page, "Set the qualification …");
  await sees(question(page), `${NAME.slice(0, -1)}U+202E?`);
  assert.deepEqual(await page.evaluate(() => foreign()), []);
  await button(question(page), "Cancel").click();
  await page.route("**/qualifications", (route) => route.fulfill({ status: 409, json: MARKUP }));
  await send(page);
  await outcome(page, "The update was not confirmed").waitFor();
  await sees(result(page), MARKUP);
  await result(page).getByText("The answer as it came").click();
  assert.deepEqual(await page.evaluate(() => foreign()), []);
});

const polluted = (page) =>
  page.addInitScript(() =>
    Object.assign(Object.prototype, {
      status: "Active",
      vettingStatus: "Approved",
      qualification: "Education",
      lastUpdateDateTime: "polluted",
      code: 600074,
      errorName: "polluted",
      message: "polluted",
      text: "polluted",
      outcome: "allowed",
      ok: true,
      fault: { isRetryable: true },
      isRetryable: true,
      options: [],
      held: [],
    }),
  );

spoiltPortalTest(
  "a polluted Object.prototype changes no decision and adds no text",
  polluted,
  async (page, { problems }) => {
    await isRead(page);
    const rows = async () => {
      const outcomes = {};
      for (const name of ["Trey Research", "A. Datum Corporation", "Southridge College", "Contoso City Council"]) {
        await choose(page, name);
        const words = await matrix(page).locator("tbody tr").first().locator(".outcome__word").allInnerTexts();
        outcomes[name] = words.map((word) => word.charAt(0)).join("");
      }
      return outcomes;
    };
    assert.deepEqual(await rows(), {
      "Trey Research": "AUUUU",
      "A. Datum Corporation": "UUBBB",
      "Southridge College": "AABBB",
      "Contoso City Council": "ABBBA",
    });
    assert.equal(await page.getByText("polluted").count(), 0);
    await page.getByLabel("Customer ID").fill(CUSTOMER);
    await radio(page, LABELS.qualification.GovernmentCommunityCloud).check();
    await page.getByRole("button", { name: "Check the update" }).click();
    await sees(area(page, "Set a qualification").locator("form"), shown(MESSAGES.validationCodeRequired));
    assert.deepEqual(problems, []);
  },
);

const strict = (page) =>
  page.route("**/", async (route) => {
    const response = await route.fetch();
    const [scripts] = response.headers()["content-security-policy"].match(/script-src [^;]+/);
    const policy = [
      "default-src 'none'",
      scripts,
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join("; ");
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });

spoiltPortalTest(
  "a policy that allows nothing else, and no HTML from text, is enough",
  strict,
  async (page, { problems }) => {
    await isRead(page);
    await choose(page, "Set a qualification for this customer");
    await offer(page, { qualification: "GovernmentCommunityCloud", validationCode: CODE });
    await send(page);
    await outcome(page, "The update was accepted").waitFor();
    await button(result(page), `Approve ${LABELS.qualification.GovernmentCommunityCloud}`).click();
    await result(page).getByText("every transaction").first().waitFor();
    await page.getByLabel("Language of the form").selectOption({ label: "Deutsch" });
    await page.locator('form[lang="de"]').waitFor();
    assert.deepEqual(problems, []);
  },
);
