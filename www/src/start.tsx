import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";

import { LocaleProvider } from "./i18n/locale-provider";
import { loadCatalogue, preferredLocale } from "./i18n/locales";
import { routes } from "./routes";
import { Theme } from "./shell/theme";

/** Renders the portal in an element, in the user's language. */
export async function start(root: HTMLElement) {
  const locale = preferredLocale();
  const catalogue = await loadCatalogue(locale);
  const router = createBrowserRouter(routes);
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider initial={{ locale, catalogue }}>
        <Theme>
          <RouterProvider router={router} />
        </Theme>
      </LocaleProvider>
    </StrictMode>,
  );
}
