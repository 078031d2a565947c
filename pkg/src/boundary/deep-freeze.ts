/** Freezes a table and everything in it, because decisions share its parts. */
export function frozen<T extends object>(table: T): T {
  for (const part of Object.values(table)) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) frozen(part);
  }
  return Object.freeze(table);
}

/** Returns a frozen table that is built from other tables. Bundlers treat reading those as a side effect unless it is inside a function. */
export function made<T extends object>(make: () => T): T {
  return frozen(make());
}
