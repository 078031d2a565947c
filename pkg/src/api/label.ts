// Labels of values.

import type { MessageOptions } from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { messagesOf } from "../messages/decision-messages.js";
import { LABEL_KINDS } from "../generated/tables.js";
import type { LabelKind, LabelValues } from "../generated/tables.js";

/**
 * Returns the label of a value, in English or in the language of `messages`. A value without a label, such as a status that the service
 * adds later, is returned unchanged.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * label("transaction", "newPurchase"); // "New purchase"
 * label("accountStatus", "Paused"); // "Paused"
 */
export function label<Kind extends LabelKind>(
  kind: Kind,
  value: LabelValues[Kind] | (string & {}),
  options?: MessageOptions,
): string {
  args.indexOf(LABEL_KINDS, kind, "kind");
  if (typeof value !== "string") throw args.misuse("value", "a string", value);
  return messagesOf(options).label(kind, value);
}
