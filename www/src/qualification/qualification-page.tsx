// Sets a qualification: choose, fill in, review, submit. The draft is kept until it is submitted or discarded.

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { makeStyles, Skeleton, SkeletonItem, tokens, typographyStyles } from "@fluentui/react-components";
import { type Context, checkField, fieldPlan, qualificationSchema } from "partner-center-rules";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import { Navigate, useNavigate, useParams, useSearchParams } from "react-router";

import { BackLink } from "../components/back-link";
import { Page } from "../components/page";
import { plain, Verbatim } from "../components/verbatim";
import { isAnyKnown, QualificationsFailure } from "../customers/read-failures";
import { store, useCustomer, useCustomerState } from "../data/use-customers";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";
import { ChooseStep } from "./choose-step";
import { DetailsStep } from "./details-step";
import { applicable, EMPTY, readDraft, removeDraft, storeDraft, type Values } from "./draft";
import { LeaveDialog } from "./leave-dialog";
import { ResultStep, type Submitted } from "./result-step";
import { ReviewStep } from "./review-step";
import { STEPS, type Step } from "./steps";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, maxWidth: "860px" },
  caption: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  title: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: "none" },
});

export function Component() {
  const { id = "" } = useParams();
  const isId = checkField("customerId", id).value === id || checkField("customerId", id).state === "valid";
  return isId ? <SetQualification key={id} id={id} /> : <Navigate to={`/customers/${encodeURIComponent(id)}`} replace />;
}

function SetQualification({ id }: { id: string }) {
  const text = useText();
  const customer = useCustomer(id);
  const { codes } = useCustomerState();
  useEffect(() => void store.readCodes(), []);
  const isReady = isAnswered(customer.qualifications) && isAnswered(codes) && isAnswered(customer.status);
  return (
    <Page
      title={text("qualification.title")}
      lead={text("qualification.for", { name: plain(customer.name ?? id) })}
      back={
        <BackLink to={`/customers/${id}`}>
          <Verbatim>{customer.name ?? id}</Verbatim>
        </BackLink>
      }
    >
      {isReady && !customer.qualifications.value && <QualificationsFailure customer={customer} />}
      {isReady ? (
        isAnyKnown(customer) && <Wizard id={id} />
      ) : (
        <Skeleton aria-label={text("loading")}>
          <SkeletonItem size={128} />
        </Skeleton>
      )}
    </Page>
  );
}

const isAnswered = ({ exchange }: { exchange?: unknown }) => exchange !== undefined;

function Wizard({ id }: { id: string }) {
  const styles = useStyles();
  const text = useText();
  const { messages } = useLocale();
  const navigate = useNavigate();
  const customer = useCustomer(id);
  const { codes } = useCustomerState();
  const [params, setParams] = useSearchParams();
  const [submitted, setSubmitted] = useState<Submitted>();

  const [draft] = useState(() => readDraft(id));
  const [mode, setMode] = useState(draft.mode);
  const context = useMemo<Context>(
    () => ({ mode, held: customer.qualifications.value ?? null, customerId: id, customerName: customer.name ?? null, validationCodes: codes.value ?? null, messages: messages ?? null }),
    [mode, customer.qualifications.value, id, customer.name, codes.value, messages],
  );
  const resolver = useMemo<Resolver<Values>>(() => {
    const resolve = standardSchemaResolver<Values, unknown, unknown>(qualificationSchema(context), undefined, { raw: true });
    return (values, unused, options) => resolve(applicable(values, context), unused, options);
  }, [context]);
  const form = useForm<Values>({ defaultValues: draft.values, mode: "onBlur", resolver });
  const values = form.watch();
  const wrong = Object.keys(form.formState.errors) as (keyof Values)[];
  const recheck = useEffectEvent(() => void (wrong.length > 0 && form.trigger(wrong)));
  // Checks fields with an error again when the data or the language changes.
  useEffect(() => recheck(), [resolver]);
  const [isDiscarded, setDiscarded] = useState(false);
  const isFilledIn = values.qualification !== "" && !submitted && !isDiscarded;
  useEffect(() => {
    if (isFilledIn) storeDraft(id, { mode, values });
  }, [id, mode, values, isFilledIn]);

  const hasDetails = fieldPlan(values.qualification, context).some(({ field, shown }) => shown && field !== "qualification" && field !== "customerId");
  const steps = STEPS.filter((one) => one !== "details" || hasDetails || values.qualification === "");
  const wanted = steps.find((one) => one === params.get("step")) ?? "choose";
  const step = values.qualification === "" ? "choose" : wanted;
  const go = (next: Step) => setParams(next === "choose" ? {} : { step: next });

  function finish(result: Submitted) {
    removeDraft(id);
    setSubmitted(result);
  }
  function discard() {
    setDiscarded(true);
    removeDraft(id);
  }
  function again() {
    setSubmitted(undefined);
    form.reset(EMPTY);
    go("choose");
  }
  const title = submitted ? text("result.title") : text(`step.${step}`);
  return (
    <div className={styles.root}>
      <div>
        {!submitted && <p className={styles.caption}>{text("step.of", { number: steps.indexOf(step) + 1, count: steps.length })}</p>}
        <StepTitle className={styles.title}>{title}</StepTitle>
      </div>
      {submitted ? (
        <ResultStep submitted={submitted} customer={customer} onAgain={again} />
      ) : step === "choose" ? (
        <ChooseStep form={form} context={context} mode={mode} onMode={setMode} onCancel={() => void navigate(`/customers/${id}`)} onContinue={() => go(hasDetails ? "details" : "review")} />
      ) : step === "details" ? (
        <DetailsStep form={form} context={context} onBack={() => go("choose")} onContinue={() => go("review")} />
      ) : (
        <ReviewStep form={form} context={context} mode={mode} customer={customer} onChange={go} hasDetails={hasDetails} onSubmitted={finish} />
      )}
      <LeaveDialog isFilledIn={isFilledIn} onDiscard={discard} />
    </div>
  );
}

/** The heading of a step. It receives the focus when a button leads to the step. */
function StepTitle({ className, children }: { className: string; children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(children);
  useEffect(() => {
    if (shown.current !== children) heading.current?.focus();
    shown.current = children;
  }, [children]);
  return (
    <h2 ref={heading} className={className} tabIndex={-1}>
      {children}
    </h2>
  );
}
