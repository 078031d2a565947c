// The account status and the qualifications of a customer.

import { Badge, makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { accountEligibility, type QualificationEntry, readTimestamp, type ValidationStatus } from "partner-center-rules";
import { useIntl } from "react-intl";

import { type Fact, Facts } from "../components/facts";
import { OutcomeBadge } from "../components/outcome-badge";
import { MainReason } from "../components/reasons";
import { Section } from "../components/section";
import { Verbatim } from "../components/verbatim";
import type { Customer } from "../data/customer-store";
import { useLabel } from "../data/labels";
import type { Reading } from "../data/reading";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";
import { ReviewControl } from "./review-control";

const useStyles = makeStyles({
  entries: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  entry: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightSemibold },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function AccountSection({ reading }: { reading: Reading<ValidationStatus> }) {
  const text = useText();
  const label = useLabel();
  const time = useTime();
  const { messages } = useLocale();
  const { value } = reading;
  const decision = value && accountEligibility(value.status, "newPurchase", { messages: messages ?? null });
  return (
    <Section title={text("customers.status")}>
      <Known reading={reading}>
        {value && decision && (
          <>
            <Facts>
              {[
                [text("customer.status"), <Verbatim key="status">{label("accountStatus", value.status)}</Verbatim>],
                [text("customer.newPurchase"), <OutcomeBadge key="outcome" outcome={decision.outcome} />],
                value.lastUpdateDateTime !== undefined && value.lastUpdateDateTime.trim() !== "" && [text("customer.lastUpdate"), time(value.lastUpdateDateTime)],
              ]}
            </Facts>
            <MainReason decision={decision} />
          </>
        )}
      </Known>
    </Section>
  );
}

export function QualificationsSection({ customer }: { customer: Customer }) {
  const styles = useStyles();
  const text = useText();
  const { qualifications } = customer;
  const entries = qualifications.value?.filter(({ qualification }) => qualification.toLowerCase() !== "none") ?? [];
  return (
    <Section title={text("customers.qualifications")}>
      <Known reading={qualifications}>
        {entries.length === 0 ? (
          <p className={styles.muted}>{text("qualifications.none")}</p>
        ) : (
          <ul className={styles.entries}>
            {entries.map((entry, index) => (
              <li key={`${entry.qualification} ${index}`} className={styles.entry}>
                <Entry entry={entry} />
                {entry.vettingStatus === "InReview" && <ReviewControl customerId={customer.id} qualification={entry.qualification} />}
              </li>
            ))}
          </ul>
        )}
      </Known>
    </Section>
  );
}

const COLOURS = new Map([
  ["Approved", "success"],
  ["InReview", "informative"],
  ["Denied", "danger"],
] as const);

/** Shows a qualification with the state of its review. */
export function Entry({ entry }: { entry: QualificationEntry }) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const time = useTime();
  const { qualification, vettingStatus, vettingReason, vettingCreateDate } = entry;
  const facts: Fact[] = [
    vettingReason && [text("customer.vettingReason"), <Verbatim key="reason">{vettingReason}</Verbatim>],
    vettingCreateDate && [text("customer.vettingDate"), time(vettingCreateDate)],
  ];
  return (
    <>
      <span className={styles.head}>
        <Verbatim>{label("qualification", qualification)}</Verbatim>
        {vettingStatus && (
          <Badge appearance="tint" shape="rounded" color={COLOURS.get(vettingStatus as "Approved") ?? "warning"}>
            <Verbatim>{label("vettingStatus", vettingStatus)}</Verbatim>
          </Badge>
        )}
      </span>
      {facts.some(Boolean) && <Facts>{facts}</Facts>}
    </>
  );
}

/** Returns a function that formats a time of the service in the language of the page, or unchanged if it cannot be read. */
function useTime() {
  const { formatDate } = useIntl();
  return (value: string) => {
    const instant = readTimestamp(value);
    return instant === null ? <Verbatim>{value}</Verbatim> : formatDate(instant, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  };
}

function Known({ reading, children }: { reading: Reading<unknown>; children: React.ReactNode }) {
  const text = useText();
  if (reading.value !== undefined) return <>{children}</>;
  if (reading.failure) return <p style={{ margin: 0 }}>{text("failure.short")}</p>;
  return (
    <Skeleton aria-label={text("loading")}>
      <SkeletonItem size={20} />
    </Skeleton>
  );
}
