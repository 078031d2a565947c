import { makeStyles, tokens } from "@fluentui/react-components";

import { CopyButton } from "../components/copy-button";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  root: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  id: { fontFamily: tokens.fontFamilyMonospace },
});

export function CustomerId({ id }: { id: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <span className={styles.root}>
      {text("customer.microsoftId")}: <span className={styles.id}>{id}</span>
      <CopyButton value={id} label={text("customer.copyId")} />
    </span>
  );
}
