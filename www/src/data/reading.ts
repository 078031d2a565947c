// What was read from the service: the last value, and how the last reading failed if it did. A failure takes no value away.

import type { Answer, RequestContext, Fault } from "partner-center-rules";

import { type Exchange, newRequestContext } from "./service";

/** Why a reading failed, with the response. */
export interface Failure extends Exchange {
  readonly fault: Fault;
}

export interface Reading<T> {
  readonly isReading: boolean;
  /** What was read last, and when. */
  readonly value?: T;
  readonly readAt?: number;
  /** The last response. */
  readonly exchange?: Exchange;
  /** There if the last reading failed. */
  readonly failure?: Failure;
  readonly requestContext: RequestContext;
}

/** Returns a reading that has not begun. */
export const unread = <T>(): Reading<T> => ({ isReading: false, requestContext: newRequestContext() });

/** Returns the reading as it is while it is made again. What can be retried is sent with the same ids. */
export function begun<T>(reading: Reading<T>): Reading<T> {
  const requestContext = reading.failure?.fault.isRetryable ? reading.requestContext : newRequestContext();
  return { ...reading, isReading: true, requestContext };
}

/** Returns the reading with its response. */
export function ended<T>(reading: Reading<T>, exchange: Exchange, answer: Answer<T>): Reading<T> {
  const { failure: _, ...before } = reading;
  const now = { ...before, isReading: false, exchange };
  if (answer.ok) return { ...now, value: answer.value, readAt: exchange.answeredAt };
  return { ...now, failure: { ...exchange, fault: answer.fault } };
}
