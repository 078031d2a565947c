// Setting a qualification for everyone: by keyboard alone, heard, on a small screen, in every colour scheme and language,
// and without anything that jumps.

import assert from "node:assert/strict";

import { LABELS, MESSAGES } from "../../pkg/dist/index.js";
import {
  choose,
  fits,
  hasFocus,
  isRead,
  listen,
  matrix,
  passesAxe,
  portalTest,
  radio,
  sandbox,
  sees,
  spoiltPortalTest,
} from "./portal-page.mjs";
import {
  CODE,
  IN_REVIEW,
  UNKNOWN,
  button,
  fillIn,
  offer,
  outcome,
  question,
  result,
  send,
  sendAllTheSame,
  summary,
} from "./portal-steps.mjs";

const GCC = LABELS.qualification.GovernmentCommunityCloud;
const GCC_UPDATE = { qualification: "GovernmentCommunityCloud", validationCode: CODE };
const ACCEPTED = "The update was accepted";
const NOT_CONFIRMED = "The update was not confirmed";
const LANGUAGES = { Deutsch: "de", Español: "es", Français: "fr", "Português (Brasil)": "pt-BR", 日本語: "ja" };

/** Walks through every state of an update, and calls with the name of each and the part of the page that shows it. */
async function everyState(page, is) {
  await choose(page, "Fourth Coffee");
  await is("a fault with what to do next", "#customers");
  await choose(page, "Contoso Manufacturing");
  await offer(page, GCC_UPDATE);
  await is("what would be sent", "#set");
  await choose(page, "Set the qualification …");
  await is("the question", "dialog");
  await button(question(page), "Set it").click();
  await outcome(page, ACCEPTED).waitFor();
  await button(result(page), `Approve ${GCC}`).waitFor();
  await isRead(page);
  await result(page).getByText("The answer as it came").click();
  await is("in review", "#set");
  await is("in review, at the customer", "#customers");
  await button(result(page), `Approve ${GCC}`).click();
  await result(page).getByText("every transaction").first().waitFor();
  await is("approved", "#set");
  await choose(page, "Try it in the sandbox");
  await page.getByText("It goes through").waitFor();
  await is("approved, at the customer, and tried out", "#customers");
  await offer(page, { customerId: UNKNOWN, qualification: "StateOwnedEntity" });
  await is("left open by the rules", "#set");
  await choose(page, "Send it although the rules leave it open …");
  await is("the question about what is left open", "dialog");
  await button(question(page), "Send it all the same").click();
  await outcome(page, NOT_CONFIRMED).waitFor();
  await is("refused", "#set");
  await offer(page, { customerId: IN_REVIEW, qualification: "StateOwnedEntity" });
  await sandbox("POST", "/throttle", { requests: 1, retryAfter: 57 });
  await sendAllTheSame(page);
  await result(page).getByText("Retry-After", { exact: true }).waitFor();
  await is("to be sent again", "#set");
}

for (const [colorScheme, forcedColors] of [
  ["light", "none"],
  ["dark", "none"],
  ["light", "active"],
]) {
  const scheme = forcedColors === "active" ? "with forced colours" : `in the ${colorScheme} scheme`;
  const options = { colorScheme, forcedColors, reducedMotion: "reduce", sends: true };
  portalTest(`axe finds nothing in any state of an update ${scheme}`, options, async (page) => {
    await everyState(page, (state, part) => passesAxe(page, state, part));
  });
}

for (const [width, height] of [
  [320, 900],
  [320, 256],
  [1440, 900],
]) {
  portalTest(
    `nothing scrolls sideways in any state of an update at ${width} by ${height}`,
    { width, height, sends: true },
    async (page) => {
      await everyState(page, async (state, part) => {
        await fits(page, state);
        const isCut = await page
          .locator(part)
          .evaluate((node) =>
            [...node.querySelectorAll("*")].some(
              (child) =>
                getComputedStyle(child).overflowX === "hidden" &&
                child.scrollWidth > child.clientWidth + 1 &&
                !child.closest(".visually-hidden, thead"),
            ),
          );
        assert.equal(isCut, false, state);
      });
    },
  );
}

const unread = (page) => page.route("**/v1/**", () => {});
const unlisted = (page) => page.route("**/sandbox/customers", (route) => route.abort());

for (const [state, spoil] of [
  ["while answers are on their way", unread],
  ["without the list of customers", unlisted],
]) {
  spoiltPortalTest(`axe finds nothing ${state}`, spoil, async (page) => {
    await page.locator("#areas").waitFor();
    await page.locator("#customer-list button").first().waitFor();
    await radio(page, GCC).check();
    await passesAxe(page, state);
    await fits(page, state);
  });
}

for (const [width, height, zoom] of [
  [1280, 900, "in a wide window"],
  [320, 900, "on a small screen"],
  [320, 256, "at 400 %"],
]) {
  portalTest(
    `an update goes by keyboard alone to the end of its review ${zoom}`,
    { width, height, sends: true },
    async (page) => {
      const press = async (...keys) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      const inView = async (what) => {
        const isSeen = await page.evaluate(() => {
          const { top, left, width, height } = document.activeElement.getBoundingClientRect();
          const found = document.elementFromPoint(left + width / 2, Math.max(0, top) + Math.min(height, 24) / 2);
          return found !== null && (document.activeElement.contains(found) || found.contains(document.activeElement));
        });
        assert.ok(isSeen, `${what} has the focus and is not in view`);
      };
      const tabTo = async (locator, what) => {
        for (let step = 0; step < 60; step += 1) {
          await press("Tab");
          if (await hasFocus(locator)) return inView(what);
        }
        return assert.fail(`the keyboard does not reach ${what}`);
      };
      await fillIn(page, GCC_UPDATE);
      await page.getByLabel("Validation code").focus();
      await press("Enter");
      await tabTo(button(result(page), "Copy as curl"), "the button that copies");
      await tabTo(button(result(page), "Set the qualification …"), "the button that asks");
      await press("Enter");
      await inView("the question");
      await press("Tab", "Tab", "Tab");
      assert.ok(
        await question(page).evaluate(
          (node) => node.contains(document.activeElement) || document.activeElement === document.body,
        ),
      );
      await button(question(page), "Cancel").focus();
      await press("Shift+Tab");
      assert.ok(await hasFocus(button(question(page), "Set it")));
      await press("Enter");
      await outcome(page, ACCEPTED).waitFor();
      assert.ok(await hasFocus(outcome(page, ACCEPTED)));
      await inView("the answer");
      await isRead(page);
      await tabTo(result(page).getByLabel("Reason, if denied"), "the reason");
      await tabTo(button(result(page), `Approve ${GCC}`), "the button that approves");
      await press("Space");
      await result(page).getByText("every transaction").first().waitFor();
      await inView("what has changed");
      assert.ok(await hasFocus(result(page).getByRole("heading", { name: "What has changed in the eligibility" })));
      await tabTo(button(result(page), "Show the customer"), "the way to the customer");
      await press("Enter");
      assert.ok(await hasFocus(page.getByRole("heading", { name: "Contoso Manufacturing" })));
      await inView("the customer");
      await fits(page, zoom);
    },
  );
}

portalTest("what becomes of an update is said once, politely", { sends: true }, async (page) => {
  const heard = await listen(page);
  await offer(page, GCC_UPDATE);
  assert.deepEqual(
    (await heard()).filter((text) => text.includes("would be sent")),
    [],
    "the focus is there",
  );
  await send(page);
  await outcome(page, ACCEPTED).waitFor();
  assert.deepEqual(await heard(), [
    `Contoso Manufacturing: account status Allowed. Holds: ${GCC} (In review). The eligibility is as it was.`,
  ]);
  await button(result(page), `Approve ${GCC}`).click();
  await result(page).getByText("every transaction").first().waitFor();
  assert.deepEqual(await heard(), [
    `Contoso Manufacturing: account status Allowed. Holds: ${GCC} (Approved). ` +
      `${LABELS.offerSegment.Commercial}, every transaction: Blocked, was Allowed. ` +
      `${LABELS.offerSegment.GovernmentCommunityCloud}, every transaction: Allowed, was Blocked.`,
  ]);
  assert.equal(
    await page.locator('[aria-live]:not([aria-live="off"]), [role=status], [role=alert], output').count(),
    1,
  );
});

portalTest("an update that takes its time says that it is on its way", { sends: true }, async (page) => {
  await offer(page, GCC_UPDATE);
  const heard = await listen(page);
  await heard();
  await page.route("**/qualifications", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 900));
    await route.continue();
  });
  await send(page);
  await page.waitForFunction(() => globalThis.announced.includes("Sending."));
  await outcome(page, ACCEPTED).waitFor();
});

portalTest("what cannot be taken back is said in the language of the form", { sends: true }, async (page) => {
  await offer(page, { ...GCC_UPDATE, customerId: IN_REVIEW });
  await sees(result(page), MESSAGES.qualificationHint);
  for (const [name, lang] of Object.entries(LANGUAGES)) {
    await page.locator("#form-language").selectOption({ label: name });
    await page.locator(`form[lang="${lang}"]`).waitFor();
    const { messages } = await import(`../../pkg/dist/messages/${lang}.js`);
    await sees(result(page), messages.qualificationHint, messages.reviewInProgress);
    await choose(page, "Send it although the rules leave it open …");
    for (const text of [messages.qualificationHint, messages.reviewInProgress]) {
      const node = question(page).getByText(text);
      assert.equal(await node.evaluate((element) => element.closest("[lang]").lang), lang);
    }
    assert.equal(
      await question(page)
        .getByRole("heading")
        .evaluate((element) => element.closest("[lang]").lang),
      "en-GB",
    );
    await button(question(page), "Cancel").click();
  }
});

/** How far what is in view has moved without anyone having pressed anything. */
const shifts = (page) =>
  page.addInitScript(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });

const slowly = async (page) => {
  await shifts(page);
  await page.route("**/v1/**", async (route) => {
    // Longer than what the browser still takes for the effect of a press.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
};

spoiltPortalTest("nothing jumps while answers arrive", slowly, async (page) => {
  await isRead(page);
  const opening = await page.evaluate(() => globalThis.shifted);
  assert.ok(opening < 0.01, `opening moved ${opening}`);
  await choose(page, "Set a qualification for this customer");
  await fillIn(page, GCC_UPDATE);
  await page.getByRole("button", { name: "Check the update" }).click();
  await page.evaluate(() => (globalThis.shifted = 0));
  await send(page);
  await outcome(page, ACCEPTED).waitFor();
  await isRead(page);
  const sending = await page.evaluate(() => globalThis.shifted);
  assert.ok(sending < 0.1, `the answer moved ${sending}`);
});

portalTest(
  "who wants no motion gets none, and paper has no controls",
  { sends: true, reducedMotion: "reduce" },
  async (page) => {
    await choose(page, "Southridge College");
    await button(page.locator("#customer-details"), "Approve Education").click();
    const changed = page.locator(".cell--changed").first();
    await changed.waitFor();
    assert.equal(await changed.evaluate((node) => getComputedStyle(node).animationName), "none");
    await page.emulateMedia({ reducedMotion: "no-preference" });
    assert.equal(await changed.evaluate((node) => getComputedStyle(node).animationName), "changed");
    await choose(page, "Fabrikam School District");
    await page.emulateMedia({ media: "print" });
    assert.ok(await matrix(page).isVisible());
    for (const name of ["Try it in the sandbox", "Read again", "Set a qualification for this customer"])
      assert.ok(await page.getByRole("button", { name, exact: true }).isHidden(), name);
  },
);
