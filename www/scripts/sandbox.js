// What only the sandbox has, beside the service that it stands in for.

import { send } from "./service.js";

const CUSTOMERS = "/sandbox/customers";

// Who there is: `{ id, name }` of each customer.
export async function listCustomers() {
  const { httpStatus, body } = await send({ method: "GET", path: CUSTOMERS });
  if (httpStatus !== 200) throw new Error(whyNot(httpStatus, body));
  return JSON.parse(body).map(({ id, name }) => ({ id, name }));
}

// Ends the review of a qualification.
export async function endReview(customerId, review) {
  const { httpStatus, body } = await post(`${CUSTOMERS}/${customerId}/reviews`, review);
  if (httpStatus !== 200) throw new Error(whyNot(httpStatus, body));
}

// Tries a transaction out. The answer is the service's, as it came.
export function purchase(customerId, transaction, segment) {
  return post(`${CUSTOMERS}/${customerId}/purchases`, { transaction, segment });
}

function post(path, value) {
  return send({
    method: "POST",
    path,
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify(value),
  });
}

// The sandbox says in `detail` what is wrong (RFC 9457).
function whyNot(httpStatus, body) {
  if (httpStatus === 0) return "The sandbox did not answer.";
  try {
    const { detail } = JSON.parse(body);
    if (typeof detail === "string") return detail;
  } catch {
    // What is no JSON says nothing.
  }
  return `The sandbox answered with HTTP status ${httpStatus}.`;
}
