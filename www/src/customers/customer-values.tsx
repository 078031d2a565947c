// Short texts for the values of a customer: known, loading, or not readable.

import { makeStyles, tokens } from "@fluentui/react-components";
import type { QualificationEntry, ValidationStatus } from "partner-center-rules";
import type { ReactNode } from "react";

import { Verbatim } from "../components/verbatim";
import { useLabel } from "../data/labels";
import type { Reading } from "../data/reading";
import { useText } from "../i18n/use-text";

const useStyles = makeStyles({ loading: { color: tokens.colorNeutralForeground3 } });

export function AccountStatus({ reading }: { reading: Reading<ValidationStatus> }) {
  const label = useLabel();
  return <Value reading={reading}>{({ status }) => <Verbatim>{label("accountStatus", status)}</Verbatim>}</Value>;
}

export function HeldNames({ reading }: { reading: Reading<readonly QualificationEntry[]> }) {
  const text = useText();
  const name = useQualificationName();
  return (
    <Value reading={reading}>
      {(entries) => {
        const held = entries.filter(({ qualification }) => qualification.toLowerCase() !== "none");
        return held.length === 0 ? text("qualifications.none") : <Verbatim>{held.map(name).join(", ")}</Verbatim>;
      }}
    </Value>
  );
}

/** Returns a function that names a qualification with its review, such as "Education (In review)". */
export function useQualificationName(): (entry: QualificationEntry) => string {
  const label = useLabel();
  return ({ qualification, vettingStatus }) => {
    const name = label("qualification", qualification);
    return vettingStatus && vettingStatus !== "Approved" ? `${name} (${label("vettingStatus", vettingStatus)})` : name;
  };
}

function Value<T>({ reading, children }: { reading: Reading<T>; children: (value: T) => ReactNode }) {
  const styles = useStyles();
  const text = useText();
  if (reading.value !== undefined) return <>{children(reading.value)}</>;
  if (reading.failure && !reading.isReading) return <>{text("failure.short")}</>;
  return <span className={styles.loading}>{text("loading")}</span>;
}
