import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));

/** @type {import("next").NextConfig} */
export default {
  // Otherwise the lock file of a folder above would make that folder the root.
  outputFileTracingRoot: root,
  turbopack: { root },
};
