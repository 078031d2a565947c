// The detected format of a file, which the user confirms or changes.

import { Button, makeStyles, Skeleton, SkeletonItem, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useIntl } from "react-intl";

import { Choice } from "../components/choice";
import { type Fact, Facts } from "../components/facts";
import { Message } from "../components/message";
import { Section } from "../components/section";
import { plain, Verbatim, VerbatimBlock } from "../components/verbatim";
import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";
import type { Draft } from "./bulk-job";
import type { Preview } from "./check-file";
import { COLUMN_FIELDS, type ColumnField, type Columns } from "./columns";
import { ENCODINGS, type Encoding } from "./file-text";
import { FileProblemBar } from "./file-problem-bar";
import { knownStatus, qualificationOf, vettingStatusOf } from "./known-values";
import { cellOf, type TablePreview, valuesOf } from "./table";
import { useWatched } from "./use-watched";
import { workspace } from "./workspace";

const SHOWN = 5;
const SEPARATORS: Readonly<Record<string, "comma" | "semicolon" | "tab">> = { ",": "comma", ";": "semicolon", "\t": "tab" };

const useStyles = makeStyles({
  root: { outlineStyle: "none" },
  columns: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(220px, 100%), 1fr))", gap: tokens.spacingHorizontalL },
  scroll: { overflowX: "auto", border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  table: { borderCollapse: "collapse", width: "100%", "& th, & td": { textAlign: "start", verticalAlign: "top", padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, maxWidth: "320px", minWidth: "88px" } },
  head: { ...typographyStyles.caption1Strong, backgroundColor: tokens.colorNeutralBackground2 },
  start: { alignSelf: "flex-start" },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function DraftView({ draft: watched }: { draft: Draft }) {
  const styles = useStyles();
  const text = useText();
  const draft = useWatched(watched);
  const name = plain(draft.file.name);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={root} tabIndex={-1} className={styles.root} role="group" aria-label={name}>
      <Section title={name}>
        {draft.problem ? (
          <FileProblemBar problem={draft.problem} />
        ) : draft.preview ? (
          <Confirmation draft={draft} preview={draft.preview} />
        ) : (
          <Skeleton aria-label={text("loading")}>
            <SkeletonItem size={64} />
          </Skeleton>
        )}
      </Section>
    </div>
  );
}

function Confirmation({ draft, preview }: { draft: Draft; preview: Preview }) {
  const styles = useStyles();
  const text = useText();
  const encodingName = useEncodingName();
  const { formatNumber } = useIntl();
  const { table, encoding, badLine } = preview;
  // Choices do not carry over when the file is read in another way.
  const [chosen, setChosen] = useState<{ preview: Preview; columns: Columns }>();
  const columns = chosen?.preview === preview ? chosen.columns : (table?.columns ?? {});
  const [isAsked, setAsked] = useState(false);
  const isStatusMissing = table !== undefined && columns.status === undefined;
  const isNoStatusKnown = table !== undefined && !isStatusMissing && isUnknown(table, columns);

  function start() {
    setAsked(true);
    if (isStatusMissing) return document.getElementById(fieldId("status"))?.focus();
    return workspace.check({ encoding, ...(table && { table: { layout: table.layout, columns } }) });
  }

  const facts: readonly Fact[] = [
    [text("bulkCheck.format"), table ? text("bulkCheck.format.table") : text("bulkCheck.format.json")],
    table && [text("bulkCheck.separator"), SEPARATORS[table.layout.delimiter] ? text(`bulkCheck.separator.${SEPARATORS[table.layout.delimiter] ?? "comma"}`) : <Verbatim key="separator">{table.layout.delimiter}</Verbatim>],
    table && table.layout.skipped > 0 && [text("bulkCheck.skipped"), formatNumber(table.layout.skipped)],
  ];
  return (
    <>
      <Facts>{facts}</Facts>
      {badLine !== undefined && (
        <Message intent="warning">{text("bulkCheck.badLine", { line: formatNumber(badLine), encoding: encodingName(encoding) })}</Message>
      )}
      <div className={styles.columns}>
        <Choice
          label={text("bulkCheck.encoding")}
          value={encoding}
          options={ENCODINGS.map((value) => [value, encodingName(value)])}
          onChange={(value) => value && void draft.read(value)}
        />
      </div>
      {table && (
        <>
          <h3 className={styles.heading}>{text("bulkCheck.columns")}</h3>
          <p className={styles.hint}>{text("bulkCheck.columnsHint")}</p>
          <ColumnChoices table={table} columns={columns} onChange={(columns) => setChosen({ preview, columns })} isStatusMissing={isAsked && isStatusMissing} />
          {isNoStatusKnown && (
            <Message intent="warning">{text("bulkCheck.noStatusKnown")}</Message>
          )}
          <PreviewTable table={table} columns={columns} />
        </>
      )}
      {!table && <VerbatimBlock label={text("bulkCheck.preview")}>{preview.lines.join("\n")}</VerbatimBlock>}
      <Button className={styles.start} appearance="primary" onClick={start}>
        {text("bulkCheck.check")}
      </Button>
    </>
  );
}

const fieldId = (field: ColumnField) => `bulk-check-${field}`;

function isUnknown({ rows }: TablePreview, columns: Columns): boolean {
  const statuses = rows.map((row) => cellOf(row, columns, "status")).filter((status) => status !== undefined);
  return statuses.length > 0 && statuses.every((status) => knownStatus(status) === undefined);
}

interface ColumnChoicesProps {
  readonly table: TablePreview;
  readonly columns: Columns;
  readonly onChange: (columns: Columns) => void;
  readonly isStatusMissing: boolean;
}

function ColumnChoices({ table, columns, onChange, isStatusMissing }: ColumnChoicesProps) {
  const styles = useStyles();
  const text = useText();
  const names = useColumnNames(table);
  return (
    <div className={styles.columns}>
      {COLUMN_FIELDS.map((field) => (
        <Choice
          key={field}
          id={fieldId(field)}
          label={text(`bulkCheck.field.${field}`)}
          isRequired={field === "status"}
          error={field === "status" && isStatusMissing ? text("bulkCheck.statusMissing") : undefined}
          value={String(columns[field] ?? "")}
          options={[["", text("bulkCheck.noColumn")], ...names.map((name, index) => [String(index), name] as const)]}
          onChange={(value) => {
            const { [field]: _before, ...others } = columns;
            onChange(value === "" ? others : { ...others, [field]: Number(value) });
          }}
        />
      ))}
    </div>
  );
}

// With the number of the column: names can be missing, or the same.
function useColumnNames({ layout }: TablePreview): readonly string[] {
  const text = useText();
  return layout.header.map((name, index) => (name ? `${index + 1}: ${plain(name)}` : text("bulkCheck.columnNumber", { number: index + 1 })));
}

function PreviewTable({ table: { rows }, columns }: { table: TablePreview; columns: Columns }) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const fields = COLUMN_FIELDS.filter((field) => columns[field] !== undefined);
  const labels = (cell: string, labelOf: (value: string) => string) => valuesOf(cell).map(labelOf).join("; ");
  const shown = (field: ColumnField, cell: string) => {
    if (field === "status") return label("accountStatus", knownStatus(cell) ?? cell);
    if (field === "qualification") return labels(cell, (value) => label("qualification", qualificationOf(value)));
    if (field === "vettingStatus") return labels(cell, (value) => label("vettingStatus", vettingStatusOf(value)));
    return cell;
  };
  if (fields.length === 0 || rows.length === 0) return null;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={text("bulkCheck.preview")}>
      <table className={styles.table} aria-label={text("bulkCheck.preview")}>
        <thead className={styles.head}>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col">
                {text(`bulkCheck.field.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, index) => (
            <tr key={`${index} ${row.join()}`}>
              {fields.map((field) => (
                <td key={field}>
                  <Verbatim>{shown(field, cellOf(row, columns, field) ?? "–")}</Verbatim>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Returns a function that gives the name of an encoding, with the languages that use it. */
function useEncodingName(): (encoding: Encoding) => string {
  const text = useText();
  return (encoding) => {
    const name = encoding.startsWith("utf") ? encoding.toUpperCase() : encoding.replace("windows", "Windows").replace("shift_jis", "Shift_JIS");
    return encoding.startsWith("utf") ? name : `${name} (${text(`bulkCheck.encoding.${encoding as Exclude<Encoding, `utf${string}`>}`)})`;
  };
}
