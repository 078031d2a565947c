// The options that settability and the form checks share: the mode and the qualifications of the customer.

import * as args from "./validate-arguments.js";
import { MODES } from "../generated/tables.js";

/** The names of these options. */
const SETTABILITY_OPTIONS = ["mode", "held"] as const;

/** Reads the options that settability and the form checks share. The mode is `undefined` if it is absent: the form may name one. */
export function readSettabilityOptions(
  value: unknown,
  argument: string,
  names: readonly string[] = SETTABILITY_OPTIONS,
): { mode: number | undefined; held: args.HeldEntry[] | undefined; options: object } {
  const options = args.options(value, argument, names);
  const mode = args.member(options, "mode") ?? undefined;
  return {
    mode: mode === undefined ? undefined : args.indexOf(MODES, mode, `${argument}.mode`),
    held: args.held(args.member(options, "held"), `${argument}.held`),
    options,
  };
}
