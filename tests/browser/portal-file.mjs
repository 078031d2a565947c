// Files of customers, and the steps of a person who has the portal judge one.

import assert from "node:assert/strict";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

import { LABELS, purchaseEligibility } from "../../pkg/dist/index.js";
import { area } from "./portal-page.mjs";

/** Where the files lie until the tests are over. */
export const folder = mkdtempSync(join(tmpdir(), "partner-center-rules-"));
after(() => rmSync(folder, { recursive: true, force: true }));

export const file = (page) => area(page, "Judge a file");
export const state = (page) => file(page).locator("#file-result");
export const list = (page) => file(page).locator("#file-list");
export const details = (page) => file(page).locator("#file-details");
export const rows = (page) => list(page).getByRole("grid").locator("tbody").getByRole("row");
export const row = (page, number) =>
  rows(page).filter({ has: page.getByRole("gridcell", { name: number.toLocaleString("en-GB"), exact: true }) });
export const problem = (page) => state(page).locator(".issue--error .sentence");
export const button = (page, name) => file(page).getByRole("button", { name, exact: true });

/** Gives a file to the page: one on the disk, or a text. */
export async function give(page, content, name = "customers.json") {
  const given = typeof content === "string" || content instanceof Uint8Array;
  const payload = given ? { name, mimeType: "", buffer: Buffer.from(content) } : content.path;
  await page.getByLabel("Choose a file").setInputFiles(payload);
}

/** Filters by an outcome. */
export const choose = (page, outcome) =>
  list(page)
    .getByRole("radio", { name: new RegExp(`^${outcome} `) })
    .check();

/** Waits until the job is done, and gives what the page says of it. */
export async function ended(page, timeout = 10_000) {
  const said = state(page).locator(".file-state p").first();
  await said.waitFor({ timeout });
  return said.innerText();
}

export async function judged(page, content, name) {
  await give(page, content, name);
  return ended(page);
}

/** Drops something of the disk on the page, as a person does. */
export async function drop(page, ...files) {
  const place = file(page).locator(".drop");
  await place.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await place.boundingBox();
  const session = await page.context().newCDPSession(page);
  const at = { x: x + width / 2, y: y + height / 2, data: { items: [], files, dragOperationsMask: 1 } };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, ...at });
  await session.detach();
}

/** Downloads what a button makes, and gives where it lies. */
export async function downloaded(page, name, timeout = 10_000) {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout }), button(page, name).click()]);
  const path = join(folder, `${crypto.randomUUID()}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return { path, name: download.suggestedFilename() };
}

/** The counts of the table of outcomes, or of reasons. */
export async function counts(page, name) {
  const table = file(page).getByRole("table", { name, exact: true });
  const cells = await table
    .locator("tbody tr")
    .evaluateAll((nodes) => nodes.map((node) => [node.cells[0].innerText, node.cells[1].innerText]));
  return Object.fromEntries(cells.map(([title, number]) => [title.trim(), Number(number.replaceAll(",", ""))]));
}

const STATUSES = [
  "Allowed",
  "UnderReview",
  "NotAllowed",
  "Unknown",
  "Not Ready",
  "NoAccountStatus",
  "Suspended",
  undefined,
];
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

/** The customer of a place. Every combination of what can be known of one comes again and again. */
export function customer(place) {
  return {
    id: `c-${place + 1}`,
    companyName: `Contoso ${place + 1}`,
    status: STATUSES[place % STATUSES.length],
    qualifications: HELD[place % HELD.length],
  };
}

/** After so many customers the same decisions come again. */
export const PERIOD = STATUSES.length * HELD.length;

export function decision(place, options = {}) {
  const { status, qualifications } = customer(place);
  return purchaseEligibility({ status, held: qualifications, ...options });
}

/** How many of the first customers have each outcome, by its label. */
export function expectedCounts(number, options) {
  const expected = Object.fromEntries(Object.values(LABELS.outcome).map((label) => [label, 0]));
  const outcomes = Array.from({ length: PERIOD }, (_, place) => LABELS.outcome[decision(place, options).outcome]);
  for (let place = 0; place < number; place += 1) expected[outcomes[place % PERIOD]] += 1;
  return expected;
}

const HEADER = "id,companyName,status,qualification,vettingStatus";

export function csvRow({ id, companyName, status = "", qualifications }) {
  const all = (member) => (qualifications ?? []).map((entry) => entry[member] ?? "").join(";");
  const held = qualifications?.length === 0 ? "None" : all("qualification");
  return `${id},"${companyName}",${status},${held},${all("vettingStatus")}`;
}

const LAYOUTS = {
  array: (write, text, isFirst, isLast) => write(`${isFirst ? "[" : ",\n"}${text}${isLast ? "]" : ""}`),
  lines: (write, text) => write(`${text}\n`),
  csv: (write, text, isFirst) => write(`${isFirst ? `${HEADER}\r\n` : ""}${text}\r\n`),
};

/** Writes the first customers into a file. */
export async function customerFile(kind, number) {
  const path = join(folder, `${number}-customers.${kind === "csv" ? "csv" : "json"}`);
  const stream = createWriteStream(path);
  let text = "";
  for (let place = 0; place < number; place += 1) {
    const written = kind === "csv" ? csvRow(customer(place)) : JSON.stringify(customer(place));
    LAYOUTS[kind]((part) => (text += part), written, place === 0, place === number - 1);
    if (text.length < 1_000_000) continue;
    if (!stream.write(text)) await once(stream, "drain");
    text = "";
  }
  stream.end(text);
  await once(stream, "close");
  return { path };
}

/** The rows of a CSV text, read the way RFC 4180 has it. */
export function readCsv(text) {
  const cells = [...text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)];
  assert.equal(cells.map(([cell]) => cell).join(""), text, "it has something else than quoted cells");
  const rows = [[]];
  for (const [, cell, end] of cells) {
    rows.at(-1).push(cell.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}
