import { Button } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";

import { useText } from "../i18n/use-text";

type State = "ready" | "copied" | "failed";

/** How long the confirmation is shown, in milliseconds. */
const SHOWN_FOR = 10_000;

/** Copies a text, and shows whether the browser allowed it. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const text = useText();
  const [state, setState] = useState<State>("ready");
  useEffect(() => {
    // An error is shown until the next attempt.
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("ready"), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  return (
    <>
      <Button appearance="subtle" size="small" icon={state === "copied" ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status">{state === "copied" ? text("copied") : state === "failed" ? text("copyFailed") : ""}</span>
    </>
  );
}
