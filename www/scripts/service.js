// Sends the requests of the package to the service behind this page, and gives the answers as they came.

// A service that has not answered by then may be asked again.
const LONGEST_WAIT = 30_000;
// What the package reads as: no answer came.
const NO_ANSWER = { httpStatus: 0, body: "", retryAfter: undefined };

// The ids of a request. One that is sent again has the same, a new one others.
export function newCaller() {
  return { requestId: crypto.randomUUID(), correlationId: crypto.randomUUID() };
}

// Never fails: a connection that is lost, and an answer that does not come in time, are no answer.
export async function send(request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), LONGEST_WAIT);
  try {
    const response = await fetch(request.path, { ...request, signal: patience.signal });
    const retryAfter = response.headers.get("Retry-After") ?? undefined;
    return { httpStatus: response.status, body: await response.text(), retryAfter };
  } catch {
    return NO_ANSWER;
  } finally {
    clearTimeout(timer);
  }
}
