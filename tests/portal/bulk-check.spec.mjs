// A file of customers: previewed, checked, counted, listed and downloaded.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { LABELS, purchaseEligibility } from "../../pkg/dist/index.js";
import {
  button,
  check,
  choose,
  counts,
  customer,
  customerFile,
  decision,
  details,
  downloaded,
  drop,
  expectedCounts,
  folderOf,
  give,
  goToLine,
  grid,
  lineOf,
  open,
  problem,
  readCsv,
  row,
  rows,
  shows,
  view,
  written,
} from "./bulk-steps.mjs";
import { expect, fits, passesAxeInEveryScheme, test } from "./portal.mjs";

const G = "0a1b2c3d-4e5f-4789-abcd-ef0123456789";
const MANY = 3_000;
const lines = (records) => records.map((record) => `${JSON.stringify(record)}\n`).join("");
const manyLines = () => lines(Array.from({ length: MANY }, (_, index) => customer(index)));
const shown = (message) => message.replaceAll("`", "");

for (const kind of ["array", "lines", "list", "csv"]) {
  test(`customers in ${kind} are checked, counted and listed`, async ({ page }, { outputDir }) => {
    await open(page);
    const given = await customerFile(await folderOf(outputDir), kind, MANY);
    for (const segment of [undefined, "Education"]) {
      if (segment === undefined) expect(await check(page, given)).toBe("3,000 customers were checked.");
      else await page.getByLabel("Offer segment").selectOption(segment);
      await expect.poll(() => counts(page, "Outcomes")).toEqual(expectedCounts(MANY, { segment }));
      await expect(grid(page)).toHaveAttribute("aria-rowcount", String(MANY + 1));
      for (let index = 2_995; index < MANY; index += 1) {
        const line = lineOf(kind, index);
        await goToLine(page, line);
        const { outcome, reasons } = decision(index, { segment });
        const { companyName, id } = customer(index);
        const messages = reasons.map(({ message }) => shown(message));
        await shows(row(page, line), [companyName, id, LABELS.outcome[outcome], ...messages]);
        await shows(details(page, line), [companyName, id, written(kind, index), ...messages]);
        for (const { rule } of reasons) await expect(details(page, line).getByRole("link", { name: `Rule ${rule}` })).toBeVisible();
      }
    }
  });
}

test("Partner Center's own export is recognised, confirmed, checked and downloaded with every column", async ({ page }, { outputDir }) => {
  await open(page);
  await give(page, `Microsoft ID,Company name,Primary domain name,Relationship,Tags,Status\n${G},Contoso,contoso.example,Cloud Reseller,a;b,Not allowed\n`);
  for (const [field, column] of [
    ["Customer name", "2: Company name"],
    ["Microsoft ID", "1: Microsoft ID"],
    ["Account status", "6: Status"],
    ["Qualifications", "Not in the file"],
  ])
    await expect(page.getByLabel(new RegExp(`^${field}`)).locator("option:checked")).toHaveText(column);
  await expect(page.getByRole("table", { name: "Preview of the file" })).toContainText("Not allowed");
  await button(page, "Check customers").click();
  await expect(row(page, 2)).toContainText("Contoso");
  await expect(row(page, 2)).toContainText("Blocked");
  const { path, name } = await downloaded(page, await folderOf(outputDir));
  expect(name).toBe("customers-eligibility.csv");
  const [header, cells] = readCsv((await readFile(path, "utf8")).slice(1));
  expect(header).toEqual(["Microsoft ID", "Company name", "Primary domain name", "Relationship", "Tags", "Status", "Line", "Outcome", "Reasons", "Rules"]);
  const { reasons } = decision(2);
  expect(cells).toEqual([G, "Contoso", "contoso.example", "Cloud Reseller", "a;b", "Not allowed", "2", "Blocked", reasons[0].message, "A4"]);
});

test("unrecognised columns are mapped by hand; without a status nothing is checked", async ({ page }) => {
  await open(page);
  await give(page, `A;B;C\n${G};Contoso;Free\n${G};Fabrikam;Under review\n`);
  await button(page, "Check customers").click();
  await expect(page.getByText("Choose the column with the account status.")).toBeVisible();
  await expect(page.getByLabel("Account status")).toBeFocused();
  await page.getByLabel("Account status").selectOption("2: B");
  await expect(page.getByText("None of the first rows has a known account status.")).toBeVisible();
  await page.getByLabel("Account status").selectOption("3: C");
  await expect(page.getByText("None of the first rows has a known account status.")).toHaveCount(0);
  await page.getByLabel("Customer name").selectOption("2: B");
  await button(page, "Check customers").click();
  await expect(row(page, 2)).toContainText("Contoso");
  await expect(row(page, 2)).toContainText("Undetermined");
  await expect(row(page, 3)).toContainText("Blocked");
  await button(page, "Change how the file is read").click();
  await expect(button(page, "Check customers")).toBeVisible();
});

test("an encoding other than UTF-8 is detected, and can be changed with a preview", async ({ page }, { outputDir }) => {
  await open(page);
  await give(page, Buffer.from(`CustomerId;Name;Status\n${G};M\xfcller GmbH;Allowed`, "latin1"));
  await expect(page.getByText("Line 2 has characters that aren't UTF-8. The file is read as Windows-1252 (Western Europe).")).toBeVisible();
  const preview = page.getByRole("table", { name: "Preview of the file" });
  await expect(preview).toContainText("Müller GmbH");
  await page.getByLabel("Character encoding").focus();
  await page.getByLabel("Character encoding").selectOption("windows-1251");
  await expect(preview).toContainText("Mьller GmbH");
  await expect(page.getByLabel("Character encoding")).toBeFocused();
  await page.getByLabel("Character encoding").selectOption("windows-1252");
  await expect(preview).toContainText("Müller GmbH");
  await button(page, "Check customers").click();
  await expect(row(page, 2)).toContainText("Müller GmbH");
  const { path } = await downloaded(page, await folderOf(outputDir));
  expect(readCsv((await readFile(path, "utf8")).slice(1), ";")[1].slice(0, 3)).toEqual([G, "Müller GmbH", "Allowed"]);
});

test("unreadable records are counted separately, with line and reason, and the rest is checked", async ({ page }, { outputDir }) => {
  await open(page);
  const records = Array.from({ length: 1_000 }, () => '{"status":"NotAllowed"}');
  records[150] = '{"status":"Allo';
  records[0] = "null";
  expect(await check(page, records.join("\n"), { name: "a.jsonl" })).toBe("998 customers were checked.");
  expect(await counts(page, "Outcomes")).toEqual({ Allowed: 0, Blocked: 998, Undetermined: 0, "Could not be read": 2 });
  await expect(page.getByText("2 rows or records couldn't be read.")).toBeVisible();
  await button(page, "Show them").click();
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, 1)).toContainText("The record isn't an object with names and values.");
  await expect(row(page, 151)).toContainText("Could not be read");
  await row(page, 151).click();
  await expect(details(page, 151)).toContainText('{"status":"Allo');
  expect(await check(page, "name,status\na,Allowed\nb\n,,\n")).toBe("1 customer was checked.");
  await expect(row(page, 3)).toContainText("The row has 1 cell, but there are 2 columns.");
  await expect(page.getByText("1 row or record couldn't be read.")).toBeVisible();
  expect(await check(page, "name,status,id\na,Allowed,1\nb\n,,\n")).toBe("1 customer was checked.");
  await expect(page.getByText("1 blank row was skipped.")).toBeVisible();
  expect(await check(page, "name,status\na\n")).toBe("0 customers were checked.");
  await expect(page.getByText(/\bNaN\b/)).toHaveCount(0);
  const { path } = await downloaded(page, await folderOf(outputDir));
  expect(readCsv((await readFile(path, "utf8")).slice(1))[1]).toEqual(["a", "", "2", "Could not be read", "The row has 1 cell, but there are 2 columns.", ""]);
  expect(await check(page, '[{"status":"Allowed"},')).toBe("1 customer was checked.");
  await expect(page.getByText("The list in the file doesn't end.")).toBeVisible();
});

test("the deciding reason comes first, in the table and the download", async ({ page }, { outputDir }) => {
  await open(page);
  await page.getByLabel("Offer segment").selectOption("Education");
  await check(page, "name,status,qualification\na,Not Ready,GovernmentCommunityCloud\n");
  const held = [{ qualification: "GovernmentCommunityCloud" }];
  const { reasons } = purchaseEligibility({ status: "Not Ready", held, segment: "Education" });
  const blocking = reasons.find(({ rule }) => rule.startsWith("O"));
  await expect(row(page, 2)).toContainText(`Blocked${shown(blocking.message)}`);
  await expect(row(page, 2)).toContainText(shown(reasons.find(({ rule }) => rule === "A6").message));
  const { path } = await downloaded(page, await folderOf(outputDir));
  expect(readCsv((await readFile(path, "utf8")).slice(1))[1].at(-1)).toMatch(/^O\d+ A6$/);
});

test("members of JSON are recognised in any case, for display as for decisions", async ({ page }) => {
  await open(page);
  await check(page, '[{"Id":"7","Name":"Contoso","Status":"Allowed"},{"status":"NotAllowed","STATUS":"Allowed"},{"id":12345678901234567890,"status":"Allowed"}]', { name: "a.json" });
  await goToLine(page, 1);
  for (const [index, name] of [[0, "Contoso"], [2, "12345678901234567890"]]) await expect(rows(page).nth(index)).toContainText(name);
  await rows(page).nth(1).click();
  await expect(details(page, 1).getByText("Allowed", { exact: true })).toHaveCount(0);
  await expect(rows(page).nth(1)).not.toContainText("Allowed");
});

test("the records can be filtered by outcome and by reason", async ({ page }) => {
  await open(page);
  await check(page, manyLines(), { name: "a.jsonl" });
  const number = expectedCounts(MANY).Blocked;
  await choose(page, "Blocked");
  await expect(page.getByText(`${number.toLocaleString("en-US")} of 3,000 are listed`)).toBeVisible();
  for (const text of await rows(page).allInnerTexts()) expect(text).toContain("Blocked");
  await page.getByLabel("Reason", { exact: true }).selectOption("A2");
  await expect(page.getByText("375 of 3,000 are listed")).toBeVisible();
  await expect(row(page, 10)).toContainText("Contoso 10");
  await goToLine(page, 2000);
  await expect(details(page, 2002)).toBeVisible();
  for (const text of ["0", "3,001", "x", ""]) {
    await goToLine(page, text);
    await expect(page.getByText("Enter a line from 1 to 3,000.")).toBeVisible();
  }
  await choose(page, "Allowed");
  await expect(page.getByText("No customers match the filters")).toBeVisible();
  await button(page, "Clear filters").click();
  await expect(page.getByText("3,000 of 3,000 are listed")).toBeVisible();
});

test("the keyboard moves through the table row by row", async ({ page }) => {
  await open(page);
  await check(page, manyLines(), { name: "a.jsonl" });
  const active = () => grid(page).evaluate((node) => document.getElementById(node.getAttribute("aria-activedescendant"))?.ariaRowIndex);
  await grid(page).focus();
  for (const [key, line] of [
    ["ArrowDown", 1],
    ["ArrowDown", 2],
    ["ArrowUp", 1],
    ["End", MANY],
    ["ArrowDown", MANY],
    ["Home", 1],
  ]) {
    await grid(page).press(key);
    await expect(details(page, line)).toBeVisible();
    await expect.poll(active, key).toBe(String(line + 1));
    const chosen = grid(page).getByRole("row", { selected: true });
    await expect(chosen).toHaveCount(1);
    const [inner, outer] = [await chosen.boundingBox(), await grid(page).boundingBox()];
    expect(inner.y, key).toBeGreaterThanOrEqual(outer.y + 36);
    expect(inner.y + inner.height, key).toBeLessThanOrEqual(outer.y + outer.height + 1);
  }
  await grid(page).press("PageDown");
  await expect.poll(async () => Number(await active())).toBeGreaterThan(5);
  await expect(grid(page)).toBeFocused();
});

test("everything is possible with the keyboard only", async ({ page }) => {
  await open(page);
  const tab = async (name) => {
    for (let turns = 0; turns < 40; turns += 1) {
      await page.keyboard.press("Tab");
      const isThere = ({ tagName, innerText, ariaLabel }, name) => (tagName === "BUTTON" ? innerText : ariaLabel) === name;
      if (await page.locator(":focus").evaluate(isThere, name)) return;
    }
    throw new Error(`no way to ${name}`);
  };
  await tab("Use sample data");
  await page.keyboard.press("Enter");
  await expect(view(page, "sample-customers.csv")).toBeFocused();
  await expect(button(page, "Check customers")).toBeVisible();
  await tab("Check customers");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1,000 customers were checked.")).toBeVisible();
  await expect(view(page, "sample-customers.csv")).toBeFocused();
  await tab("Checked customers");
  await page.keyboard.press("ArrowDown");
  await expect(details(page, 2)).toBeVisible();
});

test("a dropped file replaces an earlier one", async ({ page }, { outputDir }) => {
  const folder = await folderOf(outputDir);
  await open(page);
  const one = await customerFile(folder, "lines", 40);
  const other = join(folder, "others.csv");
  await writeFile(other, "name;status\r\nFabrikam;Allowed\r\n");
  await drop(page, one.path);
  await button(page, "Check customers").click();
  await expect(page.getByText("40 customers were checked.")).toBeVisible();
  await drop(page, other);
  await expect(view(page, "others.csv")).toBeVisible();
  await expect(grid(page)).toHaveCount(0);
  await button(page, "Check customers").click();
  await expect(row(page, 2)).toContainText("Fabrikam");
  await drop(page, folder);
  await expect(problem(page)).toHaveText("This is a folder. Drop a file.");
  await drop(page, one.path, other);
  await expect(problem(page)).toHaveText("Drop one file. Several files can't be checked at once.");
  await expect(row(page, 2)).toContainText("Fabrikam");
});

test("a file dropped outside the picker does not replace the page", async ({ page }) => {
  await open(page);
  const refused = await page.evaluate(() =>
    [new File(["x"], "x.json"), "text"].map((dragged) => {
      const dataTransfer = new DataTransfer();
      if (typeof dragged === "string") dataTransfer.items.add(dragged, "text/plain");
      else dataTransfer.items.add(dragged);
      const told = { dataTransfer, bubbles: true, cancelable: true };
      return ["dragover", "drop"].map((type) => !document.body.dispatchEvent(new DragEvent(type, told)));
    }),
  );
  expect(refused).toEqual([
    [true, true],
    [false, false],
  ]);
});

test("markup in a file is shown as text, with invisible characters written out", async ({ page }) => {
  await open(page);
  const markup = '<img src="x" onerror="alert(1)"><b>bold</b>\u202e';
  await check(page, lines([{ ...customer(0), companyName: markup }]), { name: `${markup}.json` });
  await rows(page).first().click();
  await expect(details(page, 1)).toContainText('<img src="x" onerror="alert(1)"><b>bold</b>U+202E');
  await expect(page.getByRole("heading", { name: /\.json$/ })).toContainText("<b>bold</b>U+202E.json");
  expect(await page.locator("main img, main b, main script").count()).toBe(0);
});

test("results are kept while another page is open", async ({ page }) => {
  await open(page);
  await check(page, "name,status\na,Allowed\n");
  await page.getByRole("table", { name: "Reasons" }).getByRole("link", { name: "Rule A1" }).click();
  await expect(page).toHaveURL("/rules/A1");
  await page.getByRole("navigation").getByRole("link", { name: "Bulk check" }).click();
  await expect(row(page, 2)).toContainText("Allowed");
});

test("axe finds nothing, in light, dark and forced colours", async ({ page }) => {
  await open(page);
  await passesAxeInEveryScheme(page, "empty");
  await give(page, "a,b,c\n1,2,3\n");
  await button(page, "Check customers").click();
  await passesAxeInEveryScheme(page, "a file whose columns are not recognised");
  await check(page, `${manyLines()}oops\n`, { name: "a.jsonl" });
  await grid(page).press("ArrowDown");
  await passesAxeInEveryScheme(page, "results");
  await give(page, "");
  await problem(page).waitFor();
  await passesAxeInEveryScheme(page, "a problem");
});

test("nothing scrolls sideways at 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await fits(page, "empty");
  const long = { companyName: "W".repeat(500), id: "W".repeat(200), status: "W".repeat(300) };
  await give(page, `companyName,id,status\n${"W".repeat(500)},${"W".repeat(200)},${"W".repeat(300)}\n`, `${"w".repeat(100)}.csv`);
  await button(page, "Check customers").waitFor();
  await fits(page, "a preview");
  await check(page, manyLines() + lines([long]), { name: "a.jsonl" });
  await fits(page, "results");
  await grid(page).press("End");
  await expect(details(page, 3_001)).toBeVisible();
  await fits(page, "long texts");
  await expect(row(page, 3_000)).toContainText("Contoso 3000");
});
