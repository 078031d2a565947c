import { Badge } from "@fluentui/react-components";
import { CheckmarkCircleRegular, DismissCircleRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import type { Outcome } from "partner-center-rules";

import { useLabel } from "../data/labels";

const LOOKS = {
  allowed: { color: "success", icon: <CheckmarkCircleRegular /> },
  blocked: { color: "danger", icon: <DismissCircleRegular /> },
  undetermined: { color: "warning", icon: <QuestionCircleRegular /> },
} as const;

/** Shows an outcome by word, symbol and colour. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const label = useLabel();
  return (
    <Badge appearance="tint" shape="rounded" size="large" {...LOOKS[outcome]}>
      {label("outcome", outcome)}
    </Badge>
  );
}
