// What settability and the form have in common: the interface, and what the customer holds.

import * as given from "./arguments.js";
import { MODES } from "./tables.js";

/** Reads the options that settability and the form share. */
export function readSituation(value: unknown, argument: string): { mode: number; held: number; options: object } {
  const options = given.options(value, argument);
  const mode = given.place(MODES, given.own(options, "mode"), `${argument}.mode`, 0);
  return { mode, held: given.held(given.own(options, "held"), `${argument}.held`), options };
}
