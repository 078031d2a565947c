// Hands a file that was made here to the browser, which saves it.

import { element } from "../dom.js";

// Time enough to begin with it.
const KEPT = 60_000;

export function saveFile(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
