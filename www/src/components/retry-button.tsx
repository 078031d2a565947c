import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";

import { useText } from "../i18n/use-text";

interface RetryButtonProps {
  readonly label: string;
  /** The service accepts no request before this time. Until then the button counts the seconds. */
  readonly retryAt?: number | undefined;
  readonly isBusy?: boolean;
  readonly appearance?: "primary" | "secondary";
  readonly onRetry: () => void;
}

export function RetryButton({ label, retryAt, isBusy = false, appearance = "secondary", onRetry }: RetryButtonProps) {
  const text = useText();
  const seconds = useSecondsUntil(retryAt);
  const isWaiting = seconds > 0;
  return (
    <Button appearance={appearance} icon={<ArrowClockwiseRegular />} disabledFocusable={isWaiting || isBusy} onClick={onRetry}>
      {isWaiting ? text("retry.in", { seconds }) : isBusy ? text("retry.busy") : label}
    </Button>
  );
}

/** Returns the whole seconds left until a time, and updates them. */
function useSecondsUntil(time: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (time === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= time) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [time]);
  return time === undefined ? 0 : Math.max(0, Math.ceil((time - now) / 1000));
}
