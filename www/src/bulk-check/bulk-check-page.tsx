import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { OFFER_SEGMENTS, type OfferSegment, TRANSACTIONS, type Transaction } from "partner-center-rules";

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
  choice: { flex: "1 1 200px", minWidth: 0, maxWidth: "320px" },
});

// Each file and each job has a view of its own, which ends with it.
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
      <FilePicker onFile={(file) => workspace.take(file)} />
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
      <Field className={styles.choice} label={text("customers.transaction")}>
        <Select value={question.transaction} onChange={(_, { value }) => workspace.ask({ ...question, transaction: value as Transaction })}>
          {TRANSACTIONS.map((value) => (
            <option key={value} value={value}>
              {label("transaction", value)}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.choice} label={text("customers.segment")}>
        <Select
          value={question.segment ?? ""}
          onChange={(_, { value }) => workspace.ask({ transaction: question.transaction, ...(value && { segment: value as OfferSegment }) })}
        >
          <option value="">{text("customers.statusOnly")}</option>
          {OFFER_SEGMENTS.map((value) => (
            <option key={value} value={value}>
              {label("offerSegment", value)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
