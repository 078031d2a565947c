// The texts for the result of a record.

import { Badge, makeStyles } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import { useMemo } from "react";

import { OutcomeBadge } from "../components/outcome-badge";
import { decidingFirst } from "../components/reasons";
import { useLabel } from "../data/labels";
import { useLocale } from "../i18n/locale-provider";
import { type Text, useText } from "../i18n/use-text";
import type { BulkJob } from "./bulk-job";
import { type Finding, findingFor, type RecordOutcome } from "./decider";
import type { Problem } from "./records";

const useStyles = makeStyles({ badge: { whiteSpace: "nowrap" } });

/** Shows an outcome, or that the record could not be read. */
export function RecordBadge({ outcome }: { outcome: RecordOutcome }) {
  const styles = useStyles();
  const text = useText();
  if (outcome !== "unreadable") return <OutcomeBadge outcome={outcome} />;
  return (
    <Badge className={styles.badge} appearance="tint" shape="rounded" size="large" color="important" icon={<ErrorCircleRegular />}>
      {text("bulkCheck.unreadable")}
    </Badge>
  );
}

/** Returns a function that gives the label of an outcome. */
export function useOutcomeName(): (outcome: RecordOutcome) => string {
  const text = useText();
  const label = useLabel();
  return (outcome) => (outcome === "unreadable" ? text("bulkCheck.unreadable") : label("outcome", outcome));
}

/** Returns why a record could not be read. */
export function problemText(text: Text, problem: Problem): string {
  const key = `bulkCheck.problem.${problem.code}` as const;
  return problem.code === "cellCount" ? text(key, { cells: problem.cells, columns: problem.columns }) : text(key);
}

/** The key by which a reason is counted and filtered: the id of its rule, or the code of a problem. */
export interface FindingReason {
  readonly key: string;
  readonly text: string;
}

/** Returns a function that translates a finding into the language of the page. */
export function useFindingInLanguage({ question }: BulkJob): (finding: Finding) => Finding {
  const { messages } = useLocale();
  return useMemo(() => {
    const known = new Map<Finding, Finding>();
    return (finding) => {
      const found = known.get(finding) ?? (messages ? findingFor(finding, { ...question, messages }) : finding);
      known.set(finding, found);
      return found;
    };
  }, [question, messages]);
}

/** Returns a function that gives the reasons of a finding, the deciding one first. */
export function useFindingReasons(job: BulkJob): (finding: Finding) => readonly FindingReason[] {
  const text = useText();
  const inLanguage = useFindingInLanguage(job);
  return useMemo(
    () => (finding) => {
      const found = inLanguage(finding);
      if (found.outcome === "unreadable") return [{ key: found.problem.code, text: problemText(text, found.problem) }];
      return decidingFirst(found).map(({ rule, message }) => ({ key: rule, text: plainSentence(message) }));
    },
    [text, inLanguage],
  );
}

// In a message of the package, text between backticks is a value.
const plainSentence = (sentence: string) => sentence.replaceAll("`", "");
