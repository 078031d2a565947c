// The table of the records. Only the visible rows are rendered, so that a million rows scroll as fast as a hundred.

import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { observeElementRect, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useImperativeHandle, useReducer, useRef, useState } from "react";
import type { Ref } from "react";
import { useIntl } from "react-intl";

import { Verbatim } from "../components/verbatim";
import { useText } from "../i18n/use-text";
import { useMediaQuery } from "../shell/use-media-query";
import type { BulkJob } from "./bulk-job";
import { RecordBadge, useFindingReasons } from "./record-outcome";
import { HIGHEST, scaledScroll } from "./scaled-scroll";

const HEAD = 36;
// The virtualizer keeps an object for each item: for a million rows these would take more memory than the results.
const BLOCK = 200;
const OVERSCAN = 4;
const ROW = 64;
// On narrow screens the cells of a row are stacked.
const STACKED_ROW = 148;

const clamped = { overflow: "hidden", display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: "2" } as const;
const columns = { display: "grid", gridTemplateColumns: "72px minmax(160px, 280px) 148px minmax(200px, 1fr)", columnGap: tokens.spacingHorizontalM } as const;

const useStyles = makeStyles({
  grid: {
    overflowY: "auto",
    overflowX: "hidden",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  head: { ...typographyStyles.caption1Strong, position: "sticky", top: 0, zIndex: 1, height: `${HEAD}px`, boxSizing: "border-box", backgroundColor: tokens.colorNeutralBackground2, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  headRow: { ...columns, alignItems: "center", height: "100%", paddingInline: tokens.spacingHorizontalM },
  view: { position: "sticky", top: `${HEAD}px`, height: 0 },
  row: {
    ...columns,
    position: "absolute",
    insetInline: 0,
    boxSizing: "border-box",
    alignItems: "center",
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  stacked: { gridTemplateColumns: "minmax(0, 1fr) auto", gridAutoRows: "min-content", alignContent: "center", rowGap: tokens.spacingVerticalXS, "& > :nth-child(1)": { order: 1 }, "& > :nth-child(2)": { order: 3, gridColumn: "1 / -1" }, "& > :nth-child(3)": { order: 2 }, "& > :nth-child(4)": { order: 4, gridColumn: "1 / -1" } },
  stackedHead: { gridTemplateColumns: "1fr", "& > :not(:nth-child(2))": { position: "absolute", clipPath: "inset(50%)", width: "1px", height: "1px", overflow: "hidden" } },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, outline: "1px solid transparent", outlineOffset: "-1px" },
  cell: { minWidth: 0 },
  name: { ...clamped, WebkitLineClamp: "1", wordBreak: "break-all" },
  id: { ...typographyStyles.caption1, ...clamped, WebkitLineClamp: "1", wordBreak: "break-all", color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyMonospace },
  reasons: { ...clamped, lineHeight: tokens.lineHeightBase300 },
  deciding: { fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground3 },
});

export interface RecordTableHandle {
  /** Moves to a row and makes it the selected one. */
  select(row: number): void;
}

interface RecordTableProps {
  readonly job: BulkJob;
  /** The records that are listed, if they are not all. */
  readonly records: Uint32Array | undefined;
  /** The selected record. */
  readonly selected: number | undefined;
  readonly onSelect: (record: number) => void;
  readonly ref: Ref<RecordTableHandle>;
}

export function RecordTable({ job, records, selected, onSelect, ref }: RecordTableProps) {
  const styles = useStyles();
  const text = useText();
  const isWide = useMediaQuery("(min-width: 800px)");
  const reasonsOf = useFindingReasons(job);
  const grid = useRef<HTMLDivElement>(null);
  const [scroll] = useState(scaledScroll);
  const count = records?.length ?? job.count;
  const height = isWide ? ROW : STACKED_ROW;
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: Math.ceil(count / BLOCK),
    getScrollElement: () => grid.current,
    estimateSize: (block) => Math.min(BLOCK, count - block * BLOCK) * height,
    overscan: 0,
    observeElementRect: (instance, callback) => observeElementRect(instance, ({ width, height }) => callback({ width, height: height - HEAD })),
    observeElementOffset: scroll.observeElementOffset,
    scrollToFn: scroll.scrollToFn,
  });
  useEffect(() => rows.measure(), [rows, height, count]);
  const top = rows.scrollOffset ?? 0;
  const shown = rowsInView(rows.getVirtualItems(), { top, bottom: top + (rows.scrollRect?.height ?? 0), height, count });
  const recordAt = (row: number) => records?.[row] ?? row;
  const selectedRow = selected === undefined ? undefined : rowOf(selected, records);
  useTexts(job, shown.map(recordAt));

  function select(row: number) {
    const next = Math.min(Math.max(0, row), count - 1);
    scroll.show(next, height, rows);
    onSelect(recordAt(next));
  }

  useImperativeHandle(ref, () => ({
    select(row) {
      select(row);
      grid.current?.focus({ preventScroll: true });
    },
  }));

  function press(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((rows.scrollRect?.height ?? height) / height));
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.metaKey || event.target !== event.currentTarget) return;
    event.preventDefault();
    select((selectedRow ?? (step > 0 ? -1 : count)) + step);
  }

  const isSelectedShown = selectedRow !== undefined && shown.includes(selectedRow);
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      style={{ height: `min(${HEAD + count * height}px, max(60vh, 240px))` }}
      aria-label={text("bulkCheck.records")}
      aria-rowcount={count + 1}
      aria-activedescendant={isSelectedShown ? rowId(selectedRow) : undefined}
      onKeyDown={press}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={mergeClasses(styles.headRow, !isWide && styles.stackedHead)}>
          <span role="columnheader">{text("bulkCheck.line")}</span>
          <span role="columnheader">{text("bulkCheck.customer")}</span>
          <span role="columnheader">{text("customers.outcome")}</span>
          <span role="columnheader">{text("bulkCheck.reasons")}</span>
        </div>
      </div>
      <div role="rowgroup" style={{ height: Math.min(rows.getTotalSize(), HIGHEST) }}>
        <div role="presentation" className={styles.view}>
          {shown.map((index) => (
            <Row
              key={index}
              job={job}
              index={index}
              record={recordAt(index)}
              isSelected={index === selectedRow}
              isStacked={!isWide}
              reasonsOf={reasonsOf}
              place={{ height, transform: `translateY(${index * height - top}px)` }}
              onSelect={() => select(index)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface View {
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly count: number;
}

// The rows of the blocks in view that are in view themselves, or nearly.
function rowsInView(blocks: readonly { readonly index: number }[], { top, bottom, height, count }: View): number[] {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return [];
  const from = Math.max(first.index * BLOCK, Math.floor(top / height) - OVERSCAN);
  const to = Math.min(count, (last.index + 1) * BLOCK, Math.ceil(bottom / height) + OVERSCAN);
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

const rowId = (row: number | undefined) => `record-row-${row}`;

interface RowProps {
  readonly job: BulkJob;
  readonly index: number;
  readonly record: number;
  readonly isSelected: boolean;
  readonly isStacked: boolean;
  readonly reasonsOf: ReturnType<typeof useFindingReasons>;
  readonly place: { readonly height: number; readonly transform: string };
  readonly onSelect: () => void;
}

function Row({ job, index, record, isSelected, isStacked, reasonsOf, place, onSelect }: RowProps) {
  const styles = useStyles();
  const { formatNumber } = useIntl();
  const found = job.record(record);
  if (!found) return null;
  const said = job.texts.peek(record);
  const [deciding, ...others] = reasonsOf(found.finding);
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={mergeClasses(styles.row, isStacked && styles.stacked, isSelected && styles.selected)}
      style={place}
      onClick={onSelect}
    >
      <span role="gridcell" className={styles.muted}>{formatNumber(found.line)}</span>
      <span role="gridcell" className={styles.cell}>
        <span className={styles.name}>{said ? <Verbatim>{said.name ?? said.id ?? "–"}</Verbatim> : "…"}</span>
        {said?.name !== undefined && said.id !== undefined && <span className={styles.id}><Verbatim>{said.id}</Verbatim></span>}
      </span>
      <span role="gridcell"><RecordBadge outcome={found.finding.outcome} /></span>
      <span role="gridcell" className={styles.cell}>
        <span className={styles.reasons}>
          <span className={mergeClasses(others.length > 0 && styles.deciding)}>{deciding?.text}</span>
          {others.map((reason) => ` ${reason.text}`)}
        </span>
      </span>
    </div>
  );
}

// Reads the visible customers from the file. While they are read, no others are requested.
function useTexts(job: BulkJob, records: readonly number[]) {
  const [, show] = useReducer((turn: number) => turn + 1, 0);
  const isReading = useRef(false);
  useEffect(() => {
    const missing = records.filter((record) => !job.texts.peek(record));
    if (missing.length === 0 || isReading.current) return;
    isReading.current = true;
    const reading = missing.map((record) => {
      const found = job.record(record);
      return found && job.texts.read(record, found);
    });
    void Promise.all(reading).finally(() => {
      isReading.current = false;
      show();
    });
  });
}

/** Returns the row of a record, or of the next one that is listed. */
export function rowAtOrBehind(record: number, records: Uint32Array | undefined): number {
  if (!records) return record;
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle] ?? 0) < record) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, records.length - 1);
}

function rowOf(record: number, records: Uint32Array | undefined): number | undefined {
  const row = rowAtOrBehind(record, records);
  return !records || records[row] === record ? row : undefined;
}
