import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { ReactNode } from "react";

import { useMediaQuery } from "./use-media-query";

/** Applies the user's colour scheme to the components. The browser applies forced colours. */
export function Theme({ children }: { children: ReactNode }) {
  const isDark = useMediaQuery("(prefers-color-scheme: dark)");
  return <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>{children}</FluentProvider>;
}
