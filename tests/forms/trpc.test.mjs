// tRPC keeps issues unchanged on the server. Its response has only the first message, unless the router is configured otherwise.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { checkForm, qualificationSchema } from "partner-center-rules";

import { CONTEXT, contract, form } from "./contract.mjs";

function router(schema, options) {
  const { procedure, router } = initTRPC.create(options);
  return router({ set: procedure.input(schema).mutation(({ input }) => input) });
}

/** Returns the response that a client receives. */
async function answer(schema, filled, options) {
  const request = new Request("http://localhost/set", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(filled),
  });
  const response = await fetchRequestHandler({ endpoint: "", req: request, router: router(schema, options), createContext: () => ({}) });
  return response.json();
}

const issuesInAnswer = {
  errorFormatter: ({ shape, error }) => ({ ...shape, data: { ...shape.data, issues: error.cause?.issues } }),
};

function byField(issues) {
  return Object.fromEntries(issues.map((issue) => [issue.path[0], issue]));
}

contract("tRPC, on the server", {
  async submit(schema, filled) {
    try {
      return { value: await router(schema).createCaller({}).set(filled) };
    } catch (error) {
      assert.equal(error.code, "BAD_REQUEST");
      return { errors: byField(error.cause.issues) };
    }
  },
  keeps: (issue) => issue,
});

contract("tRPC, in an answer with the issues", {
  async submit(schema, filled) {
    const { result, error } = await answer(schema, filled, issuesInAnswer);
    return error === undefined ? { value: result.data } : { errors: byField(error.data.issues) };
  },
  keeps: (issue) => issue,
});

describe("tRPC, in a response", () => {
  it("keeps the first message only", async () => {
    const filled = form({ customerId: "", qualification: "Education" });
    const { error } = await answer(qualificationSchema(CONTEXT), filled);
    const { issues } = checkForm(filled, CONTEXT);
    assert.equal(issues.length, 2);
    assert.equal(error.message, issues[0].message);
    assert.equal(error.data.code, "BAD_REQUEST");
    assert.ok(!JSON.stringify({ ...error, data: { ...error.data, stack: "" } }).includes(issues[1].message));
  });
});
