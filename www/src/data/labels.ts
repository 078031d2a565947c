// The package's labels for its values, in the language of the page. Unknown values are shown unchanged.

import { type LabelKind, label, MESSAGES, type Messages, type Rule } from "partner-center-rules";
import { useMemo } from "react";

import { useLocale } from "../i18n/locale-provider";

/** Returns the label of a value. */
export type Label = (kind: LabelKind, value: string) => string;

/** Returns the function that gives labels in the language of the page. */
export function useLabel(): Label {
  const { messages } = useLocale();
  return useMemo(() => (kind, value) => label(kind, value, { messages: messages ?? null }), [messages]);
}

/** Returns the text of a rule's reason in a language. */
export const messageIn = (messages: Messages | undefined, { code }: Rule) => (messages ?? MESSAGES)[code];
