import { makeStyles, tokens } from "@fluentui/react-components";
import type { PartnerCenterRequest } from "partner-center-rules";

import { CopyButton } from "../components/copy-button";
import { Disclosure } from "../components/disclosure";
import { VerbatimBlock } from "../components/verbatim";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalS },
  block: { width: "100%" },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Shows a request as it is sent, collapsed. */
export function RequestDetails({ request: { method, path, headers, body, curl } }: { request: PartnerCenterRequest }) {
  const styles = useStyles();
  const text = useText();
  const lines = [`${method} ${path}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...(body === undefined ? [] : ["", body])];
  return (
    <Disclosure title={text("request.title")}>
      <div className={styles.root}>
        <div className={styles.block}>
          <VerbatimBlock label={text("request.title")}>{lines.join("\n")}</VerbatimBlock>
        </div>
        <CopyButton value={curl} label={text("request.copy")} />
        <p className={styles.note}>{text("request.token", { variable: "PARTNER_CENTER_TOKEN" })}</p>
      </div>
    </Disclosure>
  );
}
