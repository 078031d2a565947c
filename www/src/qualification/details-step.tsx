import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type Context, fieldPlan } from "partner-center-rules";
import type { FormEvent } from "react";
import type { UseFormReturn } from "react-hook-form";

import { Section } from "../components/section";
import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";
import { DetailsField } from "./details-field";
import type { Values } from "./draft";
import { StepActions } from "./step-actions";

const useStyles = makeStyles({ form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL } });

interface DetailsStepProps {
  readonly form: UseFormReturn<Values>;
  readonly context: Context;
  readonly onBack: () => void;
  readonly onContinue: () => void;
}

export function DetailsStep({ form, context, onBack, onContinue }: DetailsStepProps) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const qualification = form.watch("qualification");
  const plans = fieldPlan(qualification, context).filter(({ field, shown }) => shown && field !== "qualification" && field !== "customerId");
  function submit(event: FormEvent) {
    void form.handleSubmit(onContinue)(event);
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Section title={label("qualification", qualification)}>
        {plans.map((plan) => (
          <DetailsField key={plan.field} plan={plan} form={form} context={context} />
        ))}
      </Section>
      <StepActions>
        <Button appearance="primary" type="submit">
          {text("step.continue")}
        </Button>
        <Button onClick={onBack}>{text("step.back")}</Button>
      </StepActions>
    </form>
  );
}
