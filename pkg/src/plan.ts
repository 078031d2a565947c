// What a form has to show.

import { fieldText, notTheCustomer, readContext, textOf } from "./context.js";
import type { Context } from "./form.js";
import { instance } from "./instance.js";
import { optional, result } from "./results.js";
import type { Speaker } from "./speaker.js";
import type { Field, Need, Outcome, Reason, RuleId } from "./tables.js";

/**
 * Something that can be chosen in a field.
 *
 * @example
 * const options: readonly FieldOption[] | undefined = fieldPlan("Education")[2]?.options;
 * options?.map(({ value }) => value); // ["K12", "HigherEducation"]
 */
export interface FieldOption {
  /** The text of the field. */
  readonly value: string;
  /** What people read. */
  readonly label: string;
  /** Whether it is to be shown, but not to be chosen. */
  readonly disabled: boolean;
  /** Of a qualification: whether it can be set. */
  readonly outcome?: Outcome;
  /** Of a qualification: why it can be set, cannot be set, or is undetermined. Otherwise empty. */
  readonly reasons: readonly Reason[];
  /** Of a validation code: how often it can still be used, where the service sets a limit. */
  readonly remainingCreates?: number;
  /** Of a validation code: the organisation that it was given for. */
  readonly organizationName?: string;
}

/**
 * Attributes of an input, named as in HTML: for HTML, Vue and Svelte. They never cut or refuse a text that the check accepts.
 *
 * @example
 * const input: InputAttributes | undefined = fieldPlan("GovernmentCommunityCloud").at(-1)?.input;
 * input?.inputmode; // "numeric"
 */
export interface InputAttributes {
  readonly inputmode: "text" | "numeric" | "url";
  readonly maxlength: number;
  readonly autocomplete: "off";
  readonly spellcheck: boolean;
}

/**
 * The same attributes, named as React has them.
 *
 * @example
 * const props: InputProps | undefined = fieldPlan("GovernmentCommunityCloud").at(-1)?.inputProps;
 * props?.inputMode; // "numeric"
 */
export interface InputProps {
  readonly inputMode: InputAttributes["inputmode"];
  readonly maxLength: InputAttributes["maxlength"];
  readonly autoComplete: InputAttributes["autocomplete"];
  readonly spellCheck: InputAttributes["spellcheck"];
}

/**
 * What a form has to show of one field.
 *
 * @example
 * const plans: readonly FieldPlan[] = fieldPlan("Education");
 * plans.filter(({ shown }) => shown).map(({ field }) => field); // ["customerId", "qualification", "educationSegment", "website"]
 */
export interface FieldPlan {
  readonly field: Field;
  readonly need: Need;
  /** Before a qualification is chosen only that and the customer are asked for. */
  readonly shown: boolean;
  readonly label: string;
  readonly hint: string;
  /** What can be chosen; for a validation code, what is known to be usable. Absent: anything can be typed. */
  readonly options?: readonly FieldOption[];
  /** Attributes of an input in HTML, Vue and Svelte. */
  readonly input: InputAttributes;
  /** The same for React: `<input {...plan.inputProps} />`. */
  readonly inputProps: InputProps;
}

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

function planOf(coded: CodedPlan, messages: Speaker): FieldPlan {
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

function optionOf(field: Field, option: CodedOption, messages: Speaker): FieldOption {
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
