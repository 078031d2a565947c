// Reads the members of arguments. An argument can be any object: also a proxy, an instance of a class, or an object of another frame or
// context. Each member is read once. Containers, such as FormData or a Promise, are detected: their data are not in their members.

/** Stands for a property that could not be read. */
export const UNREADABLE: unique symbol = Symbol("unreadable");

/** The maximum number of prototypes of an object. A proxy can simulate an endless chain. */
const MAX_PROTOTYPES = 100;

/** Returns the value of an own property of an array or of a table of this package. */
export function own(object: object, name: PropertyKey): unknown {
  try {
    return Object.hasOwn(object, name) ? (object as Record<PropertyKey, unknown>)[name] : undefined;
  } catch {
    return UNREADABLE;
  }
}

/**
 * Returns the value of a member of the object or of its class. Reactive frameworks define accessors on the class. Members of
 * `Object.prototype` count as absent, so that a polluted prototype cannot add a value to every object.
 */
export function member(object: object, name: PropertyKey): unknown {
  let value: unknown = UNREADABLE;
  try {
    value = (object as Record<PropertyKey, unknown>)[name];
  } catch {
    // It counts as absent if the accessor is one of every object.
  }
  try {
    // Most members are absent, which needs no look at the prototypes.
    return value === undefined || isOfEveryObject(object, name) ? undefined : value;
  } catch {
    return UNREADABLE;
  }
}

function isOfEveryObject(object: object, name: PropertyKey): boolean {
  if (Object.hasOwn(object, name)) return false;
  const root = prototypesOf(object).at(-1);
  const isOfRoot = root !== undefined && isRoot(root) && Object.hasOwn(root, name);
  return isOfRoot && !classesOf(object).some((level) => Object.hasOwn(level, name));
}

/** Returns the prototypes of an object, including `Object.prototype`. */
function prototypesOf(object: object): readonly object[] {
  const levels: object[] = [];
  for (let level: unknown = Object.getPrototypeOf(object); level !== null; level = Object.getPrototypeOf(level)) {
    if (levels.length === MAX_PROTOTYPES) throw new TypeError("too many prototypes");
    levels.push(level as object);
  }
  return levels;
}

/** Returns whether the last prototype is an `Object.prototype`. Every frame and context has its own. */
function isRoot(level: object): boolean {
  return level === Object.prototype || (Object.hasOwn(level, "hasOwnProperty") && Object.hasOwn(level, "isPrototypeOf"));
}

/** Returns the prototypes that belong to the class of an object: those before `Object.prototype`. */
function classesOf(object: object): readonly object[] {
  const prototypes = prototypesOf(object);
  return prototypes.filter((level, index) => index < prototypes.length - 1 || !isRoot(level));
}

/**
 * Returns the values of members, whose names can be in any ASCII case, as in responses of the service. A member that occurs twice is
 * unreadable. All members of a value that is not a record are unreadable.
 */
export function members(entry: unknown, names: readonly string[]): unknown[] {
  if (!isRecord(entry, names)) return names.map(() => UNREADABLE);
  try {
    const values = names.map((name) => member(entry, name));
    for (const name of otherNames(entry, names)) {
      const index = names.findIndex((each) => lowerCased(each) === lowerCased(name));
      const value = member(entry, name);
      if (value !== undefined) values[index] = values[index] === undefined ? value : UNREADABLE;
    }
    return values;
  } catch {
    return names.map(() => UNREADABLE);
  }
}

/** Returns the members whose names differ from the given names only in case, each once. */
function otherNames(object: object, names: readonly string[]): readonly string[] {
  const isOther = (name: string) =>
    !names.includes(name) &&
    names.some((each) => each.length === name.length && lowerCased(each) === lowerCased(name));
  const found = Object.getOwnPropertyNames(object).filter(isOther);
  if (isPlain(object)) return found;
  for (const level of classesOf(object)) {
    for (const name of Object.getOwnPropertyNames(level)) if (isOther(name) && !found.includes(name)) found.push(name);
  }
  return found;
}

function lowerCased(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * Returns the names of the own enumerable members. Returns none if they cannot be read. For an instance of a class, only data count:
 * no functions, and no names that begin with `_`, `$` or `#`, which are private members of the class.
 */
export function names(object: object): readonly string[] {
  try {
    const all = Object.keys(object);
    if (isPlain(object) || classesOf(object).length === 0) return all;
    const isFunction = (name: string) => typeof Object.getOwnPropertyDescriptor(object, name)?.value === "function";
    return all.filter((name) => !/^[_$#]/.test(name) && !isFunction(name));
  } catch {
    return [];
  }
}

/**
 * Returns whether a value is an object with its data in its members. A container, such as FormData, a Map or a Promise, is not: it would
 * be read as an object without data.
 */
export function isRecord(value: unknown, names: readonly string[]): value is object {
  if (typeof value !== "object" || value === null) return false;
  try {
    if (Array.isArray(value)) return false;
  } catch {
    // A revoked proxy.
    return false;
  }
  try {
    return isPlain(value) ? !isPlainContainer(value, names) : !isContainer(value, names);
  } catch {
    // Its members are reported later, as unreadable.
    return true;
  }
}

function isPlain(object: object): boolean {
  const prototype = Object.getPrototypeOf(object) as object | null;
  return prototype === Object.prototype || prototype === null;
}

/** Returns whether an object or its class has a method. */
export function isCallable(object: object, name: PropertyKey): boolean {
  return typeof (isPlain(object) ? own(object, name) : member(object, name)) === "function";
}

/** Returns whether an object without a class provides its data in another way, as `arguments` and stores do. */
function isPlainContainer(object: object, names: readonly string[]): boolean {
  if (isCallable(object, "then")) return true;
  return isIterableOrStore(object) && !names.some((name) => Object.hasOwn(object, name));
}

/** Returns whether an object can be iterated or subscribed to. */
function isIterableOrStore(object: object): boolean {
  return isCallable(object, Symbol.iterator) || isCallable(object, "subscribe");
}

/** Returns whether an object has its data in an accessor `value`, as refs and signals of frameworks do. */
export function isReference(object: object): boolean {
  return tagOf(object) === "Object" && classesOf(object).some((level) => Object.hasOwn(level, "value"));
}

function isContainer(object: object, names: readonly string[]): boolean {
  if (isCallable(object, "then")) return true;
  if (tagOf(object) === "Object" && !isIterableOrStore(object) && !isReference(object)) return false;
  const classes = classesOf(object);
  const platform = classes.findIndex(isPlatformClass);
  // A class of the page may extend a platform class, as web components do, or be iterable. Then its data are in its members.
  const pageClasses = platform < 0 ? classes : classes.slice(0, platform);
  const isDeclared = (name: string) =>
    Object.prototype.propertyIsEnumerable.call(object, name) || pageClasses.some((level) => Object.hasOwn(level, name));
  return pageClasses.length === 0 || BUILT_IN.includes(tagOf(object)) || !names.some(isDeclared);
}

/** Returns whether a class belongs to the platform: its string tag is a value, not an accessor. */
function isPlatformClass(level: object): boolean {
  return typeof Object.getOwnPropertyDescriptor(level, Symbol.toStringTag)?.value === "string";
}

/** The string tags of built-in objects that are not records and whose class has no string tag. */
const BUILT_IN: readonly string[] = ["Arguments", "Boolean", "Date", "Error", "Number", "RegExp", "String"];

/** Returns the string tag of an object. */
export function tagOf(object: object): string {
  return Object.prototype.toString.call(object).slice("[object ".length, -1);
}

export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    // A revoked proxy.
    return false;
  }
}
