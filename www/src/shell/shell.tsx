// The frame of every page: the header, the navigation, and a link to skip both.

import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, makeStyles, OverlayDrawer, tokens, typographyStyles, useRestoreFocusTarget } from "@fluentui/react-components";
import { DismissRegular, NavigationRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { Outlet, ScrollRestoration, useLocation } from "react-router";

import { useText } from "../i18n/use-text";
import { LanguageMenu } from "./language-menu";
import { Navigation } from "./navigation";
import { useMediaQuery } from "./use-media-query";

const WIDE = "(min-width: 1024px)";

const useStyles = makeStyles({
  skip: {
    position: "absolute",
    left: "-9999px",
    ":focus": {
      left: tokens.spacingHorizontalS,
      top: tokens.spacingVerticalS,
      zIndex: 10,
      padding: tokens.spacingVerticalS,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorBrandForegroundLink,
    },
  },
  header: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "48px",
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  product: { ...typographyStyles.subtitle2, margin: 0, display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  sandbox: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0, "@media (max-width: 1023px)": { display: "none" } },
  space: { flexGrow: 1 },
  body: { display: "flex", minHeight: "calc(100vh - 49px)", backgroundColor: tokens.colorNeutralBackground2 },
  side: {
    width: "240px",
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  main: { flexGrow: 1, minWidth: 0, padding: tokens.spacingHorizontalXXL, outlineStyle: "none", "@media (max-width: 640px)": { padding: tokens.spacingHorizontalL } },
});

export function Shell() {
  const styles = useStyles();
  const text = useText();
  const isWide = useMediaQuery(WIDE);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { pathname } = useLocation();
  const restoreFocus = useRestoreFocusTarget();
  useEffect(() => setMenuOpen(false), [pathname, isWide]);
  return (
    <>
      <a className={styles.skip} href="#main">
        {text("shell.skip")}
      </a>
      <header className={styles.header}>
        {!isWide && (
          <Button {...restoreFocus} appearance="subtle" icon={<NavigationRegular />} aria-label={text("shell.openMenu")} onClick={() => setMenuOpen(true)} />
        )}
        <p className={styles.product}>
          <img src="/favicon.svg" alt="" width="20" height="20" />
          {text("shell.product")}
        </p>
        <span className={styles.space} />
        <p className={styles.sandbox}>{text("shell.sandbox")}</p>
        <LanguageMenu />
      </header>
      <div className={styles.body}>
        {isWide ? (
          <div className={styles.side}>
            <Navigation />
          </div>
        ) : (
          <OverlayDrawer open={isMenuOpen} onOpenChange={(_, { open }) => setMenuOpen(open)} size="small">
            <DrawerHeader>
              <DrawerHeaderTitle
                action={
                  <Button appearance="subtle" icon={<DismissRegular />} aria-label={text("shell.closeMenu")} onClick={() => setMenuOpen(false)} />
                }
              >
                {text("shell.product")}
              </DrawerHeaderTitle>
            </DrawerHeader>
            <DrawerBody>
              <Navigation />
            </DrawerBody>
          </OverlayDrawer>
        )}
        <main id="main" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <ScrollRestoration />
    </>
  );
}
