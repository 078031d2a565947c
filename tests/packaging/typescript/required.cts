// The package as a CommonJS module sees it.

import rules = require("partner-center-rules");
import german = require("partner-center-rules/messages/de");

export const decision: rules.Settability = rules.settability("Education", { held: [] });
export const outcomes: readonly rules.Outcome[] = rules.OUTCOMES;
export const messages: rules.Messages = german.messages;
export const same: rules.Messages = german.default;
