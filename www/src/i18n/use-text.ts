import { useMemo } from "react";
import { useIntl } from "react-intl";

import type { TextKey } from "./locales";

type Values = Readonly<Record<string, string | number>>;

/** Gives a text of the page in its language, with the values put in. */
export type Text = (key: TextKey, values?: Values) => string;

/** Returns what gives the texts of the page in its language. */
export function useText(): Text {
  const intl = useIntl();
  return useMemo(() => (key, values) => intl.formatMessage({ id: key }, values), [intl]);
}
