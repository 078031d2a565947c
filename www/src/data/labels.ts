// What the package calls its values, in the language of the page. Values that it does not know are shown as they came.

import { type LabelKind, label, MESSAGES, type Messages, type Rule } from "partner-center-rules";
import { useMemo } from "react";

import { useLocale } from "../i18n/locale-provider";

/** Gives the label of a value. */
export type Label = (kind: LabelKind, value: string) => string;

/** Returns what gives labels in the language of the page. */
export function useLabel(): Label {
  const { messages } = useLocale();
  return useMemo(() => (kind, value) => label(kind, value, { messages: messages ?? null }), [messages]);
}

/** Returns the text of a rule's reason in a language. */
export const messageIn = (messages: Messages | undefined, { code }: Rule) => (messages ?? MESSAGES)[code];
