// Runs the tests of the portal in the Chromium that CHROMIUM names, or Debian's. Each worker has a sandbox of its own.

import { defineConfig } from "@playwright/test";

export default defineConfig({
  testMatch: "*.spec.mjs",
  outputDir: "../../target/portal-tests",
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A busy machine can cause time-outs. A test that passes only the second time is listed as flaky.
  retries: 1,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    // The tests of a worker share a context, so that the scripts of the portal are compiled once and not for each test.
    reuseContext: true,
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    // Without animations. A test of its own enables them.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    },
  },
});
