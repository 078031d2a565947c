// Reads the case files in Node.

import { readFile, readdir } from "node:fs/promises";

const FOLDER = new URL("cases/", import.meta.url);

/** Returns every case file: its name and its parsed content. */
export async function caseFiles() {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => ({ name, ...JSON.parse(await readFile(new URL(name, FOLDER), "utf8")) })),
  );
}
