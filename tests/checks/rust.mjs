// Calls the rules in Rust over a pipe.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../target/proof/answers", import.meta.url));

/** Starts the program that executes calls in the format of the cases. */
export function startRust() {
  const program = spawn(PROGRAM, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  program.stdin.on("error", () => {});
  return {
    /** Returns the results of some calls, in order. Must not be called again before it completes. */
    async ask(questions) {
      program.stdin.write(questions.map((question) => `${JSON.stringify(question)}\n`).join(""));
      const answers = [];
      while (answers.length < questions.length) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`the program ended at ${JSON.stringify(questions[answers.length])}`);
        answers.push(JSON.parse(value));
      }
      return answers;
    },
    async stop() {
      program.stdin.end();
      if (program.exitCode === null) await once(program, "exit");
    },
  };
}
