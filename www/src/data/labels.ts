// What the package calls its values, in the language of the page. Values that it does not know are shown as they came.

import { LABELS, MESSAGES, type Messages, type Reason, type Rule } from "partner-center-rules";
import { useMemo } from "react";

import { useLocale } from "../i18n/locale-provider";

export type LabelKind = keyof typeof LABELS;

/** Gives the label of a value. */
export type Label = (kind: LabelKind, value: string) => string;

/** Returns what gives labels in the language of the page. */
export function useLabel(): Label {
  const { messages } = useLocale();
  return useMemo(() => (kind, value) => labelIn(messages, kind, value), [messages]);
}

/** Returns the label of a value in a language; English without one. */
export function labelIn(messages: Messages | undefined, kind: LabelKind, value: string): string {
  const english: Readonly<Record<string, string>> = LABELS[kind];
  const translated: Readonly<Record<string, string>> = messages ?? {};
  return translated[`${kind}.${value}`] ?? (Object.hasOwn(english, value) ? english[value] : undefined) ?? value;
}

/** Returns the text of a reason in a language. */
export const reasonIn = (messages: Messages | undefined, { code, message }: Reason) => messages?.[code] ?? message;

/** Returns when a rule applies, in a language if the package says it there, else in English. */
export function statementIn(messages: Messages | undefined, { id, statement }: Rule): string {
  const translated: Readonly<Record<string, string>> = messages ?? {};
  return translated[`rule.${id}`] ?? statement;
}

/** Returns the text of a rule's reason in a language. */
export const messageIn = (messages: Messages | undefined, { code }: Rule) => (messages ?? MESSAGES)[code];
