// Ends a review in the sandbox. In the real service, Microsoft decides.

import { Button, Field, Input, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { BeakerRegular } from "@fluentui/react-icons";
import { useState } from "react";

import { Message } from "../components/message";
import { sendToSandbox } from "../data/service";
import { store } from "../data/use-customers";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { ...typographyStyles.caption1Strong, margin: 0, display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  row: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: tokens.spacingHorizontalS },
  reason: { flex: "1 1 160px" },
});

interface ReviewControlProps {
  readonly customerId: string;
  readonly qualification: string;
}

export function ReviewControl({ customerId, qualification }: ReviewControlProps) {
  const styles = useStyles();
  const text = useText();
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  async function decide(outcome: "approve" | "deny") {
    setBusy(true);
    const why = outcome === "deny" && reason.trim() ? { reason: reason.trim() } : {};
    const { httpStatus } = await sendToSandbox("POST", `/customers/${customerId}/reviews`, { qualification, outcome, ...why });
    setFailed(httpStatus !== 200);
    await store.readCustomer(customerId);
    setBusy(false);
  }
  return (
    <div className={styles.root} role="group" aria-label={text("review.title")}>
      <p className={styles.title}>
        <BeakerRegular aria-hidden />
        {text("review.title")}
      </p>
      <div className={styles.row}>
        <Field className={styles.reason} size="small" label={text("review.reason")}>
          <Input size="small" value={reason} maxLength={200} onChange={(_, { value }) => setReason(value)} />
        </Field>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void decide("approve")}>
          {text("review.approve")}
        </Button>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void decide("deny")}>
          {text("review.deny")}
        </Button>
      </div>
      {failed && (
        <Message intent="error">{text("review.failed")}</Message>
      )}
    </div>
  );
}
