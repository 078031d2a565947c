// The fields that a form should show.

import type { Context, FieldOption, FieldPlan } from "../types.js";
import { fieldText, notTheCustomer, readContext, textOf } from "./form-input.js";
import { instance } from "../boundary/instance.js";
import { optional, result } from "../boundary/results.js";
import type { MessageCatalogue } from "../messages/message-catalogue.js";
import type { Field, RuleId } from "../generated/tables.js";

/**
 * Returns how a form should show each field for a qualification, in the order of `FIELDS`. Pass `null` or `undefined` if none is
 * selected yet.
 *
 * A field is required if and only if `checkForm` reports it when it is missing, and not applicable if and only if `checkForm` rejects it.
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
  // Spreading the optional members would take longer than the rest of this function.
  if (outcome !== undefined) made.outcome = outcome;
  // A count that a number cannot represent exactly is a BigInt.
  if (remainingCreates !== undefined) made.remainingCreates = Number(remainingCreates);
  if (organizationName !== undefined) made.organizationName = organizationName;
  return made;
}

/** A plan as WebAssembly returns it. */
type CodedPlan = Omit<FieldPlan, "label" | "hint" | "options" | "inputProps"> & { readonly options?: readonly CodedOption[] };

/** An option as WebAssembly returns it. */
type CodedOption = Omit<FieldOption, "label" | "reasons"> & { readonly reasons: readonly RuleId[] };
