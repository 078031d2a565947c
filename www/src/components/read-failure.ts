import { type Fault, readFault } from "partner-center-rules";

import { useLocale } from "../i18n/locale-provider";
import type { TextKey } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import type { Exchange } from "../data/service";

// The package's messages for these are about updates that may have taken effect. They do not fit a failed read.
const OF_READING: Readonly<Record<string, TextKey>> = {
  noAnswer: "failure.noAnswer",
  requestTimedOut: "failure.serviceFailed",
  serviceFailed: "failure.serviceFailed",
  tooManyRequests: "failure.tooManyRequests",
  unexpectedAnswer: "failure.unexpectedAnswer",
  conflict: "failure.serviceFailed",
};

/** Returns a function that explains a failed read, in the language of the page. */
export function useReadFailure(): (exchange: Pick<Exchange, "httpStatus" | "body"> & { readonly fault?: Fault }) => string {
  const text = useText();
  const { messages } = useLocale();
  return ({ httpStatus, body, fault }) => {
    const { code, message } = (fault ?? readFault(httpStatus, body)).issue;
    const key = OF_READING[code];
    return key ? text(key) : messages ? readFault(httpStatus, body, { messages }).issue.message : message;
  };
}
