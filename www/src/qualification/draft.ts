// The filled-in form. It survives a reload, and is discarded with its tab.

import { type Context, fieldPlan, MODES, type Mode } from "partner-center-rules";

/** The texts of the fields. */
export interface Values {
  readonly qualification: string;
  readonly educationSegment: string;
  readonly website: string;
  readonly validationCode: string;
}

/** The texts of the fields, and the API to use. */
export interface Draft {
  readonly mode: Mode;
  readonly values: Values;
}

export const EMPTY: Values = { qualification: "", educationSegment: "", website: "", validationCode: "" };

/** Returns the fields that apply to the qualification. Other texts are kept in the draft, but not sent. */
export function applicable(values: Values, context: Context): Values {
  const shown = new Set<string>(fieldPlan(values.qualification, context).filter(({ shown }) => shown).map(({ field }) => field));
  const texts = Object.entries(values).map(([field, value]) => [field, shown.has(field) ? value : ""]);
  return { ...EMPTY, ...Object.fromEntries(texts) };
}

const key = (customerId: string) => `portal.draft.${customerId}`;

/** Reads the draft for a customer. The stored text is not trusted. */
export function readDraft(customerId: string): Draft {
  try {
    const stored: Partial<Draft> | null = JSON.parse(sessionStorage.getItem(key(customerId)) ?? "{}");
    const texts = Object.entries(stored?.values ?? {}).filter(([name, value]) => name in EMPTY && typeof value === "string");
    const mode = MODES.find((mode) => mode === stored?.mode) ?? MODES[0];
    return { mode, values: { ...EMPTY, ...Object.fromEntries(texts) } };
  } catch {
    return { mode: MODES[0], values: EMPTY };
  }
}

export const storeDraft = (customerId: string, draft: Draft) => sessionStorage.setItem(key(customerId), JSON.stringify(draft));

export const removeDraft = (customerId: string) => sessionStorage.removeItem(key(customerId));
