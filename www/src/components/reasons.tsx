// The reasons of a decision, with the rules and their sources.

import { Link, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { type Decision, type Reason, RULES } from "partner-center-rules";

import { useLabel } from "../data/labels";
import { useText } from "../i18n/use-text";
import { Sentence } from "./sentence";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  basis: { ...typographyStyles.caption1, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground3 },
});

const outcomeOf = (rule: string) => RULES.find(({ id }) => id === rule)?.outcome;

/** Returns the reasons of a decision, the deciding ones first. */
export function decidingFirst({ outcome, reasons }: Decision): readonly Reason[] {
  const isDeciding = ({ rule }: Reason) => outcomeOf(rule) === outcome;
  return [...reasons.filter(isDeciding), ...reasons.filter((reason) => !isDeciding(reason))];
}

/** Shows only the deciding reason. */
export function MainReason({ decision }: { decision: Decision }) {
  const reason = decidingFirst(decision)[0];
  return reason ? <Sentence>{reason.message}</Sentence> : null;
}

/** Shows every reason. */
export function Reasons({ decision, sources = true }: { decision: Decision; sources?: boolean }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {decidingFirst(decision).map((reason) => (
        <li key={reason.rule}>
          <Sentence>{reason.message}</Sentence>
          {sources && <Basis reason={reason} />}
        </li>
      ))}
    </ul>
  );
}

function Basis({ reason: { rule, source } }: { reason: Reason }) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  return (
    <p className={styles.basis}>
      <TextLink to={`/rules/${rule}`}>{text("reasons.rule", { rule })}</TextLink>
      {source.length === 0 && ` · ${label("basis", "undocumented")}`}
      {source.map(({ tag, url, title }) => (
        <span key={tag}>
          {" · "}
          <Link inline href={url} target="_blank" rel="noreferrer" title={title} lang="en">
            {tag}
          </Link>
        </span>
      ))}
    </p>
  );
}
