// Has to compile: the package as an ES module sees it.

import {
  QUALIFICATIONS,
  RULES,
  accountEligibility,
  checkForm,
  label,
  purchaseEligibility,
  explainPurchaseRefusal,
  settability,
  type Decision,
  type Issue,
  type Outcome,
  type Qualification,
  type Settability,
} from "partner-center-rules";
import german from "partner-center-rules/messages/de";

const decision: Settability = settability("Education", { mode: "synchronous", held: [{ qualification: "None" }] });
export const outcome: Outcome = decision.outcome;
export const first: Qualification = QUALIFICATIONS[0];
export const statement: string | undefined = RULES.find(({ id }) => id === decision.reasons[0]?.rule)?.statement;
export const account: Decision = accountEligibility(undefined, "renewal");
export const purchase: Decision = purchaseEligibility({ status: "Allowed", held: null, segment: "Education" });
export const refusal: Decision | null = explainPurchaseRefusal(403, null);

const result = checkForm({ qualification: "Education", website: null }, { mode: "asynchronous", held: [] });
export const found: readonly Issue[] = result.ok ? result.warnings : result.issues;
export const qualification: Qualification | undefined = result.ok ? result.value.qualification : undefined;

export const renewal: string = german["transaction.renewal"];
export const added: string = label("accountStatus", "Paused", { messages: german });
export const inGerman: Settability = settability("Education", { held: [], messages: german });
export const inOwnWords: Decision = accountEligibility("Allowed", null, { messages: { accountAllowed: "Yes." } });

// @ts-expect-error there is no such text
accountEligibility("Allowed", null, { messages: { accountAlowed: "Yes." } });
// @ts-expect-error there is no such label
german["transaction.paused"];
// @ts-expect-error there are no labels of that
label("offer", "Education");
// @ts-expect-error there is no such mode
settability("Education", { mode: "sometimes" });
// @ts-expect-error a decision cannot be changed
decision.outcome = "allowed";
// @ts-expect-error the value is there only when the form is right
result.value;
