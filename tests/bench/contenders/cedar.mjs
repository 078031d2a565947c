import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";

import { DECISIONS, ofOtherStatus, parsed, statusOf } from "./shared.mjs";

export const lacks = {
  answer: "a third outcome: the rule is the id of the policy that decided",
  form: "issues, patterns and typed values, so it takes no part",
};

const STATUSES = { Allowed: "A1", UnderReview: "A2", NotAllowed: "A4", Unknown: "A5", "Not Ready": "A6", NotReady: "A6" };
const policy = (effect, condition) => `${effect}(principal, action, resource) when { ${condition} };`;
const is = (status) => `context.status == "${status}"`;
const prepared = preparsePolicySet("account", {
  staticPolicies: {
    A1: policy("permit", is("Allowed")),
    A2: policy("forbid", is("UnderReview")),
    A4: policy("forbid", is("NotAllowed")),
    A5: policy("forbid", is("Unknown")),
    A6: policy("forbid", `${is("Not Ready")} || ${is("NotReady")}`),
    A8: policy("forbid", `!(${JSON.stringify(Object.keys(STATUSES))}.contains(context.status))`),
  },
});
if (prepared.type !== "success") throw new Error(JSON.stringify(prepared));

const REQUEST = {
  principal: { type: "Partner", id: "partner" },
  action: { type: "Action", id: "newPurchase" },
  resource: { type: "Customer", id: "customer" },
  preparsedPolicySetId: "account",
  entities: [],
};

export function answer(httpStatus, body) {
  const json = parsed(body);
  if (httpStatus !== 200) return ofOtherStatus(httpStatus, json);
  const status = statusOf(json);
  if (status === undefined) return DECISIONS.R1;
  const decided = statefulIsAuthorized({ ...REQUEST, context: { status } });
  return DECISIONS[decided.response.diagnostics.reason[0]];
}
