import { Button, makeStyles } from "@fluentui/react-components";
import { type Mode, OFFER_SEGMENTS, offerEligibility, type QualificationEntry } from "partner-center-rules";
import { useNavigate } from "react-router";

import { Message } from "../components/message";
import { OutcomeBadge } from "../components/outcome-badge";
import { Section } from "../components/section";
import { plain } from "../components/verbatim";
import { Entry } from "../customers/customer-facts";
import { RawResponses } from "../customers/raw-responses";
import { ReviewControl } from "../customers/review-control";
import type { Customer } from "../data/customer-store";
import { useLabel } from "../data/labels";
import type { Exchange } from "../data/service";
import { useText } from "../i18n/use-text";
import { StepActions } from "./step-actions";

/** An update that was accepted. */
export interface Submitted {
  readonly entry: QualificationEntry;
  readonly exchange: Exchange;
  readonly mode: Mode;
  /** The customer before the update. */
  readonly before: Customer;
}

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: "20px" }, text: { margin: 0 } });

interface ResultStepProps {
  readonly submitted: Submitted;
  readonly customer: Customer;
  readonly onAgain: () => void;
}

export function ResultStep({ submitted, customer, onAgain }: ResultStepProps) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const navigate = useNavigate();
  const { qualifications } = customer;
  // The review can end later: shows the latest state.
  const entry = qualifications.value?.find(({ qualification }) => qualification === submitted.entry.qualification) ?? submitted.entry;
  const name = label("qualification", entry.qualification);
  const isInReview = entry.vettingStatus === "InReview";
  const changes = OFFER_SEGMENTS.map((segment) => ({
    segment,
    before: offerEligibility(submitted.before.qualifications.value ?? null, segment).outcome,
    now: offerEligibility(qualifications.value ?? null, segment).outcome,
  })).filter(({ before, now }) => before !== now);
  return (
    <>
      <Message intent="success" title={text("result.accepted", { qualification: name, customer: plain(customer.name ?? customer.id) })}>
        {text(isInReview ? "result.inReview" : "result.inEffect")}
      </Message>
      <Section title={text("result.qualification")}>
        <Entry entry={entry} />
        {isInReview && <ReviewControl customerId={customer.id} qualification={entry.qualification} />}
      </Section>
      <Section title={text("result.changes")}>
        {qualifications.isReading ? (
          <p className={styles.text}>{text("loading")}</p>
        ) : changes.length === 0 ? (
          <p className={styles.text}>{text("result.noChanges")}</p>
        ) : (
          <ul className={styles.list}>
            {changes.map(({ segment, before, now }) => (
              <li key={segment}>
                {label("offerSegment", segment)}: <OutcomeBadge outcome={now} /> {text("result.was", { outcome: label("outcome", before) })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <RawResponses exchanges={[submitted.exchange]} />
      <StepActions>
        <Button appearance="primary" onClick={() => void navigate(`/customers/${customer.id}`)}>
          {text("result.customer")}
        </Button>
        <Button onClick={onAgain}>{text("result.again")}</Button>
      </StepActions>
    </>
  );
}
