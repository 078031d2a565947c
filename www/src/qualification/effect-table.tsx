import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons";
import { OFFER_SEGMENTS, type QualificationEntry } from "partner-center-rules";

import { OutcomeBadge } from "../components/outcome-badge";
import { Section } from "../components/section";
import { effectOf } from "../data/decide";
import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%" },
  header: { ...typographyStyles.body1, textAlign: "start", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, padding: tokens.spacingHorizontalS },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  cell: { padding: tokens.spacingHorizontalS, textAlign: "start" },
  text: { margin: 0 },
});

interface EffectTableProps {
  /** What the customer holds, if it is known. */
  readonly held: readonly QualificationEntry[] | undefined;
  readonly qualification: string;
  /** Microsoft reviews the update before it takes effect. */
  readonly isReviewed: boolean;
}

/** Shows what setting a qualification gives and takes: which segments can be sold before and after. */
export function EffectTable({ held, qualification, isReviewed }: EffectTableProps) {
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
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.header}>
              {text("customers.segment")}
            </th>
            <th scope="col" className={styles.header}>
              {text("effect.before")}
            </th>
            <th scope="col" className={styles.header}>
              {text("effect.after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ segment, before, after }) => (
            <tr key={segment} className={styles.row}>
              <th scope="row" className={styles.cell}>
                {label("offerSegment", segment)}
              </th>
              <td className={styles.cell}>
                <OutcomeBadge outcome={before.outcome} />
              </td>
              <td className={styles.cell}>
                {before.outcome !== after.outcome && <ArrowRightRegular aria-hidden />} <OutcomeBadge outcome={after.outcome} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isReviewed && <p className={styles.text}>{text("effect.reviewed")}</p>}
    </Section>
  );
}
