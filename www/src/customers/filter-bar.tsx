import { Field, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { OFFER_SEGMENTS, OUTCOMES, type Outcome, TRANSACTIONS } from "partner-center-rules";

import { Choice } from "../components/choice";
import { SearchInput } from "../components/search-input";
import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";
import type { FilterChange, Filters } from "./filters";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: tokens.spacingHorizontalL },
  search: { flex: "1 1 240px", maxWidth: "420px", "@media (max-width: 640px)": { maxWidth: "none" } },
  searchBox: { maxWidth: "none" },
  choice: { flex: "0 1 240px", "@media (max-width: 640px)": { flexBasis: "100%" } },
  outcomes: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, width: "100%" },
});

interface FilterBarProps {
  readonly filters: Filters;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly total: number;
  readonly onChange: (change: FilterChange) => void;
  readonly onEnter: (search: string) => void;
}

export function FilterBar({ filters, counts, total, onChange, onEnter }: FilterBarProps) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const { outcome: chosen, segment = "", transaction } = filters;
  return (
    <search className={styles.root}>
      <Field className={styles.search} label={text("customers.search")}>
        <SearchInput className={styles.searchBox} value={filters.search} onChange={(search) => onChange({ search })} onEnter={onEnter} />
      </Field>
      <Choice
        className={styles.choice}
        label={text("customers.transaction")}
        value={transaction}
        options={TRANSACTIONS.map((value) => [value, label("transaction", value)])}
        onChange={(transaction) => transaction && onChange({ transaction })}
      />
      <Choice
        className={styles.choice}
        label={text("customers.segment")}
        value={segment}
        options={[["", text("customers.statusOnly")], ...OFFER_SEGMENTS.map((value) => [value, label("offerSegment", value)] as const)]}
        onChange={(segment) => onChange({ segment: segment || undefined })}
      />
      <div className={styles.outcomes} role="group" aria-label={text("customers.outcome")}>
        <ToggleButton shape="circular" checked={!chosen} onClick={() => onChange({ outcome: undefined })}>
          {text("customers.all", { count: total })}
        </ToggleButton>
        {OUTCOMES.map((value) => (
          <ToggleButton key={value} shape="circular" checked={chosen === value} onClick={() => onChange({ outcome: value })}>
            {text("customers.outcomeCount", { outcome: label("outcome", value), count: counts[value] })}
          </ToggleButton>
        ))}
      </div>
    </search>
  );
}
