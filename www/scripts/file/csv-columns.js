// Which columns of a CSV file say what, and the record that a row becomes: the one that the package reads from JSON.

import { Problem } from "./problem.js";

const SEPARATOR = ";";
const DELIMITERS = [",", ";", "\t"];
const READ = {
  status: ["status"],
  qualification: ["qualification", "qualifications"],
  vettingStatus: ["vettingstatus"],
};
// A record of which nothing is known.
const UNREADABLE = "null";

// The character that the first line has most of, outside quotation marks.
export function delimiterOf(line) {
  const plain = line.replaceAll(/"[^"]*"?/g, "");
  const counts = DELIMITERS.map((delimiter) => plain.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}

// Where the columns are that are read: `undefined` for one that is absent.
export function columnsOf(header) {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = {};
  for (const [column, accepted] of Object.entries(READ)) {
    const found = [...names.keys()].filter((place) => accepted.includes(names[place]));
    if (found.length > 1) throw new Problem(`More than one column is called “${accepted[0]}”.`);
    [places[column]] = found;
  }
  if (places.status === undefined)
    throw new Problem(
      `No column is called “status”. The first line has: ${header.slice(0, 20).join(", ").slice(0, 300)}.`,
    );
  return { width: header.length, ...places };
}

// Gives the records of rows as JSON, one a line. Customers are many, and what is known of them is of few kinds.
export function recordWriter({ width, status, qualification, vettingStatus }) {
  const written = new Map();

  // An empty cell says nothing, as a column that is not there.
  const cell = (row, place) => (place === undefined || row[place] === "" ? undefined : row[place]);

  return (row) => {
    if (row.length !== width) return UNREADABLE;
    const known = [cell(row, status), cell(row, qualification), cell(row, vettingStatus)];
    const key = JSON.stringify(known);
    let record = written.get(key);
    if (record === undefined) {
      record = JSON.stringify({ status: known[0], qualifications: entries(known[1], known[2]) });
      if (written.size < 10_000) written.set(key, record);
    }
    return record;
  };
}

// The cells as entries of the service. Which vetting status belongs to which qualification is said by their order.
function entries(qualifications, vettingStatuses) {
  if (qualifications === undefined) return undefined;
  const names = qualifications.split(SEPARATOR);
  const statuses = vettingStatuses?.split(SEPARATOR) ?? [];
  // No entry can be made of these: as text, they are something held that is not known.
  if (statuses.length > 0 && statuses.length !== names.length) return qualifications;
  return names.map((qualification, place) => ({ qualification, vettingStatus: statuses[place] || undefined }));
}
