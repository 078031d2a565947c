import { makeStyles, tokens } from "@fluentui/react-components";
import { OFFER_SEGMENTS, TRANSACTIONS } from "partner-center-rules";

import { Choice } from "../components/choice";
import { Page } from "../components/page";
import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";
import { BulkJob, Draft } from "./bulk-job";
import { DraftView } from "./draft-view";
import { FilePicker } from "./file-picker";
import { JobView } from "./job-view";
import { useWatched } from "./use-watched";
import { workspace } from "./workspace";

const useStyles = makeStyles({
  question: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalL },
  choice: { flex: "1 1 200px", maxWidth: "320px" },
});

// The keys give each file and each job a new view.
const keys = new WeakMap<object, number>();
let lastKey = 0;

function keyOf(shown: object): number {
  const key = keys.get(shown) ?? (lastKey += 1);
  keys.set(shown, key);
  return key;
}

export function Component() {
  const text = useText();
  const { current } = useWatched(workspace);
  return (
    <Page title={text("bulkCheck.title")} lead={text("bulkCheck.lead")}>
      <FilePicker isCompact={current !== undefined} onFile={(file) => workspace.take(file)} />
      <QuestionChoices />
      {current instanceof Draft && <DraftView key={keyOf(current)} draft={current} />}
      {current instanceof BulkJob && <JobView key={keyOf(current)} job={current} />}
    </Page>
  );
}

function QuestionChoices() {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const { question } = workspace;
  return (
    <div className={styles.question}>
      <Choice
        className={styles.choice}
        label={text("customers.transaction")}
        value={question.transaction}
        options={TRANSACTIONS.map((value) => [value, label("transaction", value)])}
        onChange={(transaction) => transaction && workspace.ask({ ...question, transaction })}
      />
      <Choice
        className={styles.choice}
        label={text("customers.segment")}
        value={question.segment ?? ""}
        options={[["", text("customers.statusOnly")], ...OFFER_SEGMENTS.map((value) => [value, label("offerSegment", value)] as const)]}
        onChange={(segment) => workspace.ask({ transaction: question.transaction, ...(segment && { segment }) })}
      />
    </div>
  );
}
