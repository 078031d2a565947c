// Says what has newly come up beside a field, and only that.

import { announce, hush } from "./announce.js";
import { element, english } from "./dom.js";
import { sentence } from "./text.js";

export function fieldVoice() {
  const last = new Map();
  return (name, { label, lang, issue, warnings, changes, valid, about }, aloud) => {
    const before = last.get(name) ?? {};
    const now = {
      problem: codes([issue, ...warnings]),
      wrong: Boolean(issue),
      changes: codes(changes),
      about: about.map((part) => part.textContent ?? part).join(""),
    };
    last.set(name, now);
    const say = (subject, ...text) =>
      announce([element("span", { lang }, `${label}: `), ...text], `${name} ${subject}`);
    const spoken = (items) => items.map(({ message }) => element("span", { lang }, sentence(message), " "));
    if (!aloud) return;

    if (now.problem !== before.problem) {
      hush(`${name} problem`);
      if (now.problem) say("problem", ...spoken([issue, ...warnings].filter(Boolean)));
      else if (before.wrong && valid) say("problem", english("valid."));
    }
    if (now.changes && now.changes !== before.changes) say("changes", ...spoken(changes));
    if (now.about && now.about !== before.about) say("about", english(now.about));
  };
}

function codes(items) {
  return items
    .filter(Boolean)
    .map(({ code }) => code)
    .join();
}
