// Sends the requests of the package to the server of this page, and returns the responses unchanged.

import type { RequestContext, PartnerCenterRequest } from "partner-center-rules";

/** A request and its response. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** 0: there was no response. */
  readonly httpStatus: number;
  readonly body: string;
  readonly answeredAt: number;
  /** The earliest time for a retry, if the service stated one. */
  readonly retryAt?: number;
}

// After this time a request counts as failed and can be retried.
const LONGEST_WAIT = 30_000;

// Browsers report every status from 400 on as an error in the console, even an expected one.
const STATUS_IN_HEADER = { "Sandbox-Status-In-Header": "true" };

/** Returns the ids of a new request. A retry keeps its ids. */
export const newRequestContext = (): RequestContext => ({ requestId: crypto.randomUUID(), correlationId: crypto.randomUUID() });

/** Sends a request. Never rejects: a lost connection and a time-out count as no response. */
export async function send(request: Pick<PartnerCenterRequest, "method" | "path" | "headers" | "body">): Promise<Exchange> {
  const { method, path, headers, body } = request;
  const sent = { method, path };
  try {
    const init = { method, headers: { ...headers, ...STATUS_IN_HEADER }, ...(body === undefined ? {} : { body }) };
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(LONGEST_WAIT) });
    const text = await response.text();
    const httpStatus = Number(response.headers.get("Sandbox-Status") ?? response.status);
    const answeredAt = Date.now();
    const retryAt = retryTime(response.headers.get("Retry-After"), answeredAt);
    return { ...sent, httpStatus, body: text, answeredAt, ...(retryAt === undefined ? {} : { retryAt }) };
  } catch {
    return { ...sent, httpStatus: 0, body: "", answeredAt: Date.now() };
  }
}

/** Sends a request to the sandbox's own controls, which the real service does not have. */
export function sendToSandbox(method: "GET" | "POST", path: string, value?: object): Promise<Exchange> {
  const body = value && JSON.stringify(value);
  return send({ method, path: `/sandbox${path}`, headers: { "Content-Type": "application/json" }, ...(body ? { body } : {}) });
}

/** Reads the header Retry-After, seconds or a date, into a time. */
export function retryTime(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,6}$/.test(text)) return now + Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date;
}
