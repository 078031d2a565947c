import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useHref, useLinkClickHandler } from "react-router";

const useStyles = makeStyles({ root: { display: "inline-flex", alignItems: "center", alignSelf: "flex-start", columnGap: tokens.spacingHorizontalXS } });

/** A link back to the parent page. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <Link className={styles.root} href={useHref(to)} onClick={useLinkClickHandler(to)}>
      <ChevronLeftRegular aria-hidden />
      {children}
    </Link>
  );
}
