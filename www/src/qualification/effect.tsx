import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons";
import { OFFER_SEGMENTS, type QualificationEntry } from "partner-center-rules";

import { OutcomeBadge } from "../components/outcome-badge";
import { Section } from "../components/section";
import { effectOf } from "../data/decide";
import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTop: "none" },
  },
  segment: { flex: "1 1 220px", fontWeight: tokens.fontWeightSemibold },
  change: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
});

interface EffectProps {
  /** The qualifications of the customer, if they are known. */
  readonly held: readonly QualificationEntry[] | undefined;
  readonly qualification: string;
  /** Microsoft reviews the update before it takes effect. */
  readonly isReviewed: boolean;
}

/** Shows the effect of a qualification: which segments can be sold before and after. */
export function Effect({ held, qualification, isReviewed }: EffectProps) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  if (!held) {
    return (
      <Section title={text("effect.title")}>
        <p className={styles.text}>{text("effect.unknown")}</p>
      </Section>
    );
  }
  const rows = OFFER_SEGMENTS.map((segment) => ({ segment, ...effectOf(held, qualification, segment) }));
  const lost = rows.filter(({ before, after }) => before.outcome === "allowed" && after.outcome === "blocked");
  return (
    <Section title={text("effect.title")}>
      {lost.map(({ segment }) => (
        <p key={segment} className={styles.text}>
          <strong>{text("effect.lost", { segment: label("offerSegment", segment) })}</strong>
        </p>
      ))}
      <ul className={styles.list}>
        {rows.map(({ segment, before, after }) => (
          <li key={segment} className={styles.row}>
            <span className={styles.segment}>{label("offerSegment", segment)}</span>
            {before.outcome === after.outcome ? (
              <span className={styles.change}>
                {text("effect.unchanged")} <OutcomeBadge outcome={after.outcome} />
              </span>
            ) : (
              <span className={styles.change}>
                {text("effect.before")} <OutcomeBadge outcome={before.outcome} />
                <ArrowRightRegular aria-hidden />
                {text("effect.after")} <OutcomeBadge outcome={after.outcome} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {isReviewed && <p className={styles.text}>{text("effect.reviewed")}</p>}
    </Section>
  );
}
