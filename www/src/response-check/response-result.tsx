// The result for a response: the decision on top, everything else collapsed.

import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import {
  eligibilityFromResponse,
  type Fault,
  OFFER_SEGMENTS,
  offerEligibility,
  type PurchaseRefusal,
  type QualificationEntry,
  readTimestamp,
  type Transaction,
  type ValidationCodeEntry,
  type ValidationStatus,
} from "partner-center-rules";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";

import { Disclosure } from "../components/disclosure";
import { type Fact, Facts } from "../components/facts";
import { Message } from "../components/message";
import { OutcomeBadge } from "../components/outcome-badge";
import { useReadFailure } from "../components/read-failure";
import { MainReason, Reasons } from "../components/reasons";
import { Section } from "../components/section";
import { Verbatim, VerbatimBlock } from "../components/verbatim";
import { Entry } from "../customers/customer-facts";
import { useLabel } from "../data/labels";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";
import type { Assumption } from "./recognise";
import type { ReadResponse } from "./read-response";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0 },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM, margin: 0 },
  strong: { ...typographyStyles.body1Strong, margin: 0 },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  item: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  notes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface ResponseResultProps {
  readonly httpStatus: number;
  readonly body: string;
  readonly assumptions: readonly Assumption[];
  /** The seconds of the header `Retry-After`. */
  readonly retryAfter?: string | undefined;
  readonly response: ReadResponse;
  readonly transaction: Transaction;
}

export function ResponseResult({ httpStatus, body, assumptions, retryAfter, response, transaction }: ResponseResultProps) {
  const styles = useStyles();
  const text = useText();
  const options = useMessageOptions();
  const fault = response.kind === "fault" || response.kind === "refusal" ? response.fault : undefined;
  return (
    <div className={styles.root}>
      <Section title={text("responseCheck.result")}>
        <div role="status">
          <p className={styles.strong}>{text(`responseCheck.kind.${response.kind}`)}</p>
        </div>
        {response.kind === "fault" ? (
          <FaultMessage fault={response.fault} body={body} retryAfter={retryAfter} isStatusKnown={!assumptions.includes("statusAssumed")} />
        ) : (
          <Deciding httpStatus={httpStatus} body={body} response={response} transaction={transaction} />
        )}
        {assumptions.length > 0 && (
          <Message intent="info" title={text("responseCheck.assumed")}>
            <ul className={styles.notes}>
              {assumptions.map((assumption) => (
                <li key={assumption}>{text(`responseCheck.assumed.${assumption}`, { status: httpStatus })}</li>
              ))}
            </ul>
          </Message>
        )}
      </Section>
      {fault && (
        <>
          <Disclosure title={text("responseCheck.error")}>
            <Facts>{faultFacts(fault, text("responseCheck.code"), text("responseCheck.errorName"), text("responseCheck.message"))}</Facts>
          </Disclosure>
          <Disclosure title={text("responseCheck.asStatus")}>
            <Decided subject={<TransactionName transaction={transaction} />} decision={eligibilityFromResponse(httpStatus, body, transaction, options)} />
          </Disclosure>
        </>
      )}
      <Disclosure title={text("responseCheck.raw")}>
        <p className={styles.muted}>HTTP {httpStatus}</p>
        {body && <VerbatimBlock label={text("raw.body")}>{body}</VerbatimBlock>}
      </Disclosure>
    </div>
  );
}

// The package's texts in the language of the page.
function useMessageOptions() {
  const { messages } = useLocale();
  return { messages: messages ?? null };
}

interface DecidingProps extends Pick<ResponseResultProps, "httpStatus" | "body" | "transaction"> {
  readonly response: Exclude<ReadResponse, { readonly kind: "fault" }>;
}

function Deciding({ httpStatus, body, response, transaction }: DecidingProps) {
  const options = useMessageOptions();
  switch (response.kind) {
    case "accountStatus":
      return <AccountStatus status={response.status} decision={eligibilityFromResponse(httpStatus, body, transaction, options)} transaction={transaction} />;
    case "qualifications":
    case "qualification":
    case "update":
      return <Qualifications entries={response.entries} />;
    case "validationCodes":
      return <Codes codes={response.codes} />;
    case "refusal":
      return <Refusal decision={response.decision} />;
  }
}

function TransactionName({ transaction }: { transaction: Transaction }) {
  return <>{useLabel()("transaction", transaction)}</>;
}

function Decided({ subject, decision }: { subject: ReactNode; decision: ReturnType<typeof eligibilityFromResponse> }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.head}>
        <span>{subject}</span>
        <OutcomeBadge outcome={decision.outcome} />
      </p>
      <Reasons decision={decision} />
    </>
  );
}

interface AccountStatusProps {
  readonly status: ValidationStatus;
  readonly decision: ReturnType<typeof eligibilityFromResponse>;
  readonly transaction: Transaction;
}

function AccountStatus({ status, decision, transaction }: AccountStatusProps) {
  const text = useText();
  const label = useLabel();
  const { formatDate } = useIntl();
  const time = status.lastUpdateDateTime?.trim() ? status.lastUpdateDateTime : undefined;
  const instant = time === undefined ? null : readTimestamp(time);
  return (
    <>
      <Decided subject={<TransactionName transaction={transaction} />} decision={decision} />
      <Facts>
        {[
          [text("customers.status"), <Verbatim key="status">{label("accountStatus", status.status)}</Verbatim>],
          time !== undefined && [
            text("customer.lastUpdate"),
            instant === null ? <Verbatim key="time">{time}</Verbatim> : formatDate(instant, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }),
          ],
        ]}
      </Facts>
    </>
  );
}

function Qualifications({ entries }: { entries: readonly QualificationEntry[] }) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const options = useMessageOptions();
  const held = entries.filter(({ qualification }) => qualification.toLowerCase() !== "none");
  return (
    <>
      {held.length === 0 ? (
        <p className={styles.muted}>{text("qualifications.none")}</p>
      ) : (
        <ul className={styles.list}>
          {held.map((entry, index) => (
            <li key={`${entry.qualification} ${index}`}>
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      )}
      <h3 className={styles.strong}>{text("responseCheck.offers")}</h3>
      <ul className={styles.list}>
        {OFFER_SEGMENTS.map((segment) => {
          const decision = offerEligibility(entries, segment, null, options);
          return (
            <li key={segment} className={styles.item}>
              <span className={styles.head}>
                {label("offerSegment", segment)} <OutcomeBadge outcome={decision.outcome} />
              </span>
              <MainReason decision={decision} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Codes({ codes }: { codes: readonly ValidationCodeEntry[] }) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const { formatNumber } = useIntl();
  return (
    <ul className={styles.list}>
      {codes.map(({ validationId, organizationName, remainingCreates }) => (
        <li key={`${validationId} ${organizationName}`}>
          <Facts>
            {[
              [label("field", "validationCode"), <Verbatim key="code">{String(validationId)}</Verbatim>],
              organizationName && [text("responseCheck.organization"), <Verbatim key="name">{organizationName}</Verbatim>],
              [text("responseCheck.remaining"), typeof remainingCreates === "number" ? formatNumber(remainingCreates) : text("responseCheck.unlimited")],
            ]}
          </Facts>
        </li>
      ))}
    </ul>
  );
}

function Refusal({ decision }: { decision: PurchaseRefusal }) {
  const text = useText();
  const label = useLabel();
  return (
    <>
      <Decided subject={text("responseCheck.purchase")} decision={decision} />
      <Facts>{[[text("responseCheck.cause"), label("faultOrigin", decision.origin)]]}</Facts>
    </>
  );
}

interface FaultMessageProps extends Pick<ResponseResultProps, "body" | "retryAfter"> {
  readonly fault: Fault;
  readonly isStatusKnown: boolean;
}

function FaultMessage({ fault, body, retryAfter, isStatusKnown }: FaultMessageProps) {
  const text = useText();
  const label = useLabel();
  const why = useReadFailure();
  function next(): string {
    if (!isStatusKnown) return text("responseCheck.giveStatus");
    if (!fault.isRetryable) return text("responseCheck.noRetry");
    return retryAfter === undefined ? text("responseCheck.retry") : text("retry.in", { seconds: Number(retryAfter) });
  }
  return (
    <>
      <Message intent="error">{why({ httpStatus: fault.httpStatus, body, fault })}</Message>
      <Facts>
        {[
          // With another HTTP status the cause would be another one.
          isStatusKnown && [text("responseCheck.cause"), label("faultOrigin", fault.origin)],
          [text("responseCheck.next"), next()],
        ]}
      </Facts>
    </>
  );
}

// The texts of the service, without duplicates.
function faultFacts({ httpStatus, code, errorName, message, description, text }: Fault, codeName: string, errorNameName: string, messageName: string): readonly Fact[] {
  const messages = [...new Set([message, description, text].filter((part) => part !== undefined))];
  return [
    ["HTTP", String(httpStatus)],
    code !== undefined && [codeName, <Verbatim key="code">{code}</Verbatim>],
    errorName !== undefined && [errorNameName, <Verbatim key="name">{errorName}</Verbatim>],
    messages.length > 0 && [messageName, <Verbatim key="message">{messages.join(" · ")}</Verbatim>],
  ];
}
