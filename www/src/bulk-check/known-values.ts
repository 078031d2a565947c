// The values of the service by the names that a file may use: wire values, or labels in one of the six languages. The
// labels are the package's.

import { ACCOUNT_STATUSES, LABELS, QUALIFICATIONS, VETTING_STATUSES } from "partner-center-rules";
import { messages as de } from "partner-center-rules/messages/de";
import { messages as es } from "partner-center-rules/messages/es";
import { messages as fr } from "partner-center-rules/messages/fr";
import { messages as ja } from "partner-center-rules/messages/ja";
import { messages as pt } from "partner-center-rules/messages/pt-BR";

const CATALOGUES: readonly Readonly<Record<string, string>>[] = [de, es, fr, ja, pt];

type LabelGroup = "accountStatus" | "qualification" | "vettingStatus";

// Folds case, separators of words, apostrophes and combining accents, but not look-alikes: İ and the Kelvin and Angstrom signs have
// ordinary letters as lower case.
const plain = (text: string) =>
  text
    .trim()
    .replaceAll(/[\s_-]+/g, " ")
    .replaceAll("’", "'")
    .replaceAll(/\p{L}\p{M}+/gu, (letter) => letter.normalize("NFC"))
    .replaceAll(/(?![\u0130\u212a\u212b])\p{Lu}/gu, (letter) => letter.toLowerCase());

function byText(group: LabelGroup, values: readonly string[]): ReadonlyMap<string, string> {
  const labels: Readonly<Record<string, string>> = LABELS[group];
  const texts = values.flatMap((value) =>
    [value, labels[value], ...CATALOGUES.map((catalogue) => catalogue[`${group}.${value}`])]
      .filter((text) => text !== undefined)
      .map((text): [string, string] => [plain(text), value]),
  );
  // A wire value takes precedence over a label of another value.
  return new Map([...texts, ...values.map((value): [string, string] => [plain(value), value])]);
}

const STATUSES = byText("accountStatus", ACCOUNT_STATUSES);
const HELD = byText("qualification", QUALIFICATIONS);
const VETTING = byText("vettingStatus", VETTING_STATUSES);

/** Returns the account status with a name; absent if there is none. */
export const knownStatus = (text: string): string | undefined => STATUSES.get(plain(text));

/** Returns the qualification with a name, or the text itself. */
export const qualificationOf = (text: string): string => HELD.get(plain(text)) ?? text;

/** Returns the vetting status with a name, or the text itself. */
export const vettingStatusOf = (text: string): string => VETTING.get(plain(text)) ?? text;
