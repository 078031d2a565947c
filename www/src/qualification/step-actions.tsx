import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({ root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS } });

export function StepActions({ children }: { children: ReactNode }) {
  return <div className={useStyles().root}>{children}</div>;
}
