// Writes the results of a job to a file, in the language of the page, and downloads it.

import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { useIntl } from "react-intl";

import { useText } from "../i18n/use-text";
import type { BulkJob, Problem } from "./bulk-job";
import { FileProblemBar } from "./file-problem-bar";
import { JobProgress } from "./job-progress";
import { useFindingReasons, useOutcomeName } from "./record-outcome";
import type { Work } from "./work";

// Time for the browser to start the download.
const KEPT = 60_000;

export function Download({ job }: { job: BulkJob }) {
  const text = useText();
  const { locale } = useIntl();
  const outcomeName = useOutcomeName();
  const reasonsOf = useFindingReasons(job);
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const work = useRef<Work<Blob>>(undefined);
  useEffect(() => () => work.current?.cancel(), []);

  async function write() {
    const { layout } = job.settings.table ?? {};
    setProblem(undefined);
    setShare(0);
    const own = job.writeResult(
      {
        delimiter: layout?.delimiter ?? listSeparator(locale),
        header: layout?.header.map((name, index) => name ?? text("bulkCheck.columnNumber", { number: index + 1 })) ?? [],
        added: [text("bulkCheck.line"), text("customers.outcome"), text("bulkCheck.reasons"), text("bulkCheck.rules")],
        findings: job.findings.map((finding) => {
          const reasons = reasonsOf(finding);
          const rules = finding.outcome === "unreadable" ? [] : reasons.map(({ key }) => key);
          return [outcomeName(finding.outcome), reasons.map((reason) => reason.text).join(" "), rules.join(" ")];
        }),
      },
      // Messages of a cancelled task may still arrive.
      (share) => work.current === own && setShare(share),
    );
    work.current = own;
    const done = await own.done;
    if (work.current !== own) return;
    setShare(undefined);
    if ("value" in done) save(done.value, `${job.file.name.replace(/\.[^.]*$/, "")}-eligibility.csv`);
    else setProblem(done.problem);
  }

  function cancel() {
    work.current?.cancel();
    work.current = undefined;
    setShare(undefined);
  }

  if (share !== undefined) return <JobProgress label={text("bulkCheck.writing")} share={share} onCancel={cancel} />;
  return (
    <>
      <Button appearance="primary" icon={<ArrowDownloadRegular />} onClick={() => void write()}>
        {text("bulkCheck.download")}
      </Button>
      <FileProblemBar problem={problem} />
    </>
  );
}

// Where numbers have a decimal comma, spreadsheets separate columns by semicolons.
const listSeparator = (locale: string) => (new Intl.NumberFormat(locale).format(1.5).includes(",") ? ";" : ",");

function save(file: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
