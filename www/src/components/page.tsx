// The layout of every page: back link, heading, actions and content.

import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";

import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, maxWidth: "1200px", marginInline: "auto" },
  head: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", justifyContent: "space-between", gap: tokens.spacingVerticalM },
  titles: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  title: { ...typographyStyles.title2, margin: 0, outlineStyle: "none", "@media (max-width: 640px)": typographyStyles.subtitle1 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "72ch" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

// After a load or reload the focus stays at the top. After navigation inside the portal it moves to the new heading.
let isOpen = false;

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Shown above the title: the back link. */
  readonly back?: ReactNode;
  /** Shown beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, lead, back, actions, children }: PageProps) {
  const styles = useStyles();
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${text("shell.product")}`;
  }, [title, text]);
  useEffect(() => {
    if (isOpen) heading.current?.focus({ preventScroll: true });
    isOpen = true;
  }, []);
  return (
    <div className={styles.root}>
      {back}
      <div className={styles.head}>
        <div className={styles.titles}>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
