// The records of a job: filtered by outcome and reason, with a jump to any line.

import { Button, Field, Input, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { type FormEvent, useMemo, useRef, useState } from "react";
import { useIntl } from "react-intl";

import { Choice } from "../components/choice";
import { EmptyState } from "../components/empty-state";
import { Section } from "../components/section";
import { useText } from "../i18n/use-text";
import type { BulkJob, RecordFilter } from "./bulk-job";
import { RECORD_OUTCOMES } from "./decider";
import { RecordDetails } from "./record-details";
import { useFindingReasons, useOutcomeName } from "./record-outcome";
import { type RecordTableHandle, RecordTable, rowAtOrBehind } from "./record-table";

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: tokens.spacingHorizontalL },
  outcomes: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  reason: { flex: "1 1 220px", maxWidth: "420px" },
  line: { display: "flex", alignItems: "flex-end", columnGap: tokens.spacingHorizontalS },
  lineInput: { width: "140px" },
  count: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface RecordListProps {
  readonly job: BulkJob;
  readonly filter: RecordFilter;
  readonly onFilter: (filter: RecordFilter) => void;
}

export function RecordList({ job, filter, onFilter }: RecordListProps) {
  const styles = useStyles();
  const text = useText();
  const { formatNumber } = useIntl();
  const outcomeName = useOutcomeName();
  const reasonsOf = useFindingReasons(job);
  const table = useRef<RecordTableHandle>(null);
  const [selected, setSelected] = useState<number>();
  const version = job.version();
  // The job changes with its version.
  const records = useMemo(() => job.matching(filter), [job, version, filter]);
  const outcomes = job.outcomes();
  const listed = records?.length ?? job.count;
  const reasons = new Map(job.findings.flatMap((finding) => reasonsOf(finding).map(({ key, text }) => [key, finding.outcome === "unreadable" ? text : `${key}: ${text}`] as const)));
  return (
    <>
      <Section title={text("bulkCheck.records")}>
        <div className={styles.filters}>
          <div className={styles.outcomes} role="group" aria-label={text("customers.outcome")}>
            <ToggleButton shape="circular" checked={filter.outcome === undefined} onClick={() => onFilter({ ...filter, outcome: undefined })}>
              {text("customers.all", { count: job.count })}
            </ToggleButton>
            {RECORD_OUTCOMES.filter((outcome) => outcome !== "unreadable" || outcomes.unreadable > 0).map((outcome) => (
              <ToggleButton key={outcome} shape="circular" checked={filter.outcome === outcome} onClick={() => onFilter({ ...filter, outcome })}>
                {text("customers.outcomeCount", { outcome: outcomeName(outcome), count: outcomes[outcome] })}
              </ToggleButton>
            ))}
          </div>
          <Choice
            className={styles.reason}
            label={text("bulkCheck.reason")}
            value={filter.rule ?? ""}
            options={[["", text("bulkCheck.anyReason")], ...reasons]}
            onChange={(rule) => onFilter({ ...filter, rule: rule || undefined })}
          />
          <GoToLine job={job} onGo={(record) => table.current?.select(rowAtOrBehind(record, records))} />
        </div>
        <p className={styles.count} role="status">
          {text("bulkCheck.listed", { listed: formatNumber(listed), count: formatNumber(job.count) })}
        </p>
        {listed > 0 ? (
          <RecordTable key={JSON.stringify(filter)} ref={table} job={job} records={records} selected={selected} onSelect={setSelected} />
        ) : (
          <EmptyState title={text("bulkCheck.noMatch")}>
            <Button onClick={() => onFilter({})}>{text("customers.clear")}</Button>
          </EmptyState>
        )}
      </Section>
      <RecordDetails job={job} record={selected} />
    </>
  );
}

function GoToLine({ job, onGo }: { job: BulkJob; onGo: (record: number) => void }) {
  const styles = useStyles();
  const text = useText();
  const { formatNumber } = useIntl();
  const [value, setValue] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [first, last] = [job.record(0)?.line ?? 1, job.record(job.count - 1)?.line ?? 1];
  function go(event: FormEvent) {
    event.preventDefault();
    // Accepts the digit grouping of every language, and a number copied from the table.
    const digits = value.replaceAll(/[\s,.\u00a0\u202f]/g, "");
    const line = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
    const isThere = line >= first && line <= last;
    setWrong(!isThere);
    if (isThere) onGo(job.atLine(line));
  }
  const message = isWrong ? text("bulkCheck.noSuchLine", { first: formatNumber(first), last: formatNumber(last) }) : undefined;
  return (
    <form className={styles.line} onSubmit={go} noValidate>
      <Field label={text("bulkCheck.goToLine")} {...(message && { validationMessage: message })}>
        <Input className={styles.lineInput} inputMode="numeric" value={value} onChange={(_, { value }) => setValue(value)} />
      </Field>
      <Button type="submit">{text("bulkCheck.go")}</Button>
    </form>
  );
}
