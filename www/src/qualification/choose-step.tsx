import { Button, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { type Context, fieldPlan, MODES, type Mode } from "partner-center-rules";
import { Controller, type UseFormReturn } from "react-hook-form";

import { Disclosure } from "../components/disclosure";
import { Message } from "../components/message";
import { OutcomeBadge } from "../components/outcome-badge";
import { Reasons } from "../components/reasons";
import { Sentence } from "../components/sentence";
import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";
import type { Values } from "./draft";
import { StepActions } from "./step-actions";

const useStyles = makeStyles({
  cards: { display: "flex", flexDirection: "column", alignItems: "stretch", rowGap: tokens.spacingVerticalM },
  card: {
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  chosen: { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: "-1px" },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM, fontWeight: tokens.fontWeightSemibold },
  name: { color: tokens.colorNeutralForeground1 },
  reasons: { paddingInlineStart: "40px" },
});

interface ChooseStepProps {
  readonly form: UseFormReturn<Values>;
  readonly context: Context;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly onCancel: () => void;
  readonly onContinue: () => void;
}

export function ChooseStep({ form, context, mode, onMode, onCancel, onContinue }: ChooseStepProps) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const chosen = form.watch("qualification");
  const plan = fieldPlan(chosen, context).find(({ field }) => field === "qualification");
  const options = plan?.options?.filter(({ value }) => value !== "None") ?? [];
  const error = form.formState.errors.qualification;
  async function advance() {
    if (await form.trigger("qualification")) onContinue();
  }
  return (
    <>
      {plan && (
        <Message intent="info"><Sentence>{plan.hint}</Sentence></Message>
      )}
      <Controller
        control={form.control}
        name="qualification"
        render={({ field }) => (
          <RadioGroup className={styles.cards} aria-label={plan?.label} name={field.name} value={field.value} onChange={(_, { value }) => field.onChange(value)}>
            {options.map((option) => (
              <div key={option.value} className={mergeClasses(styles.card, option.value === chosen && styles.chosen)}>
                <div className={styles.head}>
                  <Radio
                    value={option.value}
                    label={<span className={option.disabled ? undefined : styles.name}>{label("qualification", option.value)}</span>}
                    disabled={option.disabled}
                  />
                  {option.outcome && <OutcomeBadge outcome={option.outcome} />}
                </div>
                <div className={styles.reasons}>{option.outcome && <Reasons decision={{ outcome: option.outcome, reasons: option.reasons }} />}</div>
              </div>
            ))}
          </RadioGroup>
        )}
      />
      <Disclosure title={text("choose.api", { mode: label("mode", mode) })}>
        <RadioGroup aria-label={text("choose.apiLabel")} value={mode} onChange={(_, { value }) => onMode(value as Mode)}>
          {MODES.map((value) => (
            <Radio key={value} value={value} label={label("mode", value)} />
          ))}
        </RadioGroup>
      </Disclosure>
      {error && (
        <Message intent="error"><Sentence>{error.message ?? ""}</Sentence></Message>
      )}
      <StepActions>
        <Button appearance="primary" onClick={() => void advance()}>
          {text("step.continue")}
        </Button>
        <Button onClick={onCancel}>{text("step.cancel")}</Button>
      </StepActions>
    </>
  );
}
