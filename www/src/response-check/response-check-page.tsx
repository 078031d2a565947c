// Explains a pasted response of the service.

import { Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { TRANSACTIONS, type Transaction } from "partner-center-rules";
import { useDeferredValue, useMemo, useState } from "react";

import { Choice } from "../components/choice";
import { EmptyState } from "../components/empty-state";
import { Page } from "../components/page";
import { useLabel } from "../data/labels";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";
import { OTHER_EXAMPLES, STATUS_EXAMPLES } from "./examples";
import { readResponse } from "./read-response";
import { recogniseResponse } from "./recognise";
import { ResponseResult } from "./response-result";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalXXL, alignItems: "start", "@media (max-width: 900px)": { gridTemplateColumns: "minmax(0, 1fr)" } },
  input: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0 },
  response: { "& textarea": { minHeight: "280px", maxHeight: "60vh", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 } },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalL },
  field: { flex: "1 1 160px", minWidth: 0 },
});

interface PageInput {
  readonly pasted: string;
  /** The HTTP status, if the user entered one. */
  readonly httpStatus?: string;
  readonly transaction: Transaction;
}

const EMPTY: PageInput = { pasted: "", transaction: "newPurchase" };
// The pasted text is kept while other pages are open.
let kept = EMPTY;

export function Component() {
  const styles = useStyles();
  const text = useText();
  const label = useLabel();
  const { messages } = useLocale();
  const [input, setInput] = useState(kept);
  const { pasted, transaction } = useDeferredValue(input);
  const recognised = useMemo(() => recogniseResponse(pasted), [pasted]);
  const given = useDeferredValue(input.httpStatus);
  const httpStatus = given === undefined ? recognised.httpStatus : toStatus(given);
  const response = useMemo(
    () => (httpStatus === undefined ? undefined : readResponse(httpStatus, recognised.body, { messages })),
    [httpStatus, recognised, messages],
  );
  const isEmpty = pasted.trim() === "" && given === undefined;
  const isStatusWrong = !isEmpty && httpStatus === undefined;
  // An entered status is not an assumption.
  const assumptions = recognised.assumptions.filter((name) => given === undefined || !name.startsWith("status"));

  function change(next: Partial<PageInput>) {
    kept = { ...kept, ...next };
    setInput(kept);
  }

  function paste(pasted: string) {
    kept = { pasted, transaction: kept.transaction };
    setInput(kept);
  }

  return (
    <Page title={text("responseCheck.title")} lead={text("responseCheck.lead")}>
      <div className={styles.root}>
        <div className={styles.input}>
          <Field label={text("responseCheck.response")} hint={text("responseCheck.hint")}>
            <Textarea className={styles.response} resize="vertical" spellCheck={false} autoComplete="off" dir="ltr" value={input.pasted} onChange={(_, { value }) => paste(value)} />
          </Field>
          <div className={styles.row}>
            <Field className={styles.field} label={text("responseCheck.status")} {...(isStatusWrong && { validationMessage: text("responseCheck.statusWrong") })}>
              <Input
                inputMode="numeric"
                autoComplete="off"
                maxLength={12}
                value={input.httpStatus ?? (isEmpty ? "" : String(recognised.httpStatus ?? ""))}
                onChange={(_, { value }) => change({ httpStatus: value })}
              />
            </Field>
            <Choice
              className={styles.field}
              label={text("customers.transaction")}
              value={input.transaction}
              options={TRANSACTIONS.map((value) => [value, label("transaction", value)])}
              onChange={(transaction) => transaction && change({ transaction })}
            />
          </div>
          <Choice label={text("responseCheck.example")} value="" options={[["", text("responseCheck.chooseExample")]]} onChange={paste}>
            <optgroup label={text("customers.status")}>
              {STATUS_EXAMPLES.map(([status, example]) => (
                <option key={status} value={example}>
                  {label("accountStatus", status)}
                </option>
              ))}
            </optgroup>
            <optgroup label={text("responseCheck.others")}>
              {(Object.keys(OTHER_EXAMPLES) as (keyof typeof OTHER_EXAMPLES)[]).map((kind) => (
                <option key={kind} value={OTHER_EXAMPLES[kind]}>
                  {text(`responseCheck.kind.${kind}`)}
                </option>
              ))}
            </optgroup>
          </Choice>
        </div>
        {response && httpStatus !== undefined && !isEmpty ? (
          <ResponseResult httpStatus={httpStatus} body={recognised.body} assumptions={assumptions} retryAfter={recognised.retryAfter} response={response} transaction={transaction} />
        ) : (
          <EmptyState title={text(isEmpty ? "responseCheck.empty" : "responseCheck.noStatus")} />
        )}
      </div>
    </Page>
  );
}

// ASCII digits only: an invalid status must not lead to an outcome.
const toStatus = (text: string) => (/^[1-5][0-9]{2}$/.test(text.trim()) ? Number(text.trim()) : undefined);
