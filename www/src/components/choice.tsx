import { Field, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  field: { minWidth: 0 },
  // As wide as its container, not as its longest option.
  select: { minWidth: 0, "& > select": { minWidth: 0, width: "100%" } },
});

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T | "";
  readonly onChange: (value: T | "") => void;
  /** The values with their names. */
  readonly options: readonly (readonly [value: T | "", name: string])[];
  /** Options in groups, after the others. */
  readonly children?: ReactNode;
  readonly className?: string;
  readonly id?: string;
  readonly isRequired?: boolean;
  readonly error?: string | undefined;
}

/** A select element for one of several values. */
export function Choice<T extends string>({ label, value, onChange, options, children, className, id, isRequired = false, error }: ChoiceProps<T>) {
  const styles = useStyles();
  return (
    <Field className={mergeClasses(styles.field, className)} label={label} required={isRequired} {...(error && { validationMessage: error })}>
      <Select className={styles.select} {...(id && { id })} value={value} onChange={(_, { value }) => onChange(value as T | "")}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
        {children}
      </Select>
    </Field>
  );
}
