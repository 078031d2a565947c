// The results of a job, and the actions on them.

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { TableSettingsRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";

import { Message } from "../components/message";
import { Section } from "../components/section";
import { plain } from "../components/verbatim";
import { useText } from "../i18n/use-text";
import type { BulkJob, RecordFilter } from "./bulk-job";
import { Counts } from "./counts";
import { Download } from "./download";
import { FileProblemBar } from "./file-problem-bar";
import { JobProgress } from "./job-progress";
import { RecordList } from "./record-list";
import { useWatched } from "./use-watched";
import { workspace } from "./workspace";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, outlineStyle: "none" },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
});

export function JobView({ job: watched }: { job: BulkJob }) {
  const styles = useStyles();
  const text = useText();
  const job = useWatched(watched);
  const root = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<RecordFilter>({});
  // The button that started the job no longer exists.
  useEffect(() => {
    if (document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, []);
  const { unreadable, ...decided } = job.outcomes();
  const checked = Object.values(decided).reduce((sum, count) => sum + count, 0);
  const name = plain(job.file.name);
  return (
    <div className={styles.root} ref={root} tabIndex={-1} role="group" aria-label={name}>
      <Section title={name}>
        {job.phase === "running" && <JobProgress label={text("bulkCheck.checking")} share={job.share} count={job.count} onCancel={() => job.cancel()} />}
        <div role="status">
          {job.phase === "done" && (
            <Message intent="success">{text("bulkCheck.checked", { count: checked })}</Message>
          )}
          {job.phase === "cancelled" && (
            <Message intent="warning">{text("bulkCheck.cancelled", { count: checked })}</Message>
          )}
        </div>
        {job.phase === "failed" && <FileProblemBar problem={job.problem} />}
        {unreadable > 0 && (
          <Message
            intent="warning"
            actions={<Button onClick={() => setFilter({ outcome: "unreadable" })}>{text("bulkCheck.show")}</Button>}
          >
            {text("bulkCheck.unreadableCount", { count: unreadable })}
          </Message>
        )}
        {job.isCutShort && (
          <Message intent="warning" title={text("bulkCheck.cutShort")}>{text("bulkCheck.cutShortText")}</Message>
        )}
        {job.blankRows > 0 && (
          <Message intent="info">{text("bulkCheck.blankRows", { count: job.blankRows })}</Message>
        )}
        {job.phase !== "running" && (
          <div className={styles.actions}>
            {job.phase === "done" && <Download job={job} />}
            {job.phase === "cancelled" && <Button appearance="primary" onClick={() => workspace.check(job.settings)}>{text("bulkCheck.checkAgain")}</Button>}
            {job.phase !== "failed" && <Button icon={<TableSettingsRegular />} onClick={() => workspace.reconsider()}>{text("bulkCheck.change")}</Button>}
          </div>
        )}
      </Section>
      {job.count > 0 && <Counts job={job} />}
      {/* A list that grows ten times a second would cost more memory than the file. */}
      {job.count > 0 && job.phase !== "running" && <RecordList job={job} filter={filter} onFilter={setFilter} />}
    </div>
  );
}
