import { makeStyles, tokens } from "@fluentui/react-components";

import { Disclosure } from "../components/disclosure";
import { Verbatim, VerbatimBlock } from "../components/verbatim";
import type { Exchange } from "../data/service";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  exchange: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, marginBottom: tokens.spacingVerticalL },
  line: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, margin: 0 },
});

/** Shows unchanged responses, for error reports. */
export function RawResponses({ exchanges }: { exchanges: readonly (Exchange | undefined)[] }) {
  const styles = useStyles();
  const text = useText();
  const known = exchanges.filter((exchange) => exchange !== undefined);
  if (known.length === 0) return null;
  return (
    <Disclosure title={text("raw.title")}>
      {known.map(({ method, path, httpStatus, body }) => (
        <div key={path} className={styles.exchange}>
          <p className={styles.line}>
            <b>{method}</b> <Verbatim>{path}</Verbatim>
          </p>
          <p className={styles.line}>{httpStatus === 0 ? text("raw.none") : `HTTP ${httpStatus}`}</p>
          {body && <VerbatimBlock label={text("raw.body")}>{body}</VerbatimBlock>}
        </div>
      ))}
    </Disclosure>
  );
}
