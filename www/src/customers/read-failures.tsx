// What could not be read of a customer.

import { useIntl } from "react-intl";

import { Message } from "../components/message";
import { useReadFailure } from "../components/read-failure";
import { RetryButton } from "../components/retry-button";
import type { Customer } from "../data/customer-store";
import type { Reading } from "../data/reading";
import { store } from "../data/use-customers";
import { useText } from "../i18n/use-text";

/** Returns whether something is known of a customer, or still being read. */
export const isAnyKnown = ({ status, qualifications }: Customer) => [status, qualifications].some(({ failure, value }) => !failure || value !== undefined);

/** Shows what could not be read and why, and the time of the data that is shown instead. */
export function ReadFailures({ customer }: { customer: Customer }) {
  const text = useText();
  return (
    <>
      <ReadFailure customer={customer} reading={customer.status} title={text("customers.statusUnread")} />
      <QualificationsFailure customer={customer} />
    </>
  );
}

/** Shows that the qualifications could not be read, and why. */
export function QualificationsFailure({ customer }: { customer: Customer }) {
  return <ReadFailure customer={customer} reading={customer.qualifications} title={useText()("customers.qualificationsUnread")} />;
}

function ReadFailure({ customer, reading, title }: { customer: Customer; reading: Reading<unknown>; title: string }) {
  const text = useText();
  const why = useReadFailure();
  const { formatDate } = useIntl();
  const { failure, readAt, isReading } = reading;
  if (!failure) return null;
  return (
    <Message
      intent="warning"
      title={title}
      actions={failure.fault.isRetryable && <RetryButton label={text("retry.again")} retryAt={failure.retryAt} isBusy={isReading} onRetry={() => void store.retry([customer.id])} />}
    >
      {why(failure)}
      {readAt !== undefined && ` ${text("customer.oldData", { time: formatDate(readAt, { dateStyle: "medium", timeStyle: "medium" }) })}`}
    </Message>
  );
}
