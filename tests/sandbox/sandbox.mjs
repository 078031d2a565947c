// Starts a sandbox on a free port.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BY_CARGO = ["cargo", "run", "--quiet", "--package", "partner-center-sandbox", "--"];

/**
 * Starts the program that SANDBOX names, or builds it.
 * @returns {Promise<{ send: (method: string, path: string, body?: string, headers?: object) => Promise<Answer>, stop: () => Promise<void> }>}
 * @typedef {{ status: number, type: string | null, body: string, json: () => any }} Answer
 */
export async function startSandbox() {
  const [program, ...rest] = process.env.SANDBOX === undefined ? BY_CARGO : [process.env.SANDBOX];
  const child = spawn(program, [...rest, "--port", "0"], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const [address] = await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    exited.then(([code]) => {
      throw new Error(`the sandbox stopped with code ${code} before it printed its address`);
    }),
  ]);
  return {
    async send(method, path, body, headers = {}) {
      const json = body === undefined ? {} : { "Content-Type": "application/json" };
      const response = await fetch(new URL(path, address), { method, body, headers: { ...json, ...headers } });
      const text = await response.text();
      const type = response.headers.get("Content-Type");
      return { status: response.status, type, body: text, json: () => JSON.parse(text) };
    },
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
