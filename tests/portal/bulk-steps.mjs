// Files of customers, and the user's steps to check one.

import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";

import { LABELS, purchaseEligibility } from "../../pkg/dist/index.js";
import { expect } from "./portal.mjs";

export const grid = (page) => page.getByRole("grid", { name: "Checked customers" });
export const rows = (page) => grid(page).getByRole("row", { includeHidden: false }).filter({ has: page.getByRole("gridcell") });
/** Returns the row of a line of the file. */
export const row = (page, line) =>
  rows(page).filter({ has: page.getByRole("gridcell", { name: line.toLocaleString("en-US"), exact: true }) });
export const details = (page, line) => page.getByRole("region", { name: `Line ${line.toLocaleString("en-US")}`, exact: true });
export const problem = (page) => page.getByRole("alert");
export const button = (page, name) => page.getByRole("button", { name, exact: true });
/** Returns the view of the previewed or checked file. */
export const view = (page, name) => page.getByRole("group", { name, exact: true });

export async function open(page) {
  await page.goto("/bulk-check");
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Selects a file: a path, or its content. */
export async function give(page, content, name = "customers.csv") {
  const isContent = typeof content === "string" || content instanceof Uint8Array;
  await page.getByLabel("Choose a file").setInputFiles(isContent ? { name, mimeType: "", buffer: Buffer.from(content) } : content.path);
}

/** Selects a file, confirms the proposed settings, and waits for the result. */
export async function check(page, content, { name = "customers.csv", timeout = 30_000 } = {}) {
  await give(page, content, name);
  await button(page, "Check customers").click();
  const said = page.getByText(/^[\d,]+ customers? w(?:as|ere) checked\.$/);
  await said.waitFor({ timeout });
  return said.innerText();
}

/** Drops files or folders on the page. */
export async function drop(page, ...files) {
  const place = view(page, "File");
  await place.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await place.boundingBox();
  const session = await page.context().newCDPSession(page);
  const at = { x: x + width / 2, y: y + height / 2, data: { items: [], files, dragOperationsMask: 1 } };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, ...at });
  await session.detach();
}

/** Downloads the results and returns their path. */
export async function downloaded(page, folder, timeout = 30_000) {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout }), button(page, "Download results").click()]);
  const path = join(folder, `${crypto.randomUUID()}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return { path, name: download.suggestedFilename() };
}

/** Returns the numbers in the table of outcomes, or of reasons. */
export async function counts(page, name) {
  const cells = await page
    .getByRole("table", { name, exact: true })
    .locator("tbody tr")
    .evaluateAll((found) => found.map((node) => [node.cells[0].innerText.trim(), node.cells[1].innerText]));
  return Object.fromEntries(cells.map(([title, number]) => [title, Number(number.replaceAll(",", ""))]));
}

/** Fails if a part of the page does not come to have all of these texts. */
export async function shows(part, texts) {
  const missing = async () => {
    const shown = (await part.textContent()).replace(/\s+/g, " ");
    return texts.filter((text) => !shown.includes(text));
  };
  await expect.poll(missing).toEqual([]);
}

/** Filters by an outcome. */
export const choose = (page, outcome) => page.getByRole("group", { name: "Outcome" }).getByRole("button", { name: new RegExp(`^${outcome} \\(`) }).click();

export async function goToLine(page, line) {
  await page.getByLabel("Go to line").fill(String(line));
  await button(page, "Go").click();
}

const STATUSES = ["Allowed", "UnderReview", "NotAllowed", "Unknown", "Not Ready", "NoAccountStatus", "Suspended", undefined];
const HELD = [
  undefined,
  [],
  [{ qualification: "Education" }],
  [
    { qualification: "Nonprofit", vettingStatus: "InReview" },
    { qualification: "StateOwnedEntity", vettingStatus: "Approved" },
  ],
  [{ qualification: "Education", vettingStatus: "New" }],
];

/** Returns the customer of an index. All combinations of customer data repeat. */
export function customer(index) {
  return {
    id: `c-${index + 1}`,
    companyName: `Contoso ${index + 1}`,
    status: STATUSES[index % STATUSES.length],
    qualifications: HELD[index % HELD.length],
  };
}

/** After so many customers the decisions repeat. */
export const PERIOD = STATUSES.length * HELD.length;

export function decision(index, options = {}) {
  const { status, qualifications } = customer(index);
  return purchaseEligibility({ status, held: qualifications, ...options });
}

/** Counts the outcomes of the first customers, by their labels. */
export function expectedCounts(number, options) {
  const expected = Object.fromEntries(Object.values(LABELS.outcome).map((label) => [label, 0]));
  const outcomes = Array.from({ length: PERIOD }, (_, index) => LABELS.outcome[decision(index, options).outcome]);
  for (let index = 0; index < number; index += 1) expected[outcomes[index % PERIOD]] += 1;
  return expected;
}

const HEADER = "id,companyName,status,qualification,vettingStatus";

export function csvRow({ id, companyName, status = "", qualifications }) {
  const all = (member) => (qualifications ?? []).map((entry) => entry[member] ?? "").join(";");
  const held = qualifications?.length === 0 ? "None" : all("qualification");
  return `${id},"${companyName}",${status},${held},${all("vettingStatus")}`;
}

const LAYOUTS = {
  array: (text, isFirst, isLast) => `${isFirst ? "[" : ",\n"}${text}${isLast ? "]" : ""}`,
  lines: (text) => `${text}\n`,
  list: (text, isFirst, isLast) => `${isFirst ? '{"totalCount":1,"items":[' : ",\n"}${text}${isLast ? "]}" : ""}`,
  csv: (text, isFirst) => `${isFirst ? `${HEADER}\r\n` : ""}${text}\r\n`,
};

/** Returns the line of a customer in a file of a kind. */
export const lineOf = (kind, index) => index + (kind === "csv" ? 2 : 1);
export const written = (kind, index) => (kind === "csv" ? csvRow(customer(index)) : JSON.stringify(customer(index)));

/** Creates and returns the folder of a test. */
export const folderOf = async (path) => (await mkdir(path, { recursive: true }), path);

export const MILLION = 1_000_000;

/** Writes the first customers to a file. */
export async function customerFile(folder, kind, number) {
  const path = join(folder, `${number}-customers.${kind === "csv" ? "csv" : "json"}`);
  const stream = createWriteStream(path);
  let text = "";
  for (let index = 0; index < number; index += 1) {
    text += LAYOUTS[kind](written(kind, index), index === 0, index === number - 1);
    if (text.length < 1_000_000) continue;
    if (!stream.write(text)) await once(stream, "drain");
    text = "";
  }
  stream.end(text);
  await once(stream, "close");
  return { path };
}

/** Returns the rows of a CSV text whose cells are all quoted. */
export function readCsv(text, separator = ",") {
  const cells = [...text.matchAll(new RegExp(`"((?:[^"]|"")*)"(${separator}|\\r\\n)`, "g"))];
  expect(cells.map(([cell]) => cell).join(""), "it has something else than quoted cells").toBe(text);
  const found = [[]];
  for (const [, cell, end] of cells) {
    found.at(-1).push(cell.replaceAll('""', '"'));
    if (end === "\r\n") found.push([]);
  }
  return found.slice(0, -1);
}
