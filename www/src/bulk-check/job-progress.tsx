import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useIntl } from "react-intl";

import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  bar: { flex: "1 1 160px" },
});

interface JobProgressProps {
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
  /** How many customers are done. */
  readonly count?: number;
  readonly onCancel: () => void;
}

/** Shows the progress of a long task, with a button to cancel it. */
export function JobProgress({ label, share, count, onCancel }: JobProgressProps) {
  const styles = useStyles();
  const text = useText();
  const { formatNumber } = useIntl();
  return (
    <div className={styles.root}>
      <ProgressBar className={styles.bar} value={share} aria-label={label} />
      <span>
        {formatNumber(Math.floor(share * 100) / 100, { style: "percent" })}
        {count !== undefined && ` · ${text("bulkCheck.count", { count })}`}
      </span>
      <Button onClick={onCancel}>{text("bulkCheck.cancel")}</Button>
    </div>
  );
}
