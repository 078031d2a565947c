// The customers as an operator sees them. What the page says is compared with what the package answers.

import assert from "node:assert/strict";

import { LABELS, MESSAGES, SOURCES, accountEligibility, settability } from "../../pkg/dist/index.js";
import { CUSTOMER, area, choose, hasFocus, matrix, portalTest, sees, seesNot, shown } from "./portal-page.mjs";

const { GovernmentCommunityCloud: GCC, StateOwnedEntity: SOE } = LABELS.qualification;

const row = (page, name) =>
  area(page, "Customers")
    .getByRole("row", { name: new RegExp(name) })
    .first();

portalTest("the customers are said to be samples, and every documented situation is among them", {}, async (page) => {
  const customers = area(page, "Customers");
  await sees(customers, "Sample data");
  const list = customers.getByRole("table", { name: "Sample customers" });
  await sees(
    list,
    "Allowed",
    "UnderReview",
    "NotAllowed",
    "Unknown",
    "Not Ready",
    LABELS.accountStatus.NoAccountStatus,
    "fault 60003",
  );
  const held = new Set();
  for (const name of await list.getByRole("button").allInnerTexts()) {
    await choose(page, name);
    await customers.getByRole("heading", { name, level: 3 }).waitFor();
    const table = customers.getByRole("table", { name: "Qualifications held" });
    const entries = (await table.count())
      ? await table.getByRole("row").allInnerTexts()
      : [await customers.innerText()];
    for (const entry of entries) held.add(entry.replaceAll(/\s+/g, " ").trim());
  }
  const all = [...held].join("\n");
  for (const expected of [
    "Education Approved",
    "Education InReview",
    "Education Denied Not an Academic Domain",
    GCC,
    `${SOE} Approved`,
    "ResearchInstitution Approved",
    MESSAGES.serviceFailed,
  ]) {
    assert.ok(all.includes(expected), `${expected} is missing in:\n${all}`);
  }
});

portalTest("a blocked customer is shown blocked, with the reason and its source", {}, async (page) => {
  await sees(row(page, "Tailspin Toys"), "NotAllowed", "Blocked");
  await choose(page, "Tailspin Toys");
  const customers = area(page, "Customers");
  const [reason] = accountEligibility("NotAllowed").reasons;
  await sees(customers, "New purchase, Account alone", shown(reason.message), "2021-07-14T18:02:00");
  assert.equal(reason.rule, "A4");
  const source = customers.getByRole("link", { name: SOURCES.STATUS.title });
  await sees(source, SOURCES.STATUS.title, SOURCES.STATUS.date);
  assert.equal(await source.getAttribute("href"), SOURCES.STATUS.url);
  assert.equal(await source.getAttribute("rel"), "noopener noreferrer");
  assert.equal(await source.getAttribute("target"), "_blank");
  for (const cell of await matrix(page)
    .getByRole("radio", { name: /Account alone/ })
    .all()) {
    assert.match(await cell.evaluate((node) => node.labels[0].innerText), /Blocked/);
  }
});

portalTest("an undetermined customer is not shown as allowed", {}, async (page) => {
  for (const [name, rule] of [
    ["Litware", "A6"],
    ["A\\. Datum Corporation", "R2"],
  ]) {
    await sees(row(page, name), "Undetermined");
    await seesNot(row(page, name).getByRole("cell").last(), "Allowed");
    await row(page, name).getByRole("button").click();
    const customers = area(page, "Customers");
    await sees(customers, "Undetermined", "Not documented");
    await customers.getByRole("link", { name: rule, exact: true }).waitFor();
    assert.equal(
      await matrix(page)
        .getByRole("radio", { name: /Allowed/ })
        .count(),
      0,
    );
  }
});

portalTest("no account status is allowed, with the rule that says so", {}, async (page) => {
  await sees(row(page, "Adventure Works Cycles"), LABELS.accountStatus.NoAccountStatus, "Allowed");
  await choose(page, "Adventure Works Cycles");
  await area(page, "Customers").getByRole("link", { name: "A7", exact: true }).waitFor();
});

portalTest("a cell shows every reason for its outcome, and the arrow keys move in the table", {}, async (page) => {
  await choose(page, "School of Fine Art");
  const customers = area(page, "Customers");
  const cell = (name) => matrix(page).getByRole("radio", { name });
  assert.ok(await cell("New purchase Account alone Blocked").isChecked());
  await cell("New purchase Account alone Blocked").focus();
  await page.keyboard.press("ArrowDown");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  const last = `Seat increase ${LABELS.offerSegment.GovernmentCommunityCloud} Blocked`;
  assert.ok(await cell(last).isChecked());
  assert.ok(await hasFocus(cell(last)));
  for (const rule of ["A2", "O6"]) await customers.getByRole("link", { name: rule, exact: true }).waitFor();
  await matrix(page).getByText("Allowed").first().click();
  await customers.getByRole("heading", { name: /Renewal, Account alone Allowed/ }).waitFor();
  await customers.getByRole("link", { name: "A3", exact: true }).waitFor();
  await page
    .getByRole("status")
    .getByText(shown(accountEligibility("UnderReview", "renewal").reasons[0].message))
    .waitFor();
});

portalTest("what holdings say of a segment is shown, and what is not known stays undetermined", {}, async (page) => {
  const cells = async (name) => {
    await choose(page, name);
    const words = await matrix(page)
      .getByRole("row", { name: /^New purchase/ })
      .getByRole("cell")
      .allInnerTexts();
    return words.map((word) => word.trim().split(/\s+/).at(-1).charAt(0)).join("");
  };
  assert.equal(await cells("Contoso Manufacturing"), "AABBB");
  assert.equal(await cells("Fabrikam School District"), "AAABB");
  assert.equal(await cells("Southridge College"), "AABBB");
  assert.equal(await cells("Graphic Design Institute"), "AABBB");
  assert.equal(await cells("Contoso City Council"), "ABBBA");
  assert.equal(await cells("Fabrikam State University"), "AAUBB");
  assert.equal(await cells("Trey Research"), "AUUUU");
  assert.equal(await cells("Fourth Coffee"), "AUUUU");
});

const NAME = "<img src=x onerror=alert(1)>";
const oddCustomer = {
  customers: [
    {
      id: CUSTOMER,
      name: NAME,
      validationStatus: { httpStatus: 200, body: '{"status":"NoAccountStatus"}' },
      qualifications: [],
    },
  ],
  validationCodes: [],
};

portalTest(
  "a status that reads like “no account status” allows nothing, and a name is text",
  { data: oddCustomer },
  async (page) => {
    await choose(page, NAME);
    assert.equal(
      await matrix(page)
        .getByRole("radio", { name: /Allowed/ })
        .count(),
      0,
    );
    assert.equal(
      await matrix(page)
        .getByRole("radio", { name: /Commercial Undetermined/ })
        .count(),
      6,
    );
    await sees(area(page, "Customers"), "Not read: HTTP 200", NAME);
    assert.equal(await area(page, "Customers").locator("img").count(), 0);
  },
);

portalTest("the list is narrowed by a search and by the outcome", {}, async (page) => {
  const customers = area(page, "Customers");
  const names = () => customers.getByRole("table", { name: "Sample customers" }).getByRole("button").allInnerTexts();
  const total = (await names()).length;
  await customers.getByRole("radio", { name: /^Blocked/ }).check({ force: true });
  assert.deepEqual(await names(), ["Northwind Traders", "Tailspin Toys", "Woodgrove Bank", "School of Fine Art"]);
  await customers.getByLabel("Search by name or id").fill("94E3A07C");
  assert.deepEqual(await names(), ["School of Fine Art"]);
  await sees(customers, `1 of ${total} customers`);
  await customers.getByLabel("Search by name or id").fill("nobody");
  await sees(customers, "No customer matches the search and the filter.");
});

portalTest("the details say what could be set now, through which API, and why not", {}, async (page) => {
  await choose(page, "Fabrikam School District");
  const table = area(page, "Customers").getByRole("table", { name: "Qualifications that could be set now" });
  const held = [{ qualification: "Education", vettingStatus: "Approved" }];
  const gcc = table.getByRole("row", { name: new RegExp(`^${GCC.replaceAll(/[()]/g, "\\$&")}`) });
  await sees(gcc, "Blocked", shown(settability("GovernmentCommunityCloud", { held }).reasons[0].message), "Rule S7");
  await sees(table.getByRole("row", { name: /^State-owned/ }), "Allowed", "Rule S14", "Rule S2");
});

for (const width of [320, 720, 1280]) {
  portalTest(`every outcome fits its cell at ${width} pixels`, { width }, async (page) => {
    await choose(page, "Fourth Coffee");
    const tooWide = await matrix(page)
      .locator(".cell")
      .evaluateAll(
        (cells) => cells.filter((cell) => cell.querySelector(".outcome").offsetWidth > cell.offsetWidth).length,
      );
    assert.equal(tooWide, 0);
  });
}
