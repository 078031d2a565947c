// What has been filled in. It survives a reload, and ends with its tab.

import { MODES, type Mode } from "partner-center-rules";

/** The form as the person fills it in. */
export interface Values {
  readonly mode: Mode;
  readonly qualification: string;
  readonly educationSegment: string;
  readonly website: string;
  readonly validationCode: string;
}

export const EMPTY: Values = { mode: MODES[0], qualification: "", educationSegment: "", website: "", validationCode: "" };

const key = (customerId: string) => `portal.draft.${customerId}`;

/** Reads what was filled in for a customer. What is stored may be anything. */
export function readDraft(customerId: string): Values {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key(customerId)) ?? "{}");
    const texts = Object.entries(stored ?? {}).filter(([name, value]) => name in EMPTY && typeof value === "string");
    const values = { ...EMPTY, ...Object.fromEntries(texts) };
    return MODES.includes(values.mode) ? values : EMPTY;
  } catch {
    return EMPTY;
  }
}

export const storeDraft = (customerId: string, values: Values) => sessionStorage.setItem(key(customerId), JSON.stringify(values));

export const removeDraft = (customerId: string) => sessionStorage.removeItem(key(customerId));
