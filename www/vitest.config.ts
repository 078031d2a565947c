import { defineConfig } from "vitest/config";

// One environment for all files: no test leaves anything behind that another could see.
export default defineConfig({ test: { include: ["src/**/*.test.ts"], environment: "node", pool: "threads", isolate: false } });
