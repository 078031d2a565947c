import { FluentProvider, makeStyles, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { ReactNode } from "react";

import { useMediaQuery } from "./use-media-query";

const useStyles = makeStyles({ root: { minHeight: "100vh" } });

/** Applies the user's colour scheme to the components. The browser applies forced colours. */
export function Theme({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const isDark = useMediaQuery("(prefers-color-scheme: dark)");
  return (
    <FluentProvider className={styles.root} theme={isDark ? webDarkTheme : webLightTheme}>
      {children}
    </FluentProvider>
  );
}
