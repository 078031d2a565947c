// Realistic files, one of each kind.

import type { BulkOptions } from "partner-center-rules";
import { describe, expect, test } from "vitest";

import { type CheckedPiece, checkFile, previewFile } from "./check-file";
import type { Columns } from "./columns";
import type { Finding } from "./decider";
import { ENCODINGS, type Encoding, fileProblem, utf8Text } from "./file-text";
import { cellOf, cellsOfRow } from "./table";

const G = "0a1b2c3d-4e5f-4789-abcd-ef0123456789";

interface Options extends BulkOptions {
  readonly encoding?: Encoding;
  readonly columns?: Columns;
}

/** Checks a file with the settings that the page proposes. */
async function check(content: BlobPart, { encoding, columns, ...options }: Options = {}) {
  const file = new Blob([content]);
  const preview = await previewFile(file, encoding);
  const table = preview.table && { layout: preview.table.layout, columns: columns ?? preview.table.columns };
  const pieces: CheckedPiece[] = [];
  await checkFile(file, { encoding: preview.encoding, ...(table && { table }) }, options, {
    text: () => {},
    piece: (piece) => pieces.push(piece),
  });
  const findings = pieces.flatMap(({ added }) => added);
  const { text } = await utf8Text(file, preview.encoding);
  const records: { line: number; outcome: string; why: string; who?: string }[] = [];
  for (const piece of pieces)
    for (const [index, finding] of piece.findings.entries()) {
      const found = findings[finding] as Finding;
      const span = text.slice(piece.offset + (piece.starts[index] ?? 0), piece.offset + (piece.ends[index] ?? 0));
      const cells = table && cellsOfRow(new Uint8Array(await span.arrayBuffer()), table.layout.delimiter);
      const who = table && cells && [cellOf(cells, table.columns, "name"), cellOf(cells, table.columns, "id")].filter(Boolean).join(" ");
      const why = found.outcome === "unreadable" ? found.problem.code : found.reasons.map(({ rule }) => rule).join(" ");
      records.push({ line: piece.lines[index] ?? 0, outcome: found.outcome, why, ...(who && { who }) });
    }
  return { preview, records, blankRows: pieces.at(-1)?.blankRows, isCutShort: pieces.at(-1)?.isCutShort, findings };
}

const outcomes = async (content: BlobPart, options?: Options) =>
  (await check(content, options)).records.map(({ line, outcome, why }) => `${line} ${outcome} ${why}`);

async function problem(content: BlobPart) {
  try {
    await check(content);
    return "none";
  } catch (error) {
    return fileProblem(error).code;
  }
}

const utf16 = (text: string, mark = "\ufeff") => Uint8Array.from(Buffer.from(mark + text, "utf16le"));
const swapped = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array.from(Buffer.from(bytes).swap16());
const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

describe("realistic files", () => {
  test("1: a row with one cell too many could not be read, the others are checked", async () => {
    expect(await outcomes(`customerId,name,status\n${G},Contoso,NotAllowed,\n${G},Fabrikam,NotAllowed\n`)).toEqual([
      "2 unreadable cellCount",
      "3 blocked A4",
    ]);
  });

  test("3: a row that the package cannot read, in the middle", async () => {
    const text = `customerId,name,status\n${G},a,Allowed\n${G},b,${"\u0001".repeat(200_000)}\n${G},c,NotAllowed\n`;
    expect(await outcomes(text)).toEqual(["2 allowed A1", "3 unreadable recordTooLong", "4 blocked A4"]);
  });

  test("4: Partner Center's own export", async () => {
    const { records } = await check(
      `Microsoft ID,Company name,Primary domain name,Relationship,Tags,Status\n${G},Contoso,contoso.example,Cloud Reseller,,Allowed\n`,
    );
    expect(records).toEqual([{ line: 2, outcome: "allowed", why: "A1", who: `Contoso ${G}` }]);
  });

  test.each([
    ["de", "Microsoft-ID;Firmenname;Primärer Domänenname;Beziehung;Tags;Status"],
    ["es", "Id. de Microsoft;Nombre de la empresa;Nombre de dominio principal;Relación;Etiquetas;Estado"],
    ["fr", "ID Microsoft;Nom de la société;Nom de domaine principal;Relation;Balises;État"],
    ["ja", "Microsoft ID,会社名,プライマリ ドメイン名,関係,タグ,状態"],
    ["pt-BR", "ID da Microsoft;Nome da empresa;Nome de domínio primário;Relação;Marcas;Status"],
  ])("5: the same in %s", async (_, header) => {
    const delimiter = header.includes(";") ? ";" : ",";
    const row = [G, "Contoso", "contoso.example", "Cloud Reseller", "", "NotAllowed"].join(delimiter);
    for (const form of ["NFC", "NFD"]) {
      const { records } = await check(`\ufeff${header.normalize(form)}\r\n${row}\r\n`);
      expect(records).toEqual([{ line: 2, outcome: "blocked", why: "A4", who: `Contoso ${G}` }]);
    }
  });

  test.each(["Customer ID,Account status", "CUSTOMER-ID , account_STATUS", "customer.id,AccountStatus"])("6: %s", async (header) => {
    expect((await check(`${header}\n${G},UnderReview\n`)).records).toEqual([{ line: 2, outcome: "blocked", why: "A2", who: G }]);
  });

  test("7: the #TYPE line of PowerShell", async () => {
    expect(await outcomes(`#TYPE Selected.X\r\n"CustomerId","Name","Status"\r\n"${G}","a","Allowed"\r\n`)).toEqual(["3 allowed A1"]);
    expect(await outcomes(`#TYPE System.X\r\n"Foo","Bar"\r\n"${G}","Allowed"\r\n`)).toEqual(["3 allowed A1"]);
  });

  test.each([";", ",", "\t", "|", "#", "§"])("8: the sep= line of Excel with %j", async (separator) => {
    const rows = [["CustomerId", "Name", "Status"], [G, "a,b;c", "Allowed"]].map((row) => row.map((cell) => `"${cell}"`).join(separator));
    expect(await outcomes(`sep=${separator}\r\n${rows.join("\r\n")}\r\n`)).toEqual(["3 allowed A1"]);
    expect(await outcomes(`"sep=${separator}"\r\n${rows.join("\r\n")}\r\n`)).toEqual(["3 allowed A1"]);
  });

  test.each([",", ";", "\t", "|", "^", "~", ":"])("the separator %j is found by the columns", async (separator) => {
    const rows = [["Name; with, all\tof|them", "Status"], ["a;b,c", "Not allowed"]];
    const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join("\n");
    expect(await outcomes(text)).toEqual(["2 blocked A4"]);
  });

  test("9: bytes that are not UTF-8 are noticed, and the encoding can be chosen", async () => {
    const bytes = latin(`CustomerId;Name;Status\n${G};M\xfcller GmbH;Allowed`);
    const { preview, records } = await check(bytes);
    expect(preview).toMatchObject({ encoding: "windows-1252", badLine: 2 });
    expect(records[0]?.who).toBe(`Müller GmbH ${G}`);
    const shiftJis = Uint8Array.of(0x89, 0xef, 0x8e, 0xd0, 0x96, 0xbc, 0x2c, 0x8f, 0xf3, 0x91, 0xd4, 0x0a, 0x83, 0x65, 0x2c, 0x41, 0x6c, 0x6c, 0x6f, 0x77, 0x65, 0x64);
    expect((await check(shiftJis)).preview).toMatchObject({ encoding: "shift_jis", badLine: 1, table: { columns: { name: 0, status: 1 } } });
    expect((await check(latin("Name;Status\n\xe9;Allowed"), { encoding: "windows-1251" })).records[0]?.who).toBe("й");
  });

  test("9: also far into the file, and across the pieces in which it is read", { timeout: 60_000 }, async () => {
    for (const before of [262_142, 262_143, 262_144, 600_000]) {
      const start = "name,status\n";
      const lines = `${"x".repeat(99)}\n`.repeat(Math.floor((before - start.length) / 100));
      const text = start + lines + "y".repeat(before - start.length - lines.length);
      const bad = new Blob([text, Uint8Array.of(0xc3, 0x28), "\n"]);
      const line = text.split("\n").length;
      expect((await previewFile(bad)).badLine, String(before)).toBe(line);
      expect((await previewFile(new Blob([text, "é\n"]))).badLine).toBeUndefined();
      expect((await previewFile(new Blob([text, Uint8Array.of(0xc3)]))).badLine).toBe(line);
    }
  });

  test("10: blank rows are skipped and counted", async () => {
    const { records, blankRows } = await check(`name,status,id\na,Allowed,1\n,,\n  , ,\n,\n\n,,\n`);
    expect(records).toHaveLength(1);
    expect(blankRows).toBe(4);
  });

  test("11: white space around cells", async () => {
    const { records } = await check(`CustomerId, Name, Status\n${G}, "Contoso, Ltd" , Allowed\n${G},\u00a0x , under review \n`);
    expect(records).toEqual([
      { line: 2, outcome: "allowed", why: "A1", who: `Contoso, Ltd ${G}` },
      { line: 3, outcome: "blocked", why: "A2", who: `x ${G}` },
    ]);
  });

  test("12: a short row in the middle", async () => {
    const { findings } = await check(`id,name,status\n${G},a,Allowed\n${G},Contoso\n${G},c,Allowed\n`);
    expect(findings).toContainEqual({ outcome: "unreadable", problem: { code: "cellCount", cells: 2, columns: 3 } });
  });

  test("an ID is found in every form, and shown without what surrounds it", async () => {
    for (const id of [`{${G}}`, G.toUpperCase(), G.replaceAll("-", ""), `="${G}"`]) {
      const cell = id.startsWith("=") ? `"${id.replaceAll('"', '""')}"` : id;
      const records = [{ line: 1, outcome: "allowed", why: "A1", who: id.startsWith("=") ? G : id }];
      expect((await check(`${cell},Contoso,Allowed\n`)).records).toEqual(records);
    }
  });

  test("names in brackets begin a table", async () => {
    expect(await outcomes(`[Customer ID],[Account status]\n${G},Allowed\n`)).toEqual(["2 allowed A1"]);
    expect(await outcomes("[null]\n")).toEqual(["1 unreadable recordNotObject"]);
  });

  test("the headers of joined files are no customers", async () => {
    const part = `id,name,status\n${G},a,Allowed\n`;
    expect(await outcomes(`${part}\ufeff${part}${part}`)).toEqual(["2 allowed A1", "3 unreadable headerRepeated", "4 allowed A1", "5 unreadable headerRepeated", "6 allowed A1"]);
  });

  test("the line below the header of a Markdown table is skipped", async () => {
    const { records, blankRows } = await check(`| Id | Name | Status |\n|:---|------|-------:|\n| ${G} | a | Allowed |\n`);
    expect(records).toEqual([{ line: 3, outcome: "allowed", why: "A1", who: `a ${G}` }]);
    expect(blankRows).toBe(1);
  });

  test("13: labels are statuses", async () => {
    expect(await outcomes("name,status\na,Under review\nb,NOT ALLOWED\nc,Not ready\nd,No account status\ne,\nf,Other")).toEqual([
      "2 blocked A2",
      "3 blocked A4",
      "4 undetermined A6",
      "5 allowed A7",
      "6 undetermined A9",
      "7 undetermined A8",
    ]);
  });

  test("14: Microsoft's list, unchanged", async () => {
    expect(await outcomes('{"totalCount":2,"items":[{"status":"Allowed"},{"status":"NotAllowed"}]}')).toEqual(["1 allowed A1", "1 blocked A4"]);
  });

  test("16: a first record that is not an object", async () => {
    expect(await outcomes('null\n{"status":"Allowed"}')).toEqual(["1 unreadable recordNotObject", "2 allowed A1"]);
    expect(await outcomes('[7, "x", [], {"status":"Allowed"}]')).toEqual([
      "1 unreadable recordNotObject",
      "1 unreadable recordNotObject",
      "1 unreadable recordNotObject",
      "1 allowed A1",
    ]);
  });

  test("a single record that contains a list is one record", async () => {
    expect(await outcomes('{"id":1,"links":[{"a":1}]}')).toEqual(["1 undetermined A9"]);
    expect(await outcomes('{"a":1},{"status":"Allowed"}\n{"status":"Allowed"}')).toEqual(["1 unreadable recordNotJson", "2 allowed A1"]);
  });

  test("17: one invalid line in 1,000", async () => {
    const lines = Array.from({ length: 1_000 }, () => '{"status":"NotAllowed"}');
    for (const bad of ['{"status":"Allo', "oops", '{"status":"Allowed"}}', '{"status":"Allowed",}', '{"status":Allowed}']) {
      lines[150] = bad;
      const found = await outcomes(lines.join("\n"));
      expect(found).toHaveLength(1_000);
      expect(found[150]).toMatch(/^151 unreadable record(NotJson|EndMissing)$/);
      expect(found.filter((text) => text.endsWith("blocked A4"))).toHaveLength(999);
    }
  });

  test("18: UTF-16 with and without a byte order mark", async () => {
    const text = `Id\tName\tStatus\r\n${G}\tMüller\tAllowed\r\n`;
    for (const bytes of [utf16(text), utf16(text, ""), swapped(utf16(text)), swapped(utf16(text, ""))])
      expect((await check(bytes)).records).toEqual([{ line: 2, outcome: "allowed", why: "A1", who: `Müller ${G}` }]);
    expect(await outcomes(utf16('[{"status":"Allowed"}]'))).toEqual(["1 allowed A1"]);
    // The low byte of an ideographic space is 0.
    for (const bytes of [utf16("会社名,状態\r\n会\u3000社,Allowed\r\n", ""), swapped(utf16("会社名,状態\r\n会\u3000社,Allowed\r\n", ""))])
      expect((await check(bytes)).records).toEqual([{ line: 2, outcome: "allowed", why: "A1", who: "会\u3000社" }]);
  });
});

describe("tables", () => {
  test("without a header, the status is found by its values and the id by its form", async () => {
    expect((await check(`${G},Contoso,Allowed\n${G},Fabrikam,NotAllowed\n`)).records).toEqual([
      { line: 1, outcome: "allowed", why: "A1", who: G },
      { line: 2, outcome: "blocked", why: "A4", who: G },
    ]);
  });

  test("with a header without known names, the status is found by its values", async () => {
    expect((await previewFile(new Blob(["Foo,Bar\nx,Allowed\n"]))).table?.columns).toEqual({ status: 1 });
  });

  test("with a title above the header", async () => {
    const { preview, records } = await check("Our customers\n\nname,status\na,Allowed\n");
    expect(records).toMatchObject([{ line: 4, outcome: "allowed" }]);
    expect(preview.table?.layout.skipped).toBe(1);
  });

  test("two columns of the same name are not used", async () => {
    expect((await previewFile(new Blob(["status,Status,name\nx,y,z\n"]))).table?.columns).toEqual({ name: 2 });
  });

  test("one cell can have several qualifications", async () => {
    const text = "name\tstatus\tqualification\tvetting status\na\tAllowed\tEducation;Nonprofit\tApproved;In review\nb\tAllowed\tNone\t\nc\tAllowed\t\t\nd\tAllowed\tEducation;\tx\n";
    expect(await outcomes(text, { segment: "Education" })).toEqual([
      "2 allowed A1 O5",
      expect.stringMatching(/^3 blocked/),
      expect.stringMatching(/^4 undetermined/),
      expect.stringMatching(/^5 undetermined/),
    ]);
  });

  test("a quotation mark that never closes affects only its own row", async () => {
    expect(await outcomes('name,status\na,Allowed\n"b,Allowed\nc,NotAllowed\n')).toEqual([
      "2 allowed A1",
      "3 unreadable quoteNotClosed",
      "4 blocked A4",
    ]);
  });
});

describe("files that cannot be checked", () => {
  test.each([
    ["", "fileEmpty"],
    [" \r\n ", "fileHasNoCustomers"],
    ["\ufeff", "fileHasNoCustomers"],
    ["[]", "fileHasNoCustomers"],
    ['{"items":[]}', "fileHasNoCustomers"],
    ["status,name\r\n", "fileHasNoCustomers"],
    [",,\n,,\n", "fileHasNoCustomers"],
    [Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "fileIsWorkbook"],
    [Uint8Array.of(0x1f, 0x8b, 8, 0), "fileIsWorkbook"],
    [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "fileIsWorkbook"],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), "fileNotText"],
    [new Uint8Array(5_000), "fileNotText"],
    [`name,status${",x".repeat(1_000)}\n`, "tooManyColumns"],
    [`status${",x".repeat(1_000_000)}\n`, "headerTooLong"],
    ["x".repeat(3_000_000), "headerTooLong"],
  ])("%# is refused", async (content, code) => {
    expect(await problem(content)).toBe(code);
  });
});

test("a list that does not end is reported", async () => {
  expect((await check('[{"status":"Allowed"},')).isCutShort).toBe(true);
  expect((await check('[{"status":"Allowed"}]')).isCutShort).toBe(false);
});

test("every encoding that can be chosen is one that can be decoded", () => {
  for (const encoding of ENCODINGS) expect(new TextDecoder(encoding).encoding).toBe(encoding);
});
