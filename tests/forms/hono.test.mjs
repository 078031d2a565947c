// Hono responds with the unchanged issues.

import { Hono } from "hono";
import { sValidator } from "@hono/standard-validator";

import { contract, formData } from "./contract.mjs";

for (const [target, body] of [
  ["form", formData],
  ["json", JSON.stringify],
]) {
  contract(`Hono, a body of ${target}`, {
    async submit(schema, filled) {
      const app = new Hono().post("/", sValidator(target, schema), (context) => context.json(context.req.valid(target)));
      const headers = target === "json" ? { "Content-Type": "application/json" } : {};
      const response = await app.request("/", { method: "POST", headers, body: body(filled) });
      const answer = await response.json();
      if (response.status === 200) return { value: answer };
      return { errors: Object.fromEntries(answer.error.map((issue) => [issue.path[0], issue])) };
    },
    keeps: (issue) => issue,
  });
}
