import { FluentProvider, makeStyles, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { ReactNode } from "react";

import { useMediaQuery } from "./use-media-query";

const useStyles = makeStyles({ root: { minHeight: "100vh" } });

/** Gives the components the colour scheme of the person. Forced colours are the browser's. */
export function Theme({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const isDark = useMediaQuery("(prefers-color-scheme: dark)");
  return (
    <FluentProvider className={styles.root} theme={isDark ? webDarkTheme : webLightTheme}>
      {children}
    </FluentProvider>
  );
}
