// What a record says beside what is judged: who the customer is, and the status as it is given. It is only shown.

const NAMES = ["companyname", "customername", "displayname", "name", "domain"];
const IDS = ["customerid", "tenantid", "id", "tenant"];

// The record of a text that begins where the one before it ends.
export function readRecord(text, number, format) {
  const record = text.replace(separatorBefore(number, format), "");
  return { text: record, ...describe(members(record)) };
}

// The same of a row of a CSV file.
export function readRow(text, cells, header) {
  return { text, ...describe(header.map((name, place) => [name, cells[place]])) };
}

function separatorBefore(number, format) {
  if (format === "lines") return /^\ufeff?\s*/;
  return number === 0 ? /^\ufeff?\s*\[\s*/ : /^\s*,\s*/;
}

// A customer of the service has its name and id in a profile.
function members(text) {
  const record = JSON.parse(text);
  if (typeof record !== "object" || record === null || Array.isArray(record)) return [];
  const { companyProfile } = record;
  const profile = typeof companyProfile === "object" && companyProfile !== null ? Object.entries(companyProfile) : [];
  return [...profile, ...Object.entries(record)];
}

function describe(entries) {
  const said = new Map(entries.map(([name, value]) => [name.trim().toLowerCase(), value]));
  const first = (names) => shown(names.map((name) => said.get(name)).find((value) => shown(value) !== ""));
  return { name: first(NAMES), id: first(IDS), status: shown(said.get("status")) };
}

function shown(value) {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
