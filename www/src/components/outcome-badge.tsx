import { Badge, makeStyles } from "@fluentui/react-components";
import { CheckmarkCircleRegular, DismissCircleRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import type { Outcome } from "partner-center-rules";

import { useLabel } from "../data/labels";

const LOOKS = {
  allowed: { color: "success", icon: <CheckmarkCircleRegular /> },
  blocked: { color: "danger", icon: <DismissCircleRegular /> },
  undetermined: { color: "warning", icon: <QuestionCircleRegular /> },
} as const;

const useStyles = makeStyles({ root: { whiteSpace: "nowrap", flexShrink: 0 } });

/** Shows an outcome by word, symbol and colour. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const styles = useStyles();
  const label = useLabel();
  return (
    <Badge className={styles.root} appearance="tint" shape="rounded" size="large" {...LOOKS[outcome]}>
      {label("outcome", outcome)}
    </Badge>
  );
}
