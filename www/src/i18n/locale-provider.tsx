// Provides the language of the page, and a way to change it.

import type { Messages } from "partner-center-rules";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { IntlProvider } from "react-intl";

import { type Catalogue, type Locale, loadCatalogue, storeLocale } from "./locales";

interface LocaleState {
  readonly locale: Locale;
  readonly messages: Messages | undefined;
  /** Changes the language. Rejects, and changes nothing, if it cannot be loaded. */
  readonly change: (locale: Locale) => Promise<void>;
}

const LocaleContext = createContext<LocaleState | undefined>(undefined);

interface Initial {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
}

export function LocaleProvider({ initial, children }: { initial: Initial; children: ReactNode }) {
  const [{ locale, catalogue }, setChosen] = useState(initial);
  const change = useCallback(async (next: Locale) => {
    const loaded = await loadCatalogue(next);
    storeLocale(next);
    setChosen({ locale: next, catalogue: loaded });
  }, []);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const state = useMemo(() => ({ locale, messages: catalogue.messages, change }), [locale, catalogue, change]);
  return (
    <LocaleContext value={state}>
      <IntlProvider locale={locale} messages={catalogue.texts}>
        {children}
      </IntlProvider>
    </LocaleContext>
  );
}

/** Returns the language of the page and the texts of the package in it. */
export function useLocale(): LocaleState {
  const state = useContext(LocaleContext);
  if (!state) throw new Error("useLocale needs a LocaleProvider");
  return state;
}
