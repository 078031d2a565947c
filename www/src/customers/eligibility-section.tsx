// Which purchases are possible: every kind of transaction by every segment, with the reasons beside it.

import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { type Decision, type Messages, OFFER_SEGMENTS, type OfferSegment, TRANSACTIONS, type Transaction } from "partner-center-rules";
import { type KeyboardEvent, useRef, useState } from "react";
import { useIntl } from "react-intl";

import { OutcomeBadge } from "../components/outcome-badge";
import { Reasons } from "../components/reasons";
import { Section } from "../components/section";
import type { Customer } from "../data/customer-store";
import { decide, type Question } from "../data/decide";
import { useLabel } from "../data/labels";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";
import { useMediaQuery } from "../shell/use-media-query";
import { TryPurchase } from "./try-purchase";

const useStyles = makeStyles({
  // The reasons move below the table if its texts, whose length depends on language and outcome, leave no room beside it.
  wide: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXL, alignItems: "flex-start" },
  table: { borderCollapse: "collapse", flex: "1 1 min-content" },
  header: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, textAlign: "start", padding: tokens.spacingHorizontalS, verticalAlign: "bottom", fontWeight: tokens.fontWeightRegular },
  rowHeader: { ...typographyStyles.body1, textAlign: "start", padding: tokens.spacingHorizontalS, whiteSpace: "nowrap" },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  cell: { padding: "2px" },
  button: {
    display: "block",
    padding: tokens.spacingHorizontalXS,
    border: "2px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    cursor: "pointer",
    font: "inherit",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { border: `2px solid ${tokens.colorCompoundBrandStroke}` },
  reasons: { flex: "1 1 260px", boxSizing: "border-box", display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  list: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalXS },
});

// The columns: the account status only, then each segment.
const COLUMNS: readonly (OfferSegment | undefined)[] = [undefined, ...OFFER_SEGMENTS];

const question = (transaction: Transaction, segment: OfferSegment | undefined): Question => (segment ? { transaction, segment } : { transaction });

function useColumnLabel() {
  const text = useText();
  const label = useLabel();
  return (segment: OfferSegment | undefined) => (segment ? label("offerSegment", segment) : text("customers.statusOnly"));
}

export function EligibilitySection({ customer }: { customer: Customer }) {
  const text = useText();
  const isWide = useMediaQuery("(min-width: 1200px)");
  return <Section title={text("eligibility.title")}>{isWide ? <Matrix customer={customer} /> : <SegmentList customer={customer} />}</Section>;
}

function Matrix({ customer }: { customer: Customer }) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const columnLabel = useColumnLabel();
  const table = useRef<HTMLTableElement>(null);
  const { messages } = useLocale();
  const [{ row, column }, choose] = useState({ row: 0, column: 0 });

  function move(event: KeyboardEvent) {
    const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = { row: clamp(row + step[0], TRANSACTIONS.length), column: clamp(column + step[1], COLUMNS.length) };
    choose(next);
    table.current?.querySelectorAll<HTMLButtonElement>("tbody tr")[next.row]?.querySelectorAll("button")[next.column]?.focus();
  }

  const chosen = question(TRANSACTIONS[row] ?? "newPurchase", COLUMNS[column]);
  const decision = decide(customer, chosen, messages);
  return (
    <div className={styles.wide}>
      <table ref={table} className={styles.table} aria-label={text("eligibility.table")}>
        <thead>
          <tr>
            <th scope="col" className={styles.header}>
              {text("customers.transaction")}
            </th>
            {COLUMNS.map((segment) => (
              <th key={segment ?? "status"} scope="col" className={styles.header}>
                {columnLabel(segment)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {TRANSACTIONS.map((transaction, rowIndex) => (
            <tr key={transaction} className={styles.row}>
              <th scope="row" className={styles.rowHeader}>
                {label("transaction", transaction)}
              </th>
              {COLUMNS.map((segment, columnIndex) => {
                const cell = decide(customer, question(transaction, segment));
                const isChosen = rowIndex === row && columnIndex === column;
                return (
                  <td key={segment ?? "status"} className={styles.cell}>
                    {cell && (
                      <button
                        type="button"
                        className={mergeClasses(styles.button, isChosen && styles.chosen)}
                        aria-pressed={isChosen}
                        tabIndex={isChosen ? 0 : -1}
                        onClick={() => choose({ row: rowIndex, column: columnIndex })}
                      >
                        <OutcomeBadge outcome={cell.outcome} />
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.reasons} aria-live="polite">
        <h3 className={styles.title}>
          {label("transaction", chosen.transaction)} · {columnLabel(chosen.segment)}
        </h3>
        {decision && (
          <>
            <OutcomeBadge outcome={decision.outcome} />
            <Reasons decision={decision} />
            <TryPurchase key={`${chosen.transaction} ${chosen.segment}`} customer={customer} question={chosen} />
          </>
        )}
      </div>
    </div>
  );
}

const clamp = (index: number, length: number) => Math.min(Math.max(index, 0), length - 1);

/** Groups transactions with the same reasons. */
function grouped(customer: Customer, segment: OfferSegment | undefined, messages: Messages | undefined) {
  const groups = new Map<string, { decision: Decision; transactions: Transaction[] }>();
  for (const transaction of TRANSACTIONS) {
    const decision = decide(customer, question(transaction, segment), messages);
    if (!decision) continue;
    const key = JSON.stringify([decision.outcome, decision.reasons.map(({ rule }) => rule)]);
    const group = groups.get(key) ?? { decision, transactions: [] };
    group.transactions.push(transaction);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The same per segment, for narrow screens. */
function SegmentList({ customer }: { customer: Customer }) {
  const styles = useStyles();
  const { formatList } = useIntl();
  const { messages } = useLocale();
  const label = useLabel();
  const columnLabel = useColumnLabel();
  return (
    <Accordion collapsible multiple defaultOpenItems={["status"]}>
      {COLUMNS.map((segment) => (
        <AccordionItem key={segment ?? "status"} value={segment ?? "status"}>
          <AccordionHeader as="h3">{columnLabel(segment)}</AccordionHeader>
          <AccordionPanel>
            <ul className={styles.list}>
              {grouped(customer, segment, messages).map(({ transactions, decision }) => (
                <li key={transactions[0]} className={styles.item}>
                  <span className={styles.title}>{formatList(transactions.map((transaction) => label("transaction", transaction)))}</span>
                  <OutcomeBadge outcome={decision.outcome} />
                  <Reasons decision={decision} sources={false} />
                </li>
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}
