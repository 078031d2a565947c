// The review before an update is sent: every value, its effect, and that it cannot be undone.

import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { type Context, CREDENTIALS_OF, fieldPlan, GDAP_ROLES_FOR, type Mode, UPDATE_OPERATIONS } from "partner-center-rules";
import { useMemo, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useIntl } from "react-intl";

import { Facts } from "../components/facts";
import { Message } from "../components/message";
import { RetryButton } from "../components/retry-button";
import { Section } from "../components/section";
import { Sentence } from "../components/sentence";
import { plain, Verbatim } from "../components/verbatim";
import type { Customer } from "../data/customer-store";
import { useLabel } from "../data/labels";
import { store, useCustomerState } from "../data/use-customers";
import type { TextKey } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { applicable, type Values } from "./draft";
import { Effect } from "./effect";
import type { Step } from "./steps";
import { RequestDetails } from "./request-details";
import type { Submitted } from "./result-step";
import { StepActions } from "./step-actions";
import { type Change, changesSince, type Outcome, type Prepared, prepare, type Seen, submit } from "./update";
import { UpdateFailure } from "./update-failure";

const useStyles = makeStyles({
  value: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
});

interface ReviewStepProps {
  readonly form: UseFormReturn<Values>;
  readonly context: Context;
  readonly mode: Mode;
  readonly customer: Customer;
  readonly hasDetails: boolean;
  readonly onChange: (step: Step) => void;
  readonly onSubmitted: (submitted: Submitted) => void;
}

type Failed = { readonly prepared: Prepared; readonly outcome: Outcome & { ok: false } };

export function ReviewStep({ form, context, mode, customer, hasDetails, onChange, onSubmitted }: ReviewStepProps) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const { formatList } = useIntl();
  const { codes } = useCustomerState();
  const [seen, setSeen] = useState<Seen>({ customer, codes });
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [busy, setBusy] = useState<"checking" | "sending">();
  const [failed, setFailed] = useState<Failed>();
  const values = form.watch();
  const unsettled = failed?.outcome.fault.isRetryable ? failed.prepared : undefined;
  const prepared = useMemo(() => prepare(applicable(values, context), context, unsettled), [JSON.stringify(values), context, unsettled]);

  const plans = fieldPlan(values.qualification, context).filter(({ field, shown }) => shown && field !== "customerId");
  const code = plans.find(({ field }) => field === "validationCode")?.options?.find(({ value }) => value === values.validationCode);

  async function check(update: Prepared) {
    setBusy("checking");
    setChanges([]);
    const [now, nowCodes] = await Promise.all([store.readCustomer(customer.id), store.readCodes()]);
    const found = changesSince(seen, { customer: now, codes: nowCodes }, applicable(values, context).validationCode || undefined);
    if (found.length > 0) {
      setChanges(found);
      if (!found.includes("unreadable")) setSeen({ customer: now, codes: nowCodes });
      setBusy(undefined);
      return;
    }
    await send(update);
  }

  async function send(update: Prepared) {
    setBusy("sending");
    const outcome = await submit(update);
    setBusy(undefined);
    if (!outcome.ok) return setFailed({ prepared: update, outcome });
    onSubmitted({ entry: outcome.entry, exchange: outcome.exchange, before: seen.customer, mode: update.value.mode });
    void store.readCustomer(customer.id);
    void store.readCodes();
  }

  function valueOf(field: string, value: string) {
    if (field === "qualification") return label("qualification", value);
    if (field === "educationSegment") return label("educationSegment", value);
    if (value === "") return text("review.notGiven");
    return <Verbatim>{code && field === "validationCode" && code.organizationName ? `${value} · ${plain(code.organizationName)}` : value}</Verbatim>;
  }

  const stepOf = (field: string): Step => (field === "qualification" || !hasDetails ? "choose" : "details");
  const update = "request" in prepared ? prepared : undefined;
  const issues = "issues" in prepared ? prepared.issues : [];
  return (
    <>
      {changes.length > 0 && <Changed changes={changes} seen={seen} />}
      {failed && <UpdateFailure {...failed} isBusy={busy !== undefined} onRetry={() => void send(failed.prepared)} onChange={() => onChange(hasDetails ? "details" : "choose")} />}
      {issues.length > 0 && (
        <Message
          intent="error"
          title={text("review.correct")}
          actions={<Button onClick={() => onChange(stepOf(issues[0]?.path[0] ?? "qualification"))}>{text("review.change")}</Button>}
        >
          {issues.map(({ code, message }) => <Sentence key={code}>{`${message} `}</Sentence>)}
        </Message>
      )}
      <Section title={text("review.values")}>
        <Facts>
          {[
            [text("customer.title"), <Verbatim key="name">{customer.name ?? customer.id}</Verbatim>],
            ...plans.map(
              ({ field, label: name }) =>
                [
                  name,
                  <span key={field} className={styles.value}>
                    {valueOf(field, values[field as keyof Values])}
                    <Link aria-label={text("review.changeField", { field: name })} onClick={() => onChange(stepOf(field))}>
                      {text("review.change")}
                    </Link>
                  </span>,
                ] as const,
            ),
            [text("choose.apiLabel"), label("mode", mode)],
          ]}
        </Facts>
      </Section>
      {update && update.warnings.length > 0 && (
        <Message intent="warning">{update.warnings.map(({ code, message }) => <Sentence key={code}>{`${message} `}</Sentence>)}</Message>
      )}
      <Effect held={customer.qualifications.value} qualification={values.qualification} isReviewed={mode === "asynchronous"} />
      <Message intent="warning"><Sentence>{plans.find(({ field }) => field === "qualification")?.hint ?? ""}</Sentence></Message>
      {update && (
        <>
          <Section title={text("review.permissions")}>
            <Facts>
              {[
                [text("review.credentials"), formatList(CREDENTIALS_OF[UPDATE_OPERATIONS[update.value.mode]].map((one) => label("credentials", one)), { type: "disjunction" })],
                GDAP_ROLES_FOR[update.value.qualification].length > 0 && [text("review.roles"), formatList(GDAP_ROLES_FOR[update.value.qualification].map((role) => label("gdapRole", role)), { type: "disjunction" })],
              ]}
            </Facts>
          </Section>
          <RequestDetails request={update.request} />
          {!failed && (
            <StepActions>
              <Button appearance="primary" disabledFocusable={busy !== undefined} onClick={() => void check(update)}>
                {text(busy ? (`review.${busy}` as TextKey) : update.isOpen ? "review.submitAnyway" : "review.submit")}
              </Button>
              <Button onClick={() => onChange(hasDetails ? "details" : "choose")}>{text("step.back")}</Button>
            </StepActions>
          )}
        </>
      )}
    </>
  );
}

/** Shows what has changed since the review was shown. Nothing was sent in this case. */
function Changed({ changes, seen: { customer } }: { changes: readonly Change[]; seen: Seen }) {
  const text = useText();
  const { qualifications } = customer;
  const isUnreadable = changes.includes("unreadable");
  return (
    <Message
      intent={isUnreadable ? "error" : "warning"}
      title={text("changed.title")}
      actions={isUnreadable && qualifications.failure?.retryAt && <RetryButton label={text("retry.again")} retryAt={qualifications.failure.retryAt} onRetry={() => void store.readCustomer(customer.id)} />}
    >
      {changes.map((change) => text(`changed.${change}`)).join(" ")} {text("changed.next")}
    </Message>
  );
}
