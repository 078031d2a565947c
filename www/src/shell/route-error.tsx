import type { RulesError } from "partner-center-rules";
import { useRouteError } from "react-router";

import { Message } from "../components/message";
import { Page } from "../components/page";
import { useText } from "../i18n/use-text";

const isRulesError = (error: unknown): error is RulesError => error instanceof Error && error.name === "RulesError";

/** Replaces a page that cannot be shown. */
export function RouteError() {
  const text = useText();
  const error = useRouteError();
  console.error(error);
  const isRules = isRulesError(error);
  const message = error instanceof Error ? error.message : String(error);
  return (
    <Page title={text("shell.failed")}>
      <Message intent="error" title={text(isRules ? "shell.rulesFailed" : "shell.unexpected")}><span lang="en">{message}</span></Message>
    </Page>
  );
}
