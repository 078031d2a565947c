// A million customers: all of them are judged, listed and written, and the page stays small and can be stopped.

import assert from "node:assert/strict";
import { createReadStream, readFileSync, statSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

import {
  PERIOD,
  button,
  choose,
  counts,
  customer,
  customerFile,
  decision,
  details,
  downloaded,
  ended,
  expectedCounts,
  file,
  give,
  judged,
  list,
  row,
  rows,
  state,
} from "./portal-file.mjs";
import { portalTest, sees } from "./portal-page.mjs";

const MILLION = 1_000_000;
const PATIENCE = 120_000;
const cancel = (page) => button(page, "Cancel").click();

for (const kind of ["array", "lines", "csv"]) {
  portalTest(`a million customers in ${kind}, in less than three times the memory of the file`, {}, async (page) => {
    const given = await customerFile(kind, MILLION);
    const memory = await memoryOf(page);
    await give(page, given);
    assert.match(await ended(page, PATIENCE), /^1,000,000 customers judged in/);
    assert.deepEqual(await counts(page, "Outcomes"), expectedCounts(MILLION));
    await isWholeTable(page);
    const most = memory();
    const size = statSync(given.path).size;
    assert.ok(most < 3 * size, `${most} bytes for a file of ${size}`);
  });
}

// The bar leads to the end, a wheel moves by what it says, and a filter leaves the right ones.
async function isWholeTable(page) {
  const scroller = list(page).locator(".window");
  const first = rows(page).first().locator("td").first();
  const number = async () => Number((await first.innerText()).replaceAll(",", ""));
  // The first row in view comes to be one of these.
  async function leads(what, least, most) {
    let found = await number();
    for (let turns = 0; turns < 100 && (found < least || found > most); turns += 1) {
      await page.waitForTimeout(50);
      found = await number();
    }
    assert.ok(found >= least && found <= most, `${what}: row ${found} instead of ${least} to ${most}`);
    // Until it has settled, on a busy machine as well.
    await page.waitForTimeout(1_000);
    return number();
  }
  await scroller.evaluate((node) => (node.scrollTop = node.scrollHeight));
  await row(page, MILLION).getByText(`Contoso ${MILLION}`).waitFor();
  await scroller.evaluate((node) => (node.scrollTop = node.scrollHeight / 2));
  const middle = await leads("half of the bar", MILLION / 2 - 1_000, MILLION / 2 + 1_000);
  await scroller.hover();
  const height = await rows(page)
    .first()
    .evaluate((node) => node.offsetHeight);
  for (let step = 1; step <= 3; step += 1) {
    await page.mouse.wheel(0, 4 * height);
    await leads(`turn ${step} of the wheel`, middle + 4 * step - 1, middle + 4 * step + 1);
  }
  for (const place of [0, 123_456, MILLION - 1]) {
    await file(page)
      .getByLabel("Go to record")
      .fill(String(place + 1));
    await button(page, "Go").click();
    await details(page)
      .getByRole("heading", { name: `Record ${(place + 1).toLocaleString("en-GB")}`, exact: true })
      .waitFor();
    await sees(details(page), customer(place).companyName, ...decision(place).reasons.map(({ rule }) => rule));
  }
  await choose(page, "Undetermined");
  await list(page).getByRole("grid").press("End");
  const last = Array.from({ length: PERIOD }, (_, back) => MILLION - 1 - back).find(
    (place) => decision(place).outcome === "undetermined",
  );
  await row(page, last + 1)
    .getByText(customer(last).companyName)
    .waitFor();
}

// Watches the process of the page. Gives the most that it had of memory of its own since then, over what it had before.
async function memoryOf(page) {
  const session = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const status = (id, name) =>
    1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]);
  const sum = (name) => renderers.reduce((all, id) => all + status(id, name), 0);
  await page.requestGC();
  // From now on the peak is counted.
  for (const id of renderers) writeFileSync(`/proc/${id}/clear_refs`, "5");
  const before = sum("VmRSS");
  return () => sum("VmHWM") - before;
}

// No worker is left.
async function isAlone(page) {
  for (let turns = 0; page.workers().length > 0; turns += 1) {
    assert.ok(turns < 100, "a worker is left");
    await page.waitForTimeout(20);
  }
}

portalTest("what runs can be cancelled, and what is given meanwhile takes its place", {}, async (page) => {
  const given = await customerFile("csv", MILLION);
  await give(page, given);
  await state(page)
    .getByText(/[1-9]\d* %, [\d,]+ customers/)
    .waitFor();
  await cancel(page);
  const said = await ended(page);
  const [, count] = /^Stopped\. ([\d,]+) customers judged until then\.$/.exec(said);
  const number = Number(count.replaceAll(",", ""));
  assert.ok(number > 0 && number < MILLION, said);
  await isAlone(page);
  await list(page).getByRole("grid").press("End");
  await row(page, number)
    .getByText(customer(number - 1).companyName)
    .waitFor();
  assert.ok(await button(page, "Download the result as CSV").isHidden());

  await button(page, "Judge it again").click();
  await state(page)
    .getByText(/[1-9]\d* %, [\d,]+ customers/)
    .waitFor();
  assert.match(await judged(page, '{"status":"Allowed"}', "small.json"), /^1 customer judged/);
  await isAlone(page);
  assert.equal(await rows(page).count(), 1);

  await give(page, given);
  await list(page)
    .getByText(/^[1-9][\d,]+ of [\d,]+ records$/)
    .waitFor();
  await downloaded(page, "Download the sample");
  await button(page, "Judge it again").waitFor();
  assert.ok(await button(page, "Download the result as CSV").isHidden());

  await file(page).getByLabel("Sample size").selectOption({ label: "1,000,000 customers" });
  await button(page, "Download the sample").click();
  await state(page)
    .getByText(/\d %, [1-9][\d,]+ customers/)
    .waitFor();
  await cancel(page);
  assert.equal(await ended(page), "Stopped.");
  await isAlone(page);
});

portalTest("the result of a million is written, and writing it can be cancelled", {}, async (page) => {
  await give(page, await customerFile("lines", MILLION));
  await ended(page, PATIENCE);
  await button(page, "Download the result as CSV").click();
  await state(page)
    .getByText(/[1-9]\d* %/)
    .waitFor();
  await cancel(page);
  assert.equal(await ended(page), "Stopped. Nothing was saved.");
  const { path } = await downloaded(page, "Download the result as CSV", PATIENCE);
  const expected = Array.from({ length: PERIOD }, (_, place) => {
    const { outcome, reasons } = decision(place);
    const all = (member) => reasons.map((reason) => reason[member]).join(" ");
    return `"${customer(place).status ?? ""}","${outcome}","${all("rule")}","${all("code")}","${all("message")}"`;
  });
  let place = -1;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (place >= 0) {
      const { companyName, id } = customer(place);
      const whole = `"${place + 1}","${companyName}","${id}",${expected[place % PERIOD]}`;
      if (line !== whole) assert.equal(line, whole);
    }
    place += 1;
  }
  assert.equal(place, MILLION);
});
