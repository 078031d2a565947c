// One voice for the whole page: what changed is said once, when the changes have settled.

import { LABELS } from "partner-center-rules";

const region = document.getElementById("announcer");
let waiting;

export function announce(text) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    region.textContent = text;
  }, 400);
}

export function announceDecision(subject, decision) {
  const messages = decision.reasons.map((reason) => reason.message);
  announce([`${subject}: ${LABELS.outcome[decision.outcome]}.`, ...messages].join(" "));
}
