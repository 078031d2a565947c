import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { BookRegular, ClipboardSearchRegular, PeopleRegular, TableSimpleCheckmarkRegular } from "@fluentui/react-icons";
import { NavLink } from "react-router";

import { useText } from "../i18n/use-text";

const AREAS = [
  { to: "/customers", key: "customers.title", Icon: PeopleRegular },
  { to: "/check-response", key: "responseCheck.title", Icon: ClipboardSearchRegular },
  { to: "/bulk-check", key: "bulkCheck.title", Icon: TableSimpleCheckmarkRegular },
  { to: "/rules", key: "rules.title", Icon: BookRegular },
] as const;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
  link: {
    ...typographyStyles.body1,
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    borderLeft: `3px solid transparent`,
    // Forced colours would show every border.
    "@media (forced-colors: active)": { borderLeftColor: "Canvas" },
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    '&[aria-current="page"]': {
      ...typographyStyles.body1Strong,
      borderLeftColor: tokens.colorCompoundBrandStroke,
      "@media (forced-colors: active)": { borderLeftColor: "Highlight" },
      backgroundColor: tokens.colorNeutralBackground3Selected,
    },
  },
  icon: { fontSize: "20px", flexShrink: 0 },
});

/** Links to the pages of the portal. The current one is marked. */
export function Navigation() {
  const styles = useStyles();
  const text = useText();
  return (
    <nav aria-label={text("shell.areas")}>
      <ul className={styles.list}>
        {AREAS.map(({ to, key, Icon }) => (
          <li key={to}>
            <NavLink to={to} className={styles.link}>
              <Icon className={styles.icon} />
              {text(key)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
