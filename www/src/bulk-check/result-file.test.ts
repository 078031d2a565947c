import { expect, test } from "vitest";

import { type CheckedPiece, checkFile, previewFile } from "./check-file";
import { membersOf, resultFile } from "./result-file";

async function result(content: BlobPart, { delimiter = "," } = {}) {
  const file = new Blob([content]);
  const preview = await previewFile(file);
  const table = preview.table && { layout: preview.table.layout, columns: preview.table.columns };
  const pieces: CheckedPiece[] = [];
  let text = file;
  const listener = { text: (given: Blob) => void (text = given), piece: (piece: CheckedPiece) => pieces.push(piece) };
  await checkFile(file, { encoding: preview.encoding, ...(table && { table }) }, {}, listener);
  const findings = pieces.flatMap(({ added }) => added).map((finding) => [finding.outcome, "why"]);
  const written = await resultFile(
    {
      text,
      ...(table && { layout: table.layout }),
      delimiter: table?.layout.delimiter ?? delimiter,
      pieces,
      header: table?.layout.header.map((name) => name ?? "") ?? [],
      added: ["Line", "Outcome", "Reasons"],
      findings,
    },
    () => {},
  );
  const bytes = new Uint8Array(await written.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return (await written.text()).split("\r\n").slice(0, -1);
}

test("a table keeps its columns, its separator and surplus cells", async () => {
  expect(await result('Tags;Outcome;Status\r\n"a;b";007;Allowed\r\nx;Allowed\r\n\r\n;;\r\ny;1;NotAllowed;z\r\n"q;1;Allowed\r\n')).toEqual([
    '"Tags";"Outcome";"Status";"Line";"Outcome (2)";"Reasons"',
    '"a;b";"007";"Allowed";"2";"allowed";"why"',
    '"x";"Allowed";"";"3";"unreadable";"why"',
    '"y";"1";"NotAllowed";"6";"unreadable";"why";"z"',
    '"""q;1;Allowed";"";"";"7";"unreadable";"why"',
  ]);
});

test("JSON becomes a column for each member, including nested objects", async () => {
  expect(await result('{"status":"Allowed","companyProfile":{"companyName":"Contoso"}}\nnull\n{"status":"Allowed","qualifications":[]}\n', { delimiter: ";" })).toEqual([
    '"status";"companyProfile.companyName";"";"qualifications";"Line";"Outcome";"Reasons"',
    '"Allowed";"Contoso";"";"";"1";"allowed";"why"',
    '"";"";"null";"";"2";"unreadable";"why"',
    '"Allowed";"";"";"[]";"3";"allowed";"why"',
  ]);
});

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t'=1"],
  ["\r=1", "'\r=1"],
  ['"=1', `'""=1`],
  [" =1", "' =1"],
  ["'=1", "''=1"],
  ["＝1", "'＝1"],
  ["a;=1", "a;'=1"],
  ["a,=1", "a,'=1"],
  ["a\t+1", "a\t'+1"],
  ['a"b', 'a""b'],
  ["a,b", "a,b"],
  ["a\nb", "a\nb"],
  ["1=1", "1=1"],
  ["a-b", "a-b"],
  ["😀", "😀"],
])("19: %j is no formula in the file that is downloaded", async (name, escaped) => {
  const [, row] = await result(JSON.stringify([{ name, status: "Allowed" }]));
  expect(row).toBe(`"${escaped}","Allowed","1","allowed","why"`);
});

test("the heading of a column is not a formula either", async () => {
  expect((await result("=1,status\nx,Allowed\n"))[0]).toBe(`"'=1","status","Line","Outcome","Reasons"`);
});

test("ids keep their digits", () => {
  const members = membersOf('{"id":12345678901234567890,"n":{"v":1.0},"s":"a\\"1.0","list":[1]}');
  expect(Object.fromEntries(members ?? [])).toEqual({ id: "12345678901234567890", "n.v": "1.0", s: 'a"1.0', list: "[1]" });
});

test("a value that is not an object has no members", () => {
  for (const text of ["null", "[1]", "7", '"x"', "oops"]) expect(membersOf(text)).toBeUndefined();
});
