// A file of customers: judged, counted, listed, and taken away.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { LABELS } from "../../pkg/dist/index.js";
import {
  button,
  choose,
  counts,
  csvRow,
  customer,
  customerFile,
  decision,
  details,
  downloaded,
  drop,
  ended,
  expectedCounts,
  file,
  folder,
  give,
  judged,
  list,
  problem,
  readCsv,
  row,
  rows,
  state,
} from "./portal-file.mjs";
import { fits, hasFocus, listen, passesAxe, portalTest, sees, shown } from "./portal-page.mjs";

const MANY = 3_000;
const lines = (records) => records.map((record) => `${JSON.stringify(record)}\n`).join("");

for (const kind of ["array", "lines", "csv"]) {
  portalTest(`customers in ${kind} are judged, counted and listed`, {}, async (page) => {
    const given = await customerFile(kind, MANY);
    for (const segment of [undefined, "Education"]) {
      await file(page)
        .getByLabel("Offer segment")
        .selectOption({ label: segment ? LABELS.offerSegment[segment] : "Account alone" });
      if (segment === undefined) await give(page, given);
      assert.match(await ended(page), /^3,000 customers judged in \d+\.\d s\.$/);
      assert.deepEqual(await counts(page, "Outcomes"), expectedCounts(MANY, { segment }));
      assert.equal(await list(page).getByRole("grid").getAttribute("aria-rowcount"), String(MANY + 1));
      await file(page).getByLabel("Go to record").fill("2,997");
      await button(page, "Go").click();
      for (let place = 2_993; place < 3_000; place += 1) {
        const { outcome, reasons } = decision(place, { segment });
        const { companyName, id } = customer(place);
        await row(page, place + 1)
          .getByText(companyName)
          .waitFor();
        await sees(row(page, place + 1), id, LABELS.outcome[outcome], ...reasons.map(({ rule }) => rule));
        await row(page, place + 1).click();
        await details(page)
          .getByRole("heading", { name: `Record ${(place + 1).toLocaleString("en-GB")}` })
          .waitFor();
        await sees(details(page), companyName, id, LABELS.outcome[outcome]);
        await sees(
          details(page),
          ...reasons.flatMap(({ message, rule, source }) => [
            shown(message),
            rule,
            ...source.map(({ title }) => title),
          ]),
        );
        await sees(details(page), kind === "csv" ? csvRow(customer(place)) : JSON.stringify(customer(place)));
      }
    }
  });
}

portalTest("the records can be filtered by outcome and by reason", {}, async (page) => {
  await judged(page, lines(Array.from({ length: MANY }, (_, place) => customer(place))));
  const number = expectedCounts(MANY).Blocked;
  await choose(page, "Blocked");
  await list(page)
    .getByText(`${number.toLocaleString("en-GB")} of 3,000 records`)
    .waitFor();
  for (const text of await rows(page).allInnerTexts()) assert.ok(text.includes("Blocked"), text);
  await file(page).getByLabel("Reason", { exact: true }).selectOption("A2");
  await list(page).getByText("375 of 3,000 records").waitFor();
  for (const text of await rows(page).allInnerTexts()) assert.ok(text.includes("A2"), text);
  await row(page, 10).getByText("Contoso 10").waitFor();
  await file(page).getByLabel("Go to record").fill("2000");
  await file(page).getByLabel("Go to record").press("Enter");
  await details(page).getByRole("heading", { name: "Record 2,002" }).waitFor();
  for (const text of ["0", "3,001", "x", ""]) {
    await file(page).getByLabel("Go to record").fill(text);
    await button(page, "Go").click();
    await list(page).getByText("There are records 1 to 3,000.").waitFor();
  }
  await choose(page, "Allowed");
  await list(page).getByText("No record matches the filters.").waitFor();
  await file(page).getByLabel("Reason", { exact: true }).selectOption({ label: "All" });
  await list(page)
    .getByText(`${expectedCounts(MANY).Allowed} of 3,000 records`)
    .waitFor();
});

portalTest("the table is walked with the keyboard and read row by row", {}, async (page) => {
  await judged(page, lines(Array.from({ length: MANY }, (_, place) => customer(place))));
  const grid = list(page).getByRole("grid", { name: "Records" });
  const active = () =>
    grid.evaluate((node) => document.getElementById(node.getAttribute("aria-activedescendant"))?.ariaRowIndex);
  await grid.focus();
  for (const [key, place] of [
    ["ArrowDown", 1],
    ["ArrowDown", 2],
    ["ArrowUp", 1],
    ["End", MANY],
    ["ArrowDown", MANY],
    ["Home", 1],
  ]) {
    await grid.press(key);
    assert.equal(await active(), String(place + 1), key);
    await details(page)
      .getByRole("heading", { name: `Record ${place.toLocaleString("en-GB")}`, exact: true })
      .waitFor();
    const chosen = grid.getByRole("row", { selected: true });
    assert.equal(await chosen.count(), 1);
    const [inner, outer] = [await chosen.boundingBox(), await list(page).locator(".window").boundingBox()];
    assert.ok(
      inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height + 1,
      `${key}: the row is out of view`,
    );
  }
  await grid.press("PageDown");
  const after = Number(await active());
  assert.ok(after > 8 && after < 20, `a page leads to row ${after}`);
  assert.ok(await hasFocus(grid));
});

portalTest("a file is dropped, and one that is dropped later takes its place", {}, async (page) => {
  const one = await customerFile("lines", 40);
  const other = join(folder, "others.csv");
  await writeFile(other, "name;status\r\nFabrikam;Allowed\r\n");
  await drop(page, one.path);
  assert.match(await ended(page), /^40 customers judged/);
  await drop(page, other);
  await state(page).getByRole("heading", { name: "others.csv" }).waitFor();
  await state(page)
    .getByText(/^1 customer judged/)
    .waitFor();
  await rows(page).first().getByText("Fabrikam").waitFor();
  await drop(page, folder);
  await problem(page).getByText("This is a folder. Drop a file.").waitFor();
  await drop(page, one.path, other);
  await problem(page).getByText("Drop one file. More than one cannot be judged at once.").waitFor();
  await sees(rows(page).first(), "Fabrikam", "Allowed");
});

portalTest("a file that misses its place does not replace the page", {}, async (page) => {
  const refused = await page.evaluate(() =>
    [new File(["x"], "x.json"), "text"].map((dragged) => {
      const dataTransfer = new DataTransfer();
      if (typeof dragged === "string") dataTransfer.items.add(dragged, "text/plain");
      else dataTransfer.items.add(dragged);
      const told = { dataTransfer, bubbles: true, cancelable: true };
      return ["dragover", "drop"].map((type) => !document.body.dispatchEvent(new DragEvent(type, told)));
    }),
  );
  assert.deepEqual(refused, [
    [true, true],
    [false, false],
  ]);
  assert.ok(await state(page).isHidden());
});

portalTest("the result is a CSV file whose cells are no formulas", {}, async (page) => {
  const names = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '"=1',
    " =1",
    "'=1",
    "＝1",
    "a;=1",
    "a\t+1",
    'a"b',
    "a,b",
    "a\nb",
    "1=1",
    "a-b",
    "😀",
  ];
  const records = names.map((companyName, place) => ({ ...customer(place), companyName }));
  records.push([1], 7, null, { status: "=cmd" });
  await judged(page, JSON.stringify(records), "base.v2.json");
  const { path, name } = await downloaded(page, "Download the result as CSV");
  assert.equal(name, "base.v2-eligibility.csv");
  const text = await readFile(path, "utf8");
  assert.equal(text.charCodeAt(0), 0xfeff);
  const [header, ...cells] = readCsv(text.slice(1));
  assert.deepEqual(header, ["record", "name", "id", "status", "outcome", "rules", "reasons", "messages"]);
  assert.equal(cells.length, records.length);
  const escaped = [
    "'=1+1",
    "'+1",
    "'-1",
    "'@SUM(A1)",
    "'\t'=1",
    "'\r=1",
    `'"=1`,
    "' =1",
    "''=1",
    "'＝1",
    "a;'=1",
    "a\t'+1",
    ...names.slice(12),
  ];
  for (const [place, [number, shownName, id, status, outcome, rules, reasons, messages]] of cells
    .slice(0, names.length)
    .entries()) {
    const expected = decision(place);
    assert.deepEqual(
      [number, shownName, id, status],
      [String(place + 1), escaped[place], `c-${place + 1}`, customer(place).status ?? ""],
    );
    const all = (member) => expected.reasons.map((reason) => reason[member]).join(" ");
    assert.deepEqual([outcome, rules, reasons, messages], [expected.outcome, all("rule"), all("code"), all("message")]);
  }
  assert.deepEqual(
    cells.slice(names.length).map((row) => row.slice(1, 6)),
    [...Array.from({ length: 3 }, () => ["", "", "", "undetermined", "A9"]), ["", "", "'=cmd", "undetermined", "A8"]],
  );
});

portalTest("the result of a CSV file and a segment is what the package decides", {}, async (page) => {
  await file(page).getByLabel("Offer segment").selectOption({ label: LABELS.offerSegment.Education });
  await file(page).getByLabel("Transaction").selectOption({ label: LABELS.transaction.renewal });
  await give(page, await customerFile("csv", MANY));
  await ended(page);
  const { path } = await downloaded(page, "Download the result as CSV");
  const [, ...cells] = readCsv((await readFile(path, "utf8")).slice(1));
  const options = { segment: "Education", transaction: "renewal" };
  assert.deepEqual(
    cells.map(([, name, id, , outcome, rules]) => [name, id, outcome, rules]),
    Array.from({ length: MANY }, (_, place) => {
      const { companyName, id } = customer(place);
      const { outcome, reasons } = decision(place, options);
      return [companyName, id, outcome, reasons.map(({ rule }) => rule).join(" ")];
    }),
  );
});

portalTest("a sample is made here, judged, and can be saved and given again", {}, async (page) => {
  for (const kind of ["JSON array", "JSON lines", "CSV"]) {
    await file(page).getByLabel("Sample format").selectOption({ label: kind });
    await button(page, "Judge the sample").click();
    await state(page)
      .getByText(/^1,000 customers judged/)
      .waitFor();
    const before = await counts(page, "Outcomes");
    const { path } = await downloaded(page, "Download the sample");
    await give(page, { path });
    await state(page)
      .getByText(/^1,000 customers judged/)
      .waitFor();
    assert.deepEqual(await counts(page, "Outcomes"), before);
    assert.ok(
      Object.values(before).every((number) => number > 0),
      JSON.stringify(before),
    );
  }
});

portalTest("what is done is said, and markup in a file is text", {}, async (page) => {
  const heard = await listen(page);
  const markup = '<img src="x" onerror="alert(1)"><b>bold</b>\u202e';
  await judged(page, lines([{ ...customer(0), companyName: markup }]), `${markup}.json`);
  const said = (await heard()).join(" ");
  assert.match(said, /1 customer judged in/);
  await rows(page).first().click();
  await sees(details(page), '<img src="x" onerror="alert(1)"><b>bold</b>U+202E');
  assert.equal(await file(page).locator("img, b:text('bold'), script").count(), 0);
});

for (const colorScheme of ["light", "dark"]) {
  portalTest(`axe finds nothing in the area of files in the ${colorScheme} scheme`, { colorScheme }, async (page) => {
    await file(page).getByText("What the file may look like").click();
    await passesAxe(page, "as it opens", "#file");
    await judged(page, lines(Array.from({ length: MANY }, (_, place) => customer(place))));
    await rows(page).nth(2).click();
    await details(page).getByRole("heading", { name: "Record 3" }).waitFor();
    await passesAxe(page, "with records", "#file");
    await judged(page, "[{},x", "wrong.json");
    await problem(page).waitFor();
    await passesAxe(page, "with a problem", "#file");
  });
}

portalTest("nothing of a file scrolls sideways at 320 pixels", { width: 320 }, async (page) => {
  await file(page).getByText("What the file may look like").click();
  const long = { companyName: "W".repeat(500), id: "W".repeat(200), status: "W".repeat(300) };
  await judged(
    page,
    lines([...Array.from({ length: MANY }, (_, place) => customer(place)), long]),
    `${"w".repeat(100)}.json`,
  );
  await fits(page, "with records");
  await list(page).getByRole("grid").press("End");
  await details(page).getByRole("heading", { name: "Record 3,001" }).waitFor();
  await fits(page, "with long texts");
  const { outcome } = decision(2_999);
  await sees(row(page, 3_000), "Contoso 3000", LABELS.outcome[outcome]);
  await judged(page, `{"x":1}\n{"${"W".repeat(400)}":oops`, "wrong.json");
  await problem(page).waitFor();
  await fits(page, "with a problem");
});
