/** Freezes a table and all that is in it: decisions share its parts. */
export function frozen<T extends object>(table: T): T {
  for (const part of Object.values(table)) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) frozen(part);
  }
  return Object.freeze(table);
}
