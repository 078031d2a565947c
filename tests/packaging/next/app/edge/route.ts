// An environment that compiles nothing while it runs.

import { check } from "../../check";

export const runtime = "edge";

export function GET(): Response {
  return new Response(check());
}
