// A million customers: all are checked, listed and downloaded, memory stays small, and the check can be cancelled.

import { createReadStream, openSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { LABELS } from "../../pkg/dist/index.js";
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
  expectedCounts,
  folderOf,
  give,
  goToLine,
  grid,
  lineOf,
  MILLION,
  open,
  PERIOD,
  problem,
  row,
  rows,
} from "./bulk-steps.mjs";
import { expect, test as base } from "./portal.mjs";

const PATIENCE = 240_000;

// One after the other: two at once would need the memory and the processors of each other.
base.describe.configure({ mode: "default", timeout: 300_000 });

const test = base.extend({
  // In a process of its own, without the memory of earlier tests.
  page: async ({ page: _, context }, use) => use(await context.newPage()),
});

for (const kind of ["array", "lines", "csv"]) {
  test(`a million customers in ${kind}, in less than three times the memory of the file`, async ({ page }, { outputDir }) => {
    const given = await customerFile(await folderOf(outputDir), kind, MILLION);
    await open(page);
    const memory = await memoryOf(page);
    expect(await check(page, given, { timeout: PATIENCE })).toBe("1,000,000 customers were checked.");
    expect(await counts(page, "Outcomes")).toEqual(expectedCounts(MILLION));
    await isWholeTable(page, kind);
    const most = memory();
    const { size } = statSync(given.path);
    expect(most).toBeLessThan(3 * size);
    if (kind === "csv") await isWrittenWhole(page, outputDir);
  });
}

for (const [name, start] of [["a.json", '[{"status":"Allowed","x":"'], ["a.csv", "status,name,"]]) {
  test(`one line of 100 MB could not be read: ${name}`, async ({ page }, { outputDir }) => {
    await open(page);
    const memory = await memoryOf(page);
    await give(page, longLine(await folderOf(outputDir), name, start));
    if (name.endsWith(".csv")) {
      await expect(problem(page)).toHaveText("The first line is too long to have column names.", { timeout: PATIENCE });
    } else {
      await button(page, "Check customers").click();
      await expect(page.getByText("0 customers were checked.")).toBeVisible({ timeout: PATIENCE });
      await expect(row(page, 1)).toContainText("The record is longer than 1 MB.");
      await expect(page.getByText("The list in the file doesn't end.")).toBeVisible();
    }
    expect(memory()).toBeLessThan(3 * 100_000_000);
  });
}

function longLine(folder, name, start) {
  const path = join(folder, name);
  const file = openSync(path, "w");
  writeSync(file, start);
  for (let turn = 0; turn < 100; turn += 1) writeSync(file, "x".repeat(1_000_000));
  return { path };
}

// The scroll bar reaches the end, the wheel scrolls by its distance, and a filter lists the right rows.
async function isWholeTable(page, kind) {
  const first = rows(page).first().locator("[role=gridcell]").first();
  const number = async () => Number((await first.innerText()).replaceAll(",", ""));
  // The first row becomes one of these, and does not change any more after the frames in which a list scrolls.
  async function leads(what, least, most) {
    await expect(async () => {
      const found = await number();
      expect(found, what).toBeGreaterThanOrEqual(least);
      expect(found, what).toBeLessThanOrEqual(most);
    }).toPass({ timeout: 30_000 });
    const found = await number();
    await page.evaluate(async () => {
      for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    });
    expect(await number(), what).toBe(found);
    return found;
  }
  await grid(page).evaluate((node) => (node.scrollTop = node.scrollHeight));
  await expect(row(page, lineOf(kind, MILLION - 1))).toContainText(`Contoso ${MILLION}`);
  await grid(page).evaluate((node) => (node.scrollTop = node.scrollHeight / 2));
  const middle = await leads("half of the bar", MILLION / 2 - 1_000, MILLION / 2 + 1_000);
  await grid(page).hover();
  const height = await rows(page).first().evaluate((node) => node.offsetHeight);
  for (let step = 1; step <= 3; step += 1) {
    await page.mouse.wheel(0, 4 * height);
    await leads(`turn ${step} of the wheel`, middle + 4 * step - 1, middle + 4 * step + 1);
  }
  for (const index of [0, 123_456, MILLION - 1]) {
    await goToLine(page, lineOf(kind, index));
    await expect(details(page, lineOf(kind, index))).toContainText(customer(index).companyName);
    await expect(row(page, lineOf(kind, index))).toBeInViewport();
  }
  await choose(page, "Undetermined");
  await grid(page).press("End");
  const last = Array.from({ length: PERIOD }, (_, back) => MILLION - 1 - back).find((index) => decision(index).outcome === "undetermined");
  await expect(row(page, lineOf(kind, last))).toContainText(customer(last).companyName);
}

async function isWrittenWhole(page, outputDir) {
  await button(page, "Download results").click();
  await expect(page.getByText(/^[1-9]\d*%$/)).toBeVisible();
  await button(page, "Cancel").click();
  await expect(button(page, "Download results")).toBeVisible();
  const { path } = await downloaded(page, outputDir, PATIENCE);
  const ends = Array.from({ length: PERIOD }, (_, index) => {
    const { outcome, reasons } = decision(index);
    return `"${LABELS.outcome[outcome]}","${reasons[0].message.replaceAll("`", "")}","${reasons[0].rule}"`;
  });
  let index = -1;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (index >= 0) {
      const { id, companyName, status = "" } = customer(index);
      const start = `"${id}","${companyName}","${status}",`;
      const end = `,"${index + 2}",${ends[index % PERIOD]}`;
      if (!line.startsWith(start) || !line.endsWith(end)) expect(line).toBe(`${start} ... ${end}`);
    }
    index += 1;
  }
  expect(index).toBe(MILLION);
}

// Measures the process of the page. Returns its peak private memory since this call, minus the memory at this call.
async function memoryOf(page) {
  const session = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const status = (id, name) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]);
  const sum = (name) => renderers.reduce((all, id) => all + status(id, name), 0);
  await page.requestGC();
  // Resets the peak.
  for (const id of renderers) writeFileSync(`/proc/${id}/clear_refs`, "5");
  const before = sum("VmRSS");
  return () => sum("VmHWM") - before;
}
