// Files that are not what they should be, and jobs that do not come to their end.

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";

import { eligibilityOfMany } from "../../pkg/dist/index.js";
import {
  button,
  counts,
  customer,
  customerFile,
  details,
  ended,
  file,
  give,
  judged,
  list,
  problem,
  rows,
  state,
} from "./portal-file.mjs";
import { portalTest, sees, spoiltPortalTest } from "./portal-page.mjs";

const utf16 = (text, mark = "\ufeff") => Buffer.from(mark + text, "utf16le");

portalTest("a file that cannot be judged says why, and nothing is shown of it", {}, async (page) => {
  const NO_CUSTOMER = "There is no customer in the file.";
  const ARCHIVE = "This is a workbook or an archive. Save the customers as CSV, or unpack them.";
  const UTF16 = "This text is in UTF-16. Save it in UTF-8.";
  for (const [content, message] of [
    ["", "The file is empty."],
    [" \r\n ", NO_CUSTOMER],
    ["\ufeff", NO_CUSTOMER],
    ["[]", NO_CUSTOMER],
    ["status,name\r\n", NO_CUSTOMER],
    [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), ARCHIVE],
    [Buffer.from([0x1f, 0x8b, 8, 0]), ARCHIVE],
    [utf16('[{"status":"Allowed"}]'), UTF16],
    [utf16('[{"status":"Allowed"}]', ""), UTF16],
    [utf16("status,name\r\nAllowed,x", "").swap16(), UTF16],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "This is not a text. The file has to be JSON or CSV."],
    ["<!DOCTYPE html>\n<p>", "No column is called “status”. The first line has: <!DOCTYPE html>."],
    ["name,state\nx,Allowed", "No column is called “status”. The first line has: name, state."],
    ["status,name,Status\nAllowed,x,y", "More than one column is called “status”."],
    ["status,qualification,qualifications\nAllowed,,", "More than one column is called “qualification”."],
  ]) {
    assert.equal(await judged(page, content), "Nothing was judged.", message);
    assert.equal(await problem(page).innerText(), message);
    assert.ok(await list(page).isHidden());
    assert.equal(await state(page).getByRole("button").count(), 0);
  }
});

portalTest("an error in the middle is shown with its place, and what was judged stays", {}, async (page) => {
  const good = Array.from({ length: 20_000 }, (_, place) => JSON.stringify(customer(place)));
  const broken = `${good.join("\n")}\n{"status":"Allowed"} oops\n`;
  assert.equal(await judged(page, broken), "20,001 customers judged, then the reading ended.");
  const { error } = eligibilityOfMany(broken);
  assert.equal(await problem(page).innerText(), error.message);
  await sees(state(page), "Line\n20,001", `Byte\n${error.offset.toLocaleString("en-GB")}`, "There is\noops");
  assert.deepEqual(
    Object.values(await counts(page, "Outcomes")).reduce((sum, number) => sum + number),
    20_001,
  );
  await list(page).getByRole("grid").press("End");
  await details(page).getByRole("heading", { name: "Record 20,001" }).waitFor();
  await button(page, "Download the result as CSV").waitFor();
  assert.equal(await judged(page, `[${good.slice(0, 10).join()}`), "10 customers judged, then the reading ended.");
  await sees(state(page), "There is\nthe end of the file");
});

portalTest("what is wrong with a CSV file is shown with its place", {}, async (page) => {
  const MISSING = "The row that begins here has no end: a quotation mark is missing.";
  const STRAY = "A quotation mark ends the cell before this, but the cell goes on.";
  for (const [rest, message, line, text] of [
    ['"Fabrikam,Allowed\nx,Allowed\n', MISSING, 3, '"Fabrikam'],
    ['"Fabrikam" Ltd,Allowed\n', STRAY, 3, "Ltd,Allowed"],
    [`"${"x,y\n".repeat(600_000)}`, MISSING, 3, '"x,y'],
  ]) {
    assert.equal(
      await judged(page, `name,status\n"Cont""oso\n",Allowed\n${rest}`),
      "1 customer judged, then the reading ended.",
    );
    assert.equal(await problem(page).innerText(), message);
    await sees(state(page), `Line\n${line + 1}`, text);
    await sees(rows(page).first(), "Allowed");
  }
});

portalTest("of a CSV row that does not fit its header nothing is known", {}, async (page) => {
  const text =
    'name\tStatus \t qualification\r\rA\tAllowed\tNone\rB\tAllowed\r\n\nC\tAllowed\tNone\tx\n"D"\tallowed\tEducation;\nE\t\t\n';
  await file(page).getByLabel("Offer segment").selectOption({ label: "Commercial" });
  assert.match(await judged(page, `\ufeff${text}`, "c.csv"), /^5 customers judged/);
  const outcomes = await rows(page).evaluateAll((nodes) => nodes.map((node) => node.cells[2].innerText));
  assert.deepEqual(outcomes, ["Allowed", "Undetermined", "Undetermined", "Undetermined", "Undetermined"]);
  await rows(page).last().getByText("E", { exact: true }).waitFor();
  const names = await rows(page).evaluateAll((nodes) => nodes.map((node) => node.cells[1].innerText));
  assert.deepEqual(names, ["A", "B", "C", "D", "E"]);
  await rows(page).nth(1).click();
  await sees(details(page), "Rule A9", "Rule O13");
});

portalTest("a file that is changed or deleted says so", {}, async (page) => {
  const given = await customerFile("lines", 5_000);
  await give(page, given);
  await ended(page);
  writeFileSync(given.path, "[]");
  await list(page).getByRole("grid").press("End");
  await sees(details(page), "It cannot be read any more: the file was changed, moved or deleted.");
  const message =
    "The browser cannot read the file, or not any further. It may have been changed, moved or deleted, or it is a folder.";
  await button(page, "Download the result as CSV").click();
  await problem(page).getByText(message).waitFor();
  await sees(state(page), "The result was not written.");
  rmSync(given.path);
  await file(page).getByLabel("Transaction").selectOption({ label: "Renewal" });
  await state(page).getByText("Nothing was judged.").waitFor();
  assert.equal(await problem(page).innerText(), message);
});

const withoutWorker = (page) => page.route("**/file/worker.js", (route) => route.abort());
const withoutLibrary = (page) => page.route("**/papaparse.min.js", (route) => route.abort());

spoiltPortalTest("a script that does not arrive is told of", withoutWorker, async (page) => {
  await judged(page, "[{}]");
  await problem(page).getByText("The file could not be worked on: a script did not arrive.").waitFor();
});

spoiltPortalTest("without the library for CSV, JSON is judged all the same", withoutLibrary, async (page) => {
  assert.match(await judged(page, "[{}]"), /^1 customer judged/);
  await judged(page, "status\nAllowed\n", "a.csv");
  await problem(page).getByText("The script that reads and writes CSV did not arrive. Try it again.").waitFor();
});
