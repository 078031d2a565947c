// What was found of a record, in the words of the page.

import { Badge, makeStyles } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import { useMemo } from "react";

import { OutcomeBadge } from "../components/outcome-badge";
import { decidingFirst } from "../components/reasons";
import { reasonIn, useLabel } from "../data/labels";
import { useLocale } from "../i18n/locale-provider";
import { type Text, useText } from "../i18n/use-text";
import type { Finding, RecordOutcome } from "./decider";
import type { Problem } from "./records";

const useStyles = makeStyles({ badge: { whiteSpace: "nowrap" } });

/** Shows an outcome, or that there is none because the record could not be read. */
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

/** Returns what gives the name of an outcome. */
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

/** A reason by what is counted and filtered: the id of its rule, or the code of a problem. */
export interface FindingReason {
  readonly key: string;
  readonly text: string;
}

/** Returns what gives the reasons of a finding, the one that decides first. */
export function useFindingReasons(): (finding: Finding) => readonly FindingReason[] {
  const text = useText();
  const { messages } = useLocale();
  return useMemo(
    () => (finding) =>
      finding.outcome === "unreadable"
        ? [{ key: finding.problem.code, text: problemText(text, finding.problem) }]
        : decidingFirst(finding).map((reason) => ({ key: reason.rule, text: plainSentence(reasonIn(messages, reason)) })),
    [text, messages],
  );
}

// What stands between backticks in a sentence of the package is a value.
const plainSentence = (sentence: string) => sentence.replaceAll("`", "");
