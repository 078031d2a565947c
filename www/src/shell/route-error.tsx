import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { RulesError } from "partner-center-rules";
import { useRouteError } from "react-router";

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
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text(isRules ? "shell.rulesFailed" : "shell.unexpected")}</MessageBarTitle>
          <span lang="en">{message}</span>
        </MessageBarBody>
      </MessageBar>
    </Page>
  );
}
