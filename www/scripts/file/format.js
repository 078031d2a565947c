// What kind of text a file has, by how it begins. Its name says nothing.

import { Problem } from "./problem.js";

// The byte order mark of UTF-8.
export const MARK = [0xef, 0xbb, 0xbf];
const HEAD = 64 * 1024;
const WHITE = [0x20, 0x09, 0x0a, 0x0d];
const OPENINGS = new Map([
  [0x5b, "array"],
  [0x7b, "lines"],
]);
const ARCHIVES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
];

// `array` and `lines` are JSON, everything else that is text is taken for `csv`.
export async function formatOf(file) {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (head.length === 0) throw new Problem("The file is empty.");
  if (ARCHIVES.some((bytes) => startsWith(head, bytes)))
    throw new Problem("This is a workbook or an archive. Save the customers as CSV, or unpack them.");
  if (isUtf16(head)) throw new Problem("This text is in UTF-16. Save it in UTF-8.");
  if (head.includes(0)) throw new Problem("This is not a text. The file has to be JSON or CSV.");
  const first = head.subarray(startsWith(head, MARK) ? MARK.length : 0).find((byte) => !WHITE.includes(byte));
  if (first === undefined) throw new Problem("There is no customer in the file.");
  return OPENINGS.get(first) ?? "csv";
}

function startsWith(head, bytes) {
  return bytes.every((byte, index) => head[index] === byte);
}

// By its mark, or because every second byte of what are mostly Latin letters is 0.
function isUtf16(head) {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return true;
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] += 1;
  return zeros.some((count) => count > head.length / 4) && zeros.includes(0);
}
