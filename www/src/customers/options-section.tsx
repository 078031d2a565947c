import { makeStyles, tokens } from "@fluentui/react-components";
import { qualificationOptions } from "partner-center-rules";

import { OutcomeBadge } from "../components/outcome-badge";
import { Reasons } from "../components/reasons";
import { Section } from "../components/section";
import type { Customer } from "../data/customer-store";
import { useLabel } from "../data/labels";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(300px, 100%), 1fr))", gap: tokens.spacingHorizontalL },
  option: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalS },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Shows which qualifications can be set now, and why the others cannot. */
export function OptionsSection({ customer: { qualifications } }: { customer: Customer }) {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const { messages } = useLocale();
  if (!qualifications.value && !qualifications.failure) return null;
  const options = qualificationOptions({ mode: "asynchronous", held: qualifications.value ?? null, messages: messages ?? null });
  return (
    <Section title={text("options.title")}>
      <ul className={styles.list}>
        {options
          .filter(({ qualification }) => qualification !== "None")
          .map((option) => (
            <li key={option.qualification} className={styles.option}>
              <span className={styles.name}>{label("qualification", option.qualification)}</span>
              <OutcomeBadge outcome={option.outcome} />
              <Reasons decision={option} />
            </li>
          ))}
      </ul>
    </Section>
  );
}
