// What a form has to show.

import type { Context, FieldOption, FieldPlan } from "./types.js";
import { fieldText, notTheCustomer, readContext, textOf } from "../boundary/form-input.js";
import { instance } from "../boundary/instance.js";
import { optional, result } from "../boundary/results.js";
import type { MessageCatalogue } from "../messages/message-catalogue.js";
import type { Field, RuleId } from "../generated/tables.js";

/**
 * Tells what a form has to show for a qualification (nothing: before one is chosen), in the order of `FIELDS`.
 *
 * A field is required if and only if `checkForm` finds it missing, and not applicable if and only if `checkForm` refuses it.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * fieldPlan("GovernmentCommunityCloud").find((plan) => plan.field === "validationCode")?.need; // "required"
 */
export function fieldPlan(qualification: string | null | undefined, context?: Context): readonly FieldPlan[] {
  const { mode, held, known, messages } = readContext(context);
  const plans: unknown = instance().field_plan(textOf(fieldText("qualification", qualification)), mode, held, known);
  if (plans === null) throw notTheCustomer(known?.customerId);
  return result<CodedPlan[]>(plans).map((plan) => planOf(plan, messages));
}

function planOf(coded: CodedPlan, messages: MessageCatalogue): FieldPlan {
  const { field, need, shown, input } = coded;
  const options = optional(coded, "options");
  const { inputmode, maxlength, autocomplete, spellcheck } = input;
  const plan = {
    field,
    need,
    shown,
    label: messages.text(`${field}Label`),
    hint: messages.text(`${field}Hint`),
    input,
    inputProps: { inputMode: inputmode, maxLength: maxlength, autoComplete: autocomplete, spellCheck: spellcheck },
  };
  return options === undefined ? plan : { ...plan, options: options.map((option) => optionOf(field, option, messages)) };
}

function optionOf(field: Field, option: CodedOption, messages: MessageCatalogue): FieldOption {
  const { value, disabled, reasons } = option;
  const outcome = optional(option, "outcome");
  const remainingCreates = optional(option, "remainingCreates");
  const organizationName = optional(option, "organizationName");
  const made: { -readonly [name in keyof FieldOption]: FieldOption[name] } = {
    value,
    label: messages.label(field, value),
    disabled,
    reasons: reasons.map((rule) => messages.reason(rule)),
  };
  // To spread what may be absent takes longer than all else.
  if (outcome !== undefined) made.outcome = outcome;
  // A count that no number has exactly is a BigInt.
  if (remainingCreates !== undefined) made.remainingCreates = Number(remainingCreates);
  if (organizationName !== undefined) made.organizationName = organizationName;
  return made;
}

/** A plan as it leaves WebAssembly. */
type CodedPlan = Omit<FieldPlan, "label" | "hint" | "options" | "inputProps"> & { readonly options?: readonly CodedOption[] };

/** An option as it leaves WebAssembly. */
type CodedOption = Omit<FieldOption, "label" | "reasons"> & { readonly reasons: readonly RuleId[] };
