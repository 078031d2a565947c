// Invalid files, several files in a row, and checks that are interrupted.

import { appendFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import {
  button,
  check,
  counts,
  customer,
  customerFile,
  details,
  drop,
  expectedCounts,
  folderOf,
  give,
  grid,
  MILLION,
  open,
  problem,
  row,
  rows,
  view,
} from "./bulk-steps.mjs";
import { expect, test } from "./portal.mjs";

const G = "0a1b2c3d-4e5f-4789-abcd-ef0123456789";
const GOOD = `customerId,name,status\n${G},Tailspin,Allowed\n${G},Litware,Allowed\n`;
const NOT_READABLE = /The browser can't read the file/;

/** Fails if the page shows anything of a file. */
async function showsNothingOf(page, ...texts) {
  await expect(grid(page)).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Outcomes" })).toHaveCount(0);
  for (const text of ["Allowed", ...texts]) await expect(page.locator("main").getByText(text, { exact: true })).toHaveCount(0);
}

// No worker is running.
const isAlone = (page) => expect.poll(() => page.workers().length).toBe(0);
const isRunning = (page) => expect(page.getByText(/^\d+% · [1-9][\d,]* customers$/)).toBeVisible();

const BAD = [
  ["0 bytes", "", "The file is empty."],
  ["white space", " \r\n ", "There are no customers in the file."],
  ["an empty list", "[]", "There are no customers in the file.", true],
  ["a header alone", "status,name\r\n", "There are no customers in the file.", true],
  ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "This is a workbook or an archive."],
  ["NUL bytes", Buffer.alloc(5_000), "The file isn't text."],
  ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "The file isn't text."],
  ["a million columns", `status${",x".repeat(MILLION)}\n`, "The first line is too long to have column names."],
  ["too many columns", `status${",x".repeat(2_000)}\nAllowed`, "The file has more than 1,000 columns."],
];

test("after a valid file, an invalid one shows its problem and no outcome", async ({ page }) => {
  await open(page);
  for (const [name, content, message, isConfirmed] of BAD) {
    await check(page, GOOD, { name: "good.csv" });
    await expect(row(page, 2)).toContainText("Tailspin");
    await give(page, content, "bad.csv");
    if (isConfirmed) await button(page, "Check customers").click();
    await expect(problem(page), name).toContainText(message);
    await showsNothingOf(page, "Tailspin");
  }
});

test("2: after a valid file, rows of the wrong length do not show its outcomes", async ({ page }) => {
  await open(page);
  await check(page, GOOD, { name: "customers.csv" });
  await check(page, `customerId,name,status\n${G},Contoso,NotAllowed,\n${G},Fabrikam,NotAllowed\n`, { name: "customers.csv" });
  expect(await counts(page, "Outcomes")).toEqual({ Allowed: 0, Blocked: 1, Undetermined: 0, "Could not be read": 1 });
  await expect(row(page, 2)).toContainText("Could not be read");
  await expect(row(page, 2)).toContainText("Contoso");
  await expect(row(page, 3)).toContainText("Blocked");
});

test("a quotation mark that never closes affects only its row", async ({ page }) => {
  await open(page);
  await check(page, `name,status\na,Allowed\n"b,Allowed\n${"c,NotAllowed\n".repeat(100_000)}`);
  expect(await counts(page, "Outcomes")).toEqual({ Allowed: 1, Blocked: 100_000, Undetermined: 0, "Could not be read": 1 });
  await expect(row(page, 3)).toContainText("A quotation mark is missing: a cell of this row doesn't end.");
});

test("a second file and other options during a check show only the results of the last ones", async ({ page }, { outputDir }) => {
  test.setTimeout(180_000);
  const big = await customerFile(await folderOf(outputDir), "csv", MILLION);
  await open(page);
  await give(page, big);
  await button(page, "Check customers").click();
  await isRunning(page);
  expect(await check(page, GOOD, { name: "small.csv" })).toBe("2 customers were checked.");
  await isAlone(page);
  await page.waitForTimeout(500);
  expect(await counts(page, "Outcomes")).toEqual({ Allowed: 2, Blocked: 0, Undetermined: 0 });
  await expect(rows(page)).toHaveCount(2);

  // During the preview.
  await give(page, big);
  await give(page, "status\nNotAllowed\n", "other.csv");
  await expect(view(page, "other.csv")).toBeVisible();
  await button(page, "Check customers").click();
  await expect(page.getByText("1 customer was checked.")).toBeVisible();
  expect(await counts(page, "Outcomes")).toEqual({ Allowed: 0, Blocked: 1, Undetermined: 0 });

  // Other options during the check.
  await give(page, big);
  await button(page, "Check customers").click();
  await isRunning(page);
  await page.getByLabel("Transaction").selectOption("renewal");
  await isRunning(page);
  await button(page, "Cancel").click();
  await expect(page.getByText(/^Cancelled\. [\d,]+ customers were checked before that\./)).toBeVisible();
  await isAlone(page);
  const outcomes = Object.values(await counts(page, "Outcomes")).reduce((sum, number) => sum + number);
  expect(outcomes).toBeGreaterThan(0);
  expect(outcomes).toBeLessThan(MILLION);
  await expect(button(page, "Download results")).toHaveCount(0);
  await grid(page).press("End");
  await expect(details(page, outcomes + 1)).toContainText(customer(outcomes - 1).companyName);

  // An invalid file during the second check.
  await button(page, "Check again").click();
  await isRunning(page);
  await give(page, "", "empty.csv");
  await expect(problem(page)).toHaveText("The file is empty.");
  await showsNothingOf(page);
  await isAlone(page);
});

test("a download in progress is not saved after another file is selected", async ({ page }, { outputDir }) => {
  test.setTimeout(120_000);
  const big = await customerFile(await folderOf(outputDir), "lines", 200_000);
  await open(page);
  await check(page, big, { timeout: 60_000 });
  let isSaved = false;
  page.on("download", () => (isSaved = true));
  await button(page, "Download results").click();
  await expect(page.getByRole("progressbar", { name: "Writing the results" })).toBeVisible();
  await give(page, GOOD, "small.csv");
  await expect(view(page, "small.csv")).toBeVisible();
  await isAlone(page);
  await page.waitForTimeout(500);
  expect(isSaved).toBe(false);
});

test("a changed or deleted file shows a message, and no outcomes", async ({ page }, { outputDir }) => {
  test.setTimeout(180_000);
  const folder = await folderOf(outputDir);
  await open(page);
  // During the check.
  const big = await customerFile(folder, "csv", MILLION);
  await give(page, big);
  await button(page, "Check customers").click();
  await isRunning(page);
  await appendFile(big.path, "x,y,Allowed,,\n");
  await expect(problem(page)).toHaveText(NOT_READABLE);
  await showsNothingOf(page);
  // After the check.
  const small = await customerFile(folder, "lines", 5_000);
  await check(page, small);
  await writeFile(small.path, "[]");
  await grid(page).press("End");
  await expect(details(page, 5_000)).toContainText("The file can't be read any more. It was changed, moved or deleted.");
  await button(page, "Download results").click();
  await expect(problem(page)).toHaveText(NOT_READABLE);
  await rm(small.path);
  await page.getByLabel("Transaction").selectOption("renewal");
  await expect(problem(page)).toHaveText(NOT_READABLE);
  await showsNothingOf(page);
});

test("the last of several selected encodings is used", async ({ page }) => {
  await open(page);
  await give(page, Buffer.from("Name;Status\nM\xfcller;Allowed", "latin1"));
  const encoding = page.getByLabel("Character encoding");
  for (const value of ["windows-1251", "shift_jis", "windows-1250"]) await encoding.selectOption(value);
  await expect(page.getByRole("table", { name: "Preview of the file" })).toContainText("Müller");
  await expect(encoding).toHaveValue("windows-1250");
  await page.waitForTimeout(500);
  await expect(encoding).toHaveValue("windows-1250");
});

test("two files at once are refused, and the current file stays", async ({ page }, { outputDir }) => {
  const folder = await folderOf(outputDir);
  const files = [join(folder, "a.csv"), join(folder, "b.csv")];
  for (const path of files) await writeFile(path, "status\nAllowed\n");
  await open(page);
  await drop(page, ...files);
  await expect(problem(page)).toHaveText("Drop one file. Several files can't be checked at once.");
  await expect(grid(page)).toHaveCount(0);
});

test.describe("without the script of the worker", () => {
  test.use({ expected: ["worker"] });
  test("a file shows that it could not be checked", async ({ page }) => {
    await page.route("**/worker-*.js", (route) => route.abort());
    await open(page);
    await give(page, GOOD);
    await expect(problem(page)).toContainText("Unexpected error:");
    await showsNothingOf(page);
  });
});

test("every combination of customer data is counted as the package decides", async ({ page }, { outputDir }) => {
  await open(page);
  await check(page, await customerFile(await folderOf(outputDir), "list", 400));
  expect(await counts(page, "Outcomes")).toEqual(expectedCounts(400));
});
