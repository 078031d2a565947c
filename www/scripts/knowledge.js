// What the page knows of the customers and the validation codes: read from the service, and again when it may have
// changed.

import { readQualifications, readValidationCodes, readValidationStatus, requests } from "partner-center-rules";
import { listCustomers } from "./sandbox.js";
import { newCaller, send } from "./service.js";

export function knowledge() {
  const watchers = [];
  const codes = part(requests.readValidationCodes, readValidationCodes);
  let customers = [];

  function tell(subject) {
    for (const watcher of watchers) watcher(subject);
  }

  // Gives the promise of the newest answer, which is the one that counts.
  function read(wanted, subject) {
    wanted.newest = ask(wanted, subject);
    return wanted.newest;
  }

  async function ask(wanted, subject) {
    const turn = Symbol("turn");
    wanted.turn = turn;
    wanted.isReading = true;
    // What is asked again, since it may be answered now, has the same ids.
    wanted.caller = isRetryable(wanted) ? wanted.caller : newCaller();
    tell(subject);
    const request = wanted.request(wanted.caller);
    const { httpStatus, body } = await send(request);
    if (wanted.turn !== turn) return wanted.newest;
    const answer = wanted.reader(httpStatus, body);
    Object.assign(wanted, { isReading: false, path: request.path, httpStatus, body, answer });
    return tell(subject);
  }

  const readCustomer = (customer) => Promise.all(parts(customer).map((wanted) => read(wanted, customer)));

  return {
    codes,
    customers: () => customers,
    find: (id) => customers.find((customer) => customer.id === id),
    watch: (watcher) => watchers.push(watcher),
    readCodes: () => read(codes, codes),
    readCustomer,
    // Reads what can be read now and could not be before.
    readAgain: (customer) =>
      Promise.all(
        parts(customer)
          .filter(isRetryable)
          .map((wanted) => read(wanted, customer)),
      ),
    // Reads who there is (then nobody in particular is told of), and begins to read everything about them.
    async open() {
      customers = (await listCustomers()).map(unread);
      tell();
      for (const customer of customers) readCustomer(customer);
    },
  };
}

// What the customer holds, as the package takes it: `null` where it is not known.
export function heldBy({ qualifications: { answer } }) {
  return answer?.ok ? answer.value : null;
}

export function isReading(customer) {
  return parts(customer).some((wanted) => wanted.isReading);
}

export function isRetryable({ answer }) {
  return answer?.ok === false && answer.fault.isRetryable;
}

export function parts({ status, qualifications }) {
  return [status, qualifications];
}

function unread({ id, name }) {
  return {
    id,
    name,
    status: part((caller) => requests.readValidationStatus(id, caller), readValidationStatus),
    qualifications: part((caller) => requests.readQualifications(id, caller), readQualifications),
  };
}

// Something that the service is asked for. There is no answer before the first one has come.
function part(request, reader) {
  return { request, reader, caller: undefined, isReading: false, path: "", httpStatus: 0, body: "", answer: undefined };
}
