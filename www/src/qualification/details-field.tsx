// One field of the form, with its hint, its error and a note on corrections.

import { Field, Input, makeStyles, Select, tokens, typographyStyles } from "@fluentui/react-components";
import { type Context, checkField, type FieldPlan } from "partner-center-rules";
import { useState } from "react";
import { Controller, type UseFormReturn } from "react-hook-form";

import { afterPress } from "../components/after-press";
import { Sentence } from "../components/sentence";
import { plain } from "../components/verbatim";
import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";
import type { Values } from "./draft";

const useStyles = makeStyles({
  root: { maxWidth: "480px" },
  note: { ...typographyStyles.caption1, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
});

interface DetailsFieldProps {
  readonly plan: FieldPlan;
  readonly form: UseFormReturn<Values>;
  readonly context: Context;
}

export function DetailsField({ plan, form, context }: DetailsFieldProps) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const [changes, setChanges] = useState<readonly string[]>([]);
  const name = plan.field as "educationSegment" | "website" | "validationCode";
  const { isSubmitted, touchedFields } = form.formState;
  const values = form.watch();
  const current = values[name];
  const check = checkField(name, current, values, context);
  // Before the form is submitted, an empty field is not an error.
  const issue = form.formState.errors[name];
  const error = issue && (isSubmitted || current !== "") ? issue.message : undefined;
  const isLeft = isSubmitted || touchedFields[name] === true;
  const warnings = isLeft ? check.warnings.map(({ message }) => message) : [];
  const message = error ?? warnings.join(" ");

  function leave(onBlur: () => void) {
    const { state, value, changes } = checkField(name, current, values, context);
    const isCleaned = state === "valid" && value !== undefined && value !== current;
    setChanges(isCleaned ? changes.map(({ message }) => message) : []);
    if (isCleaned) form.setValue(name, value, { shouldValidate: true });
    onBlur();
  }

  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field: { value, onChange, onBlur, ref } }) => (
        <div className={styles.root}>
          <Field
            label={plan.need === "optional" ? text("details.optional", { label: plan.label }) : plan.label}
            required={plan.need === "required"}
            hint={plan.hint}
            validationState={error ? "error" : message ? "warning" : "none"}
            validationMessage={message ? <Sentence>{message}</Sentence> : undefined}
          >
            {plan.options && plan.options.length > 0 ? (
              <Select ref={ref} value={value} onChange={(_, { value }) => onChange(value)} onBlur={() => afterPress(() => leave(onBlur))}>
                <option value="">{text("details.choose")}</option>
                {plan.options.map((option) => (
                  <option key={option.value} value={option.value} disabled={option.disabled}>
                    {name === "validationCode" ? codeLabel(option) : label("educationSegment", option.value)}
                  </option>
                ))}
              </Select>
            ) : (
              <Input
                ref={ref}
                value={value}
                type="text"
                inputMode={plan.input.inputmode}
                maxLength={plan.input.maxlength}
                autoComplete={plan.input.autocomplete}
                spellCheck={plan.input.spellcheck}
                onChange={(_, { value }) => {
                  setChanges([]);
                  onChange(value);
                  // A field with an error is checked at each key, any other when it loses the focus.
                  if (error) void form.trigger(name);
                  else form.clearErrors(name);
                }}
                onBlur={() => afterPress(() => leave(onBlur))}
              />
            )}
          </Field>
          {changes.length > 0 && (
            <p className={styles.note} role="status">
              {changes.join(" ")}
            </p>
          )}
        </div>
      )}
    />
  );

  function codeLabel({ value, organizationName, remainingCreates }: NonNullable<FieldPlan["options"]>[number]) {
    const uses = remainingCreates === undefined ? text("details.unlimited") : text("details.remaining", { count: remainingCreates });
    return [value, organizationName && plain(organizationName), uses].filter(Boolean).join(" · ");
  }
}
