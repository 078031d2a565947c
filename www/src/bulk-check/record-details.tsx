// One record: every reason for its outcome, and its original text.

import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";

import { Facts } from "../components/facts";
import { Reasons } from "../components/reasons";
import { Section } from "../components/section";
import { Verbatim, VerbatimBlock } from "../components/verbatim";
import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";
import type { BulkJob } from "./bulk-job";
import { problemText, RecordBadge, useFindingInLanguage } from "./record-outcome";
import type { RecordText } from "./record-text";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function RecordDetails({ job, record }: { job: BulkJob; record: number | undefined }) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const { formatNumber } = useIntl();
  const said = useRecordText(job, record);
  const inLanguage = useFindingInLanguage(job);
  const found = record === undefined ? undefined : job.record(record);
  if (!found) return null;
  const { line } = found;
  const finding = inLanguage(found.finding);
  return (
    <Section title={text("bulkCheck.lineTitle", { line: formatNumber(line) })}>
      <div className={styles.root}>
        <Facts>
          {[
            said?.name !== undefined && [text("bulkCheck.field.name"), <Verbatim key="name">{said.name}</Verbatim>],
            said?.id !== undefined && [text("bulkCheck.field.id"), <Verbatim key="id">{said.id}</Verbatim>],
            said?.status !== undefined && [text("bulkCheck.field.status"), <Verbatim key="status">{label("accountStatus", said.status)}</Verbatim>],
            [text("customers.outcome"), <RecordBadge key="outcome" outcome={finding.outcome} />],
          ]}
        </Facts>
        {finding.outcome === "unreadable" ? <p className={styles.text}>{problemText(text, finding.problem)}</p> : <Reasons decision={finding} />}
        {said && (said.text === undefined ? <p className={styles.text}>{text("bulkCheck.textGone")}</p> : <VerbatimBlock label={text("bulkCheck.text")}>{said.text}</VerbatimBlock>)}
      </div>
    </Section>
  );
}

function useRecordText(job: BulkJob, record: number | undefined): RecordText | undefined {
  const [said, setSaid] = useState<{ record: number; text: RecordText }>();
  useEffect(() => {
    let isWanted = true;
    const found = record === undefined ? undefined : job.record(record);
    if (record !== undefined && found) void job.texts.read(record, found).then((text) => isWanted && setSaid({ record, text }));
    return () => {
      isWanted = false;
    };
  }, [job, record]);
  return said?.record === record ? said?.text : undefined;
}
