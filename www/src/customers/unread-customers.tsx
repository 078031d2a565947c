import { makeStyles, tokens } from "@fluentui/react-components";

import { Message } from "../components/message";
import { useReadFailure } from "../components/read-failure";
import { RetryButton } from "../components/retry-button";
import { TextLink } from "../components/text-link";
import { Verbatim } from "../components/verbatim";
import type { Customer } from "../data/customer-store";
import type { Failure } from "../data/reading";
import { store } from "../data/use-customers";
import type { TextKey } from "../i18n/locales";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({ list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalL } });

// Further ones are only counted.
const NAMED = 5;

interface Group {
  readonly what: TextKey;
  readonly why: string;
  readonly customers: Customer[];
}

/** Shows which customers could not be read completely, and why. Offers a retry only if it may succeed. */
export function UnreadCustomers({ customers }: { customers: readonly Customer[] }) {
  const styles = useStyles();
  const text = useText();
  const why = useReadFailure();
  const failures = customers.flatMap((customer) => failuresOf(customer).map((failure) => ({ customer, ...failure })));
  if (failures.length === 0) return null;
  const groups = new Map<string, Group>();
  for (const { customer, what, failure } of failures) {
    const group = groups.get(`${what} ${why(failure)}`) ?? { what, why: why(failure), customers: [] };
    group.customers.push(customer);
    groups.set(`${what} ${group.why}`, group);
  }
  const retryable = failures.filter(({ failure }) => failure.fault.isRetryable);
  const retryAt = Math.max(...retryable.map(({ failure }) => failure.retryAt ?? 0));
  return (
    <Message
      intent="warning"
      title={text("customers.unread", { count: new Set(failures.map(({ customer }) => customer)).size })}
      actions={
        retryable.length > 0 && (
          <RetryButton
            label={text("retry.again")}
            retryAt={retryAt}
            isBusy={customers.some(({ status, qualifications }) => status.isReading || qualifications.isReading)}
            onRetry={() => void store.retry(retryable.map(({ customer }) => customer.id))}
          />
        )
      }
    >
      <ul className={styles.list}>
        {[...groups].map(([key, { what, why, customers }]) => (
          <li key={key}>
            {customers.slice(0, NAMED).map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ", "}
                <TextLink to={`/customers/${id}`}>
                  <Verbatim>{name ?? id}</Verbatim>
                </TextLink>
              </span>
            ))}
            {customers.length > NAMED && ` ${text("customers.more", { count: customers.length - NAMED })}`}
            {": "}
            {text(what)}. {why}
          </li>
        ))}
      </ul>
    </Message>
  );
}

function failuresOf({ status, qualifications }: Customer): { what: TextKey; failure: Failure }[] {
  return [
    ...(status.failure ? [{ what: "customers.statusUnread" as const, failure: status.failure }] : []),
    ...(qualifications.failure ? [{ what: "customers.qualificationsUnread" as const, failure: qualifications.failure }] : []),
  ];
}
