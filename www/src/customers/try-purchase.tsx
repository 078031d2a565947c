// Tries a purchase in the sandbox, which decides independently of the page.

import { Button } from "@fluentui/react-components";
import { BeakerRegular } from "@fluentui/react-icons";
import { explainPurchaseRefusal } from "partner-center-rules";
import { useState } from "react";

import { Message } from "../components/message";
import { useReadFailure } from "../components/read-failure";
import { MainReason } from "../components/reasons";
import type { Customer } from "../data/customer-store";
import type { Question } from "../data/decide";
import { type Exchange, sendToSandbox } from "../data/service";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";

export function TryPurchase({ customer, question }: { customer: Customer; question: Question }) {
  const text = useText();
  const why = useReadFailure();
  const { messages } = useLocale();
  const [result, setResult] = useState<Exchange>();
  const [isBusy, setBusy] = useState(false);
  async function buy() {
    setBusy(true);
    setResult(await sendToSandbox("POST", `/customers/${customer.id}/purchases`, question));
    setBusy(false);
  }
  const isBought = result?.httpStatus === 201;
  const refusal = result && !isBought ? explainPurchaseRefusal(result.httpStatus, result.body, { messages: messages ?? null }) : null;
  return (
    <>
      <Button size="small" icon={<BeakerRegular />} disabledFocusable={isBusy} onClick={() => void buy()}>
        {text("purchase.try")}
      </Button>
      {result && (
        <Message intent={isBought ? "success" : "error"} title={text(isBought ? "purchase.succeeded" : "purchase.failed")}>
          {refusal ? <MainReason decision={refusal} /> : !isBought && (result.httpStatus === 0 ? why(result) : text("purchase.refused", { status: result.httpStatus }))}
        </Message>
      )}
    </>
  );
}
