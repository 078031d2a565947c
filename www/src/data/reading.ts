// The state of a read from the service: the last value, and the failure of the last read. A failure keeps the old value.

import type { Answer, RequestContext, Fault } from "partner-center-rules";

import { type Exchange, newRequestContext } from "./service";

/** Why a read failed, with the response. */
export interface Failure extends Exchange {
  readonly fault: Fault;
}

export interface Reading<T> {
  readonly isReading: boolean;
  /** The last value, and when it was read. */
  readonly value?: T;
  readonly readAt?: number;
  /** The last response. */
  readonly exchange?: Exchange;
  /** Present if the last read failed. */
  readonly failure?: Failure;
  readonly requestContext: RequestContext;
}

/** Returns the state before the first read. */
export const unread = <T>(): Reading<T> => ({ isReading: false, requestContext: newRequestContext() });

/** Returns the state while the value is read again. A retry uses the same ids. */
export function begun<T>(reading: Reading<T>): Reading<T> {
  const requestContext = reading.failure?.fault.isRetryable ? reading.requestContext : newRequestContext();
  return { ...reading, isReading: true, requestContext };
}

/** Returns the state after a response. */
export function ended<T>(reading: Reading<T>, exchange: Exchange, answer: Answer<T>): Reading<T> {
  const { failure: _, ...before } = reading;
  const now = { ...before, isReading: false, exchange };
  if (answer.ok) return { ...now, value: answer.value, readAt: exchange.answeredAt };
  return { ...now, failure: { ...exchange, fault: answer.fault } };
}
