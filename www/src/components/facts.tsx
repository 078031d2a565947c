import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  list: { margin: 0, display: "grid", gridTemplateColumns: "minmax(140px, max-content) 1fr", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, "@media (max-width: 480px)": { gridTemplateColumns: "1fr", rowGap: tokens.spacingVerticalXXS } },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, "@media (max-width: 480px)": { marginBottom: tokens.spacingVerticalS } },
});

/** A name and its value. Without a value it is not shown. */
export type Fact = readonly [name: string, value: ReactNode] | "" | false | undefined | null;

export function Facts({ children }: { children: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {children.filter((fact) => !!fact).map(([name, value]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt className={styles.term}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
