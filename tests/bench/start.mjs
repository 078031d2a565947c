// What the package costs before its first decision: imported by a fresh Node, and by a page in Chromium on a processor that is slowed
// down to a quarter of its speed.

import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { promisify } from "node:util";

import { startBrowser } from "../browser/harness.mjs";

const DIST = new URL("../../pkg/dist/", import.meta.url);
const SLOWDOWN = 4;
const ROUNDS = 25;

/** Imports an entry of the package, decides, and returns the milliseconds that it took. It runs in Node and in a page. */
async function start(url) {
  const begin = performance.now();
  const { accountEligibility } = await import(url);
  accountEligibility("Allowed");
  return performance.now() - begin;
}

/** Measures every start. Yields its name and its times in nanoseconds. */
export async function* starts() {
  for (const [name, file] of [["start", "index.js"], ["start eligibility", "eligibility/index.js"]]) {
    const inNode = [];
    for (let round = 0; round < ROUNDS; round += 1) inNode.push(await startInNode(file));
    yield { work: `${name} node`, times: inNode };
    yield { work: `${name} chromium`, times: await startsInChromium(file) };
  }
}

async function startInNode(file) {
  const program = `${start}; console.log(await start(${JSON.stringify(new URL(file, DIST).href)}));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program]);
  return Number(stdout) * 1e6;
}

async function startsInChromium(file) {
  const script = await readFile(new URL(file, DIST));
  const server = createServer((request, response) => {
    const isScript = request.url === "/package.js";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : "<!doctype html><title>start</title>");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await startBrowser();
  const times = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each page is the first of its context: nothing is cached or compiled.
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(origin);
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
      times.push((await page.evaluate(start, `${origin}/package.js`)) * 1e6);
      await context.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  return times;
}
