import { useMemo } from "react";
import { useIntl } from "react-intl";

import type { TextKey } from "./locales";

type Values = Readonly<Record<string, string | number>>;

/** Returns a text in the language of the page, with its placeholders filled. */
export type Text = (key: TextKey, values?: Values) => string;

/** Returns the function that gives the texts of the page. */
export function useText(): Text {
  const intl = useIntl();
  return useMemo(() => (key, values) => intl.formatMessage({ id: key }, values), [intl]);
}
