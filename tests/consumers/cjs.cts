// Has to compile: the package as a CommonJS module sees it.

import rules = require("partner-center-rules");

export const decision: rules.Settability = rules.settability("Education", { held: [] });
export const outcomes: readonly rules.Outcome[] = rules.OUTCOMES;
