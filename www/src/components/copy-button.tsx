import { Button } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";

import { useText } from "../i18n/use-text";

type State = "ready" | "copied" | "failed";

/** Copies a text, and says whether the browser let it. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const text = useText();
  const [state, setState] = useState<State>("ready");
  useEffect(() => {
    if (state === "ready") return;
    const timer = setTimeout(() => setState("ready"), 3000);
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
