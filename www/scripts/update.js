// An update from the check to its end: offered, confirmed, sent, and what came of it.

import { readUpdate, requests } from "partner-center-rules";
import { announce, hush } from "./announce.js";
import { outcomesOf } from "./eligibility.js";
import { newsOf } from "./news.js";
import { newCaller, send } from "./service.js";
import { accepted, faulty, notReady, nothingChecked } from "./update-answer.js";
import { confirmation } from "./update-confirm.js";
import { offer } from "./update-offer.js";

// `current` gives the form as it stands, with what is known about it. `sending`, `settled` and `showCustomer` tell the
// page.
export function updateArea({ panel, know, current, sending, settled, showCustomer }) {
  const confirm = confirmation();
  let isWrong = false;
  // What could be sent.
  let offered;
  // What was sent, with its answer.
  let answered;
  // What was sent and may have had no effect: sent again, it has the same ids.
  let unsettled;
  let isSending = false;
  let view;

  // The form allows it. Whether the rules do, or leave it open, the package says.
  function made({ value, warnings }, caller) {
    const { form, context, plans, lang, customer } = current();
    const allowed = requests.setQualification(form, context, caller);
    const { request } = allowed.ok ? allowed : requests.setUndeterminedQualification(form, context, caller);
    return { value, warnings, caller, request, isOpen: !allowed.ok, plans, lang, customer };
  }

  function isUnsettled({ method, path, body }) {
    const before = unsettled?.request;
    return before?.method === method && before.path === path && before.body === body;
  }

  function show(check, caller = newCaller()) {
    isWrong = !check.ok;
    answered = undefined;
    offered = check.ok ? made(check, caller) : undefined;
    if (offered && isUnsettled(offered.request)) offered = made(check, unsettled.caller);
    draw();
  }

  function answer() {
    const { value, httpStatus, body } = answered;
    return readUpdate(value.mode, httpStatus, body, { messages: current().context.messages });
  }

  function draw() {
    const hadFocus = panel.contains(document.activeElement);
    view = viewNow();
    view.update?.();
    panel.replaceChildren(...view.nodes.filter(Boolean));
    if (hadFocus) heading().focus();
  }

  function viewNow() {
    if (offered) return offer(offered, () => isSending || confirm.ask(offered, () => dispatch(offered)));
    if (!answered) return isWrong ? notReady() : nothingChecked();
    const now = { ...answered, answer: answer() };
    if (!now.answer.ok) return faulty(now, { again: () => dispatch(answered), lang: current().lang });
    const { customer } = answered;
    return accepted(now, { ended: () => readAgain(customer), showCustomer: () => showCustomer(customer) });
  }

  const heading = () => panel.querySelector("h3");

  async function dispatch(update) {
    if (isSending) return;
    busy(true);
    const before = update.before ?? (update.customer && outcomesOf(update.customer));
    const { httpStatus, body, retryAfter } = await send(update.request);
    answered = { ...update, before, httpStatus, body, retryAfter, answeredAt: Date.now() };
    offered = undefined;
    const { ok, fault } = answer();
    unsettled = !ok && fault.isRetryable ? answered : undefined;
    busy(false);
    draw();
    hush();
    settled({ ok, heading: heading() });
    if (unsettled) return;
    know.readCodes();
    await readAgain(update.customer);
  }

  // Where the page does not know the customer, there is nothing to read again.
  async function readAgain(customer) {
    if (!customer) return;
    const before = outcomesOf(customer);
    await know.readCustomer(customer);
    announce(newsOf(customer, before), "customer");
  }

  function busy(now) {
    isSending = now;
    panel.setAttribute("aria-busy", String(now));
    sending(now);
    if (!now) return;
    view.trigger.setAttribute("aria-disabled", "true");
    view.trigger.textContent = "Sending …";
    announce("Sending.", "update");
  }

  // What the service says against the update, where sending it again would not help.
  function refusal() {
    const now = answered && !unsettled ? answer() : undefined;
    return now?.ok === false ? now.fault.issue : undefined;
  }

  know.watch((subject) => {
    if (subject === answered?.customer) view.update?.();
  });
  draw();

  return {
    show,
    refusal,
    isOffered: () => offered !== undefined && !isSending,
    // With what is known by now, in the language of now.
    recheck(check) {
      const next = check.ok ? made(check, offered.caller) : undefined;
      if (asShown(next) === asShown(offered)) return;
      confirm.close();
      offered = next;
      isWrong = !check.ok;
      draw();
    },
    translate() {
      if (answered) draw();
    },
    // What was offered or refused no longer fits the form. What was accepted stays, until there is something else.
    outdate() {
      if (answered && answer().ok) return;
      clear();
    },
    clear,
  };

  function clear() {
    isWrong = false;
    offered = undefined;
    answered = undefined;
    draw();
  }
}

function asShown(update) {
  return JSON.stringify(update && [update.value, update.warnings, update.request, update.lang]);
}
