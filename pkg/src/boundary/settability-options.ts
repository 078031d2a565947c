// What settability and the form have in common: the interface, and what the customer holds.

import * as given from "./validate-arguments.js";
import { MODES } from "../generated/tables.js";

/** The names of what the form needs to know beside its fields. */
const SETTABILITY_OPTIONS = ["mode", "held"] as const;

/** Reads the options that settability and the form share. A form that was checked already says for which mode. */
export function readSettabilityOptions(
  value: unknown,
  argument: string,
  names: readonly string[] = SETTABILITY_OPTIONS,
): { mode: number | undefined; held: given.HeldEntry[] | undefined; options: object } {
  const options = given.options(value, argument, names);
  const mode = given.member(options, "mode") ?? undefined;
  return {
    mode: mode === undefined ? undefined : given.place(MODES, mode, `${argument}.mode`),
    held: given.held(given.member(options, "held"), `${argument}.held`),
    options,
  };
}
