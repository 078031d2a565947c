// Opens pages in Chromium and waits until each says that it passed, in the attribute `data-result` of its root element.
//
//   node in-browser.mjs FOLDER [PAGE...]               serves a folder
//   node in-browser.mjs --start "COMMAND" [PAGE...]    starts a server and reads its address from what it prints

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize } from "node:path";

import { openPage, startBrowser } from "../browser/harness.mjs";

const PATIENCE = 60_000;
const TYPES = { html: "text/html", js: "text/javascript", mjs: "text/javascript", json: "application/json", wasm: "application/wasm" };
/** The strictest policy that lets the package work; an import map has to stand in its page. */
const policy = (page) => {
  const maps = [...page.matchAll(/<script type="importmap">([^]*?)<\/script>/g)].map(([, map]) => map);
  const hashes = maps.map((map) => ` 'sha256-${createHash("sha256").update(map).digest("base64")}'`);
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${hashes.join("")}; connect-src 'self'; img-src 'self' data:`;
};

const [first, ...rest] = process.argv.slice(2);
const [server, pages] = first === "--start" ? [await start(rest[0]), rest.slice(1)] : [await serve(first), rest];
const browser = await startBrowser();
try {
  for (const path of pages.length > 0 ? pages : ["/"]) {
    const { page, problems } = await openPage(browser, new URL(path, server.address).href);
    const result = page.waitForSelector("[data-result]", { state: "attached", timeout: PATIENCE });
    const root = await result.catch((error) => {
      throw new Error([`${path} gives no result`, ...problems, error.message].join("\n"));
    });
    const text = await root.getAttribute("data-result");
    if (text !== "passed" || problems.length > 0) throw new Error([`${path}: ${text}`, ...problems].join("\n"));
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
}

/** Serves the files of a folder. */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = path.endsWith("/") ? `${path}index.html` : path;
    try {
      const body = await readFile(join(folder, file));
      const type = TYPES[file.split(".").at(-1)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "content-security-policy": policy(String(body)) }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, stop };
}

/** Starts a server of the project's own. */
async function start(command) {
  // In a group of its own, because the server is often a child of the command.
  const child = spawn(command, { shell: true, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const exited = once(child, "exit");
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    process.kill(-child.pid, "SIGTERM");
    await exited;
  };
  const address = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        said += text;
        // Some servers colour their addresses.
        const found = /http:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\]):\d+/.exec(said.replace(/\x1b\[[\d;]*m/g, ""));
        if (found) resolve(found[0].replace("0.0.0.0", "127.0.0.1"));
      });
    }
  });
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("it gives no address")).unref());
  try {
    return { address: await Promise.race([address, late, exited.then(() => Promise.reject(new Error("it stopped")))]), stop };
  } catch (error) {
    await stop();
    throw new Error(`\`${command}\`: ${error.message}\n${said}`);
  }
}
