/** Freezes a table and all that is in it: decisions share its parts. */
export function frozen<T extends object>(table: T): T {
  for (const part of Object.values(table)) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) frozen(part);
  }
  return Object.freeze(table);
}

/** A frozen table that is made of other tables. Reading those is an effect for bundlers, unless a function does it. */
export function made<T extends object>(make: () => T): T {
  return frozen(make());
}
