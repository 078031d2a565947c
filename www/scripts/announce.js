// One voice for the whole page: what changed is said once, when the changes have settled.

import { LABELS } from "partner-center-rules";

const SETTLED = 400;
const region = document.getElementById("announcer");
const waiting = new Map();
let timer;

// What is said of a subject takes the place of what was still to be said of it.
export function announce(text, subject = "page") {
  waiting.delete(subject);
  waiting.set(subject, [text].flat());
  clearTimeout(timer);
  timer = setTimeout(speak, SETTLED);
}

// What no longer holds is not said; nor is anything where the focus goes to what changed, for it is read there.
export function hush(subject) {
  if (subject === undefined) waiting.clear();
  else waiting.delete(subject);
  if (waiting.size === 0) clearTimeout(timer);
}

export function announceDecision(subject, decision) {
  const messages = decision.reasons.map((reason) => reason.message);
  announce([`${subject}: ${LABELS.outcome[decision.outcome]}.`, ...messages].join(" "));
}

function speak() {
  region.replaceChildren(...[...waiting.values()].flatMap((parts, index) => [index ? " " : "", ...parts]));
  waiting.clear();
}
