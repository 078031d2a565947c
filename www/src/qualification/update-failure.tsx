// An update that was refused, or whose effect is unknown.

import { Button } from "@fluentui/react-components";
import { type Fault, readUpdate } from "partner-center-rules";

import { Message } from "../components/message";
import { RawResponses } from "../customers/raw-responses";
import { Facts } from "../components/facts";
import { RetryButton } from "../components/retry-button";
import { Section } from "../components/section";
import { Sentence } from "../components/sentence";
import { Verbatim } from "../components/verbatim";
import { useLabel } from "../data/labels";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";
import { type Outcome, type Prepared, withoutCode } from "./update";

interface UpdateFailureProps {
  readonly prepared: Prepared;
  readonly outcome: Outcome & { ok: false };
  readonly isBusy: boolean;
  readonly onRetry: () => void;
  readonly onChange: () => void;
}

// After these it is not known whether the update took effect.
const UNCERTAIN: ReadonlySet<string> = new Set(["noAnswer", "unexpectedAnswer", "requestTimedOut", "serviceFailed"]);

export function UpdateFailure({ prepared, outcome: { exchange }, isBusy, onRetry, onChange }: UpdateFailureProps) {
  const text = useText();
  const label = useLabel();
  const { messages } = useLocale();
  const { value, request } = prepared;
  const answer = readUpdate(value.mode, exchange.httpStatus, exchange.body, { messages: messages ?? null });
  if (answer.ok) return null;
  const { fault } = answer;
  const code = value.qualification === "GovernmentCommunityCloud" ? String(value.validationCode) : undefined;
  const shown = (fact: string) => <Verbatim>{withoutCode(fact, code)}</Verbatim>;
  const isUncertain = UNCERTAIN.has(fault.issue.code);
  return (
    <>
      <Message
        intent={isUncertain ? "warning" : "error"}
        title={text(isUncertain ? "update.unconfirmed" : "update.refused")}
        actions={
          fault.isRetryable ? (
            <RetryButton appearance="primary" label={text("update.again")} retryAt={exchange.retryAt} isBusy={isBusy} onRetry={onRetry} />
          ) : (
            <Button onClick={onChange}>{text("update.edit")}</Button>
          )
        }
      >
        <Sentence>{withoutCode(fault.issue.message, code)}</Sentence>
      </Message>
      <Section title={text("update.details")}>
        <Facts>
          {[
            [text("update.cause"), label("faultOrigin", fault.origin)],
            [text("update.httpStatus"), exchange.httpStatus === 0 ? text("raw.none") : exchange.httpStatus],
            ...factsOf(fault).map(([key, fact]) => [text(key), shown(fact)] as const),
            fault.isRetryable && [text("update.requestId"), request.headers["MS-RequestId"]],
          ]}
        </Facts>
        <RawResponses exchanges={[{ ...exchange, path: withoutCode(exchange.path, code), body: withoutCode(exchange.body, code) }]} />
      </Section>
    </>
  );
}

function factsOf({ code, description, errorName, text }: Fault): ["update.code" | "update.errorName" | "update.description", string][] {
  return [
    ...(code === undefined ? [] : [["update.code", code] as ["update.code", string]]),
    ...(errorName === undefined ? [] : [["update.errorName", errorName] as ["update.errorName", string]]),
    ...((description ?? text) === undefined ? [] : [["update.description", description ?? text ?? ""] as ["update.description", string]]),
  ];
}
