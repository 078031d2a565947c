// How often each outcome and each reason occurs: tables whose last column is a bar.

import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { type IntlShape, useIntl } from "react-intl";

import { Section } from "../components/section";
import { TextLink } from "../components/text-link";
import { useText } from "../i18n/use-text";
import type { BulkJob } from "./bulk-job";
import { RECORD_OUTCOMES, type RecordOutcome } from "./decider";
import { RecordBadge, useFindingReasons } from "./record-outcome";

const useStyles = makeStyles({
  sections: { display: "grid", gridTemplateColumns: "minmax(280px, 2fr) 3fr", gap: tokens.spacingHorizontalL, "@media (max-width: 900px)": { gridTemplateColumns: "minmax(0, 1fr)" } },
  table: { borderCollapse: "collapse", width: "100%", "& th, & td": { textAlign: "start", verticalAlign: "top", paddingBlock: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightRegular } },
  head: { "& th": { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 } },
  rule: { whiteSpace: "nowrap" },
  number: { fontVariantNumeric: "tabular-nums", paddingInline: tokens.spacingHorizontalS, width: "1%" },
  share: { width: "35%", "@media (max-width: 480px)": { display: "none" } },
  bar: { display: "block", height: "8px", minWidth: "2px", borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: "none" },
  allowed: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  blocked: { backgroundColor: tokens.colorPaletteRedBackground3 },
  undetermined: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  unreadable: { backgroundColor: tokens.colorNeutralStroke1Pressed },
});

interface Count {
  readonly key: string;
  readonly name: ReactNode;
  readonly outcome: RecordOutcome;
  readonly count: number;
}

export function Counts({ job }: { job: BulkJob }) {
  const styles = useStyles();
  const text = useText();
  const reasonsOf = useFindingReasons(job);
  const outcomes = job.outcomes();
  const byOutcome = RECORD_OUTCOMES.map((outcome) => ({ key: outcome, name: <RecordBadge outcome={outcome} />, outcome, count: outcomes[outcome] }));
  const byReason = new Map<string, Count>();
  for (const [index, finding] of job.findings.entries())
    for (const reason of reasonsOf(finding)) {
      const isRule = finding.outcome !== "unreadable";
      const name = isRule ? <>{reason.text} <span className={styles.rule}><TextLink to={`/rules/${reason.key}`}>{text("reasons.rule", { rule: reason.key })}</TextLink></span></> : reason.text;
      // Counts rows of every wrong length as a reason of its own.
      const key = `${reason.key} ${isRule ? "" : reason.text}`;
      const count = (byReason.get(key)?.count ?? 0) + (job.counts[index] ?? 0);
      byReason.set(key, { key, name, outcome: finding.outcome, count });
    }
  const most = [...byReason.values()].sort((one, other) => other.count - one.count).slice(0, MOST_REASONS);
  return (
    <div className={styles.sections}>
      <Section title={text("bulkCheck.outcomes")}>
        <BarTable label={text("bulkCheck.outcomes")} heading={text("customers.outcome")} counts={byOutcome.filter(({ key, count }) => key !== "unreadable" || count > 0)} all={job.count} />
      </Section>
      <Section title={text("bulkCheck.reasons")}>
        <BarTable label={text("bulkCheck.reasons")} heading={text("bulkCheck.reason")} counts={most} all={job.count} />
      </Section>
    </div>
  );
}

// There can be a thousand different lengths: the rarest are left out.
const MOST_REASONS = 40;

function BarTable({ label, heading, counts, all }: { label: string; heading: string; counts: readonly Count[]; all: number }) {
  const styles = useStyles();
  const text = useText();
  const { formatNumber } = useIntl();
  return (
    <table className={styles.table} aria-label={label}>
      <thead className={styles.head}>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className={styles.number}>{text("bulkCheck.customers")}</th>
          <th scope="col" className={styles.share}>{text("bulkCheck.share")}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ key, name, outcome, count }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className={styles.number}>{formatNumber(count)}</td>
            <td className={styles.share}>
              {share(formatNumber, count, all)}
              {count > 0 && <span className={mergeClasses(styles.bar, styles[outcome])} style={{ width: `${(100 * count) / all}%` }} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// A small share is not rounded to 0%, nor a large one to 100%.
function share(format: IntlShape["formatNumber"], count: number, all: number): string {
  const percent = (value: number) => format(value, { style: "percent", maximumFractionDigits: 1 });
  if (count === 0) return percent(0);
  if (count / all < 0.001) return `< ${percent(0.001)}`;
  return count < all && count / all > 0.999 ? `> ${percent(0.999)}` : percent(count / all);
}
