// Reads the members of what callers give, each once: objects of any making, also proxies, instances of classes, and objects of other
// frames and contexts. What is no record of members, such as FormData or a Promise, is told apart from one.

/** A property that could not be read. */
export const UNREADABLE: unique symbol = Symbol("unreadable");

/** How many prototypes an object of a page can have. A proxy can pretend to have endlessly many. */
const MOST_LEVELS = 100;

/** The value of an own property: of an array, or of a table of this package. */
export function own(object: object, name: PropertyKey): unknown {
  try {
    return Object.hasOwn(object, name) ? (object as Record<PropertyKey, unknown>)[name] : undefined;
  } catch {
    return UNREADABLE;
  }
}

/**
 * The value of a member: the object's own, or one of its class, as accessors of reactive frameworks are. What `Object.prototype` has
 * is absent, so that nothing can slip a value into every object.
 */
export function member(object: object, name: PropertyKey): unknown {
  try {
    return isOfEveryObject(object, name) ? undefined : (object as Record<PropertyKey, unknown>)[name];
  } catch {
    return UNREADABLE;
  }
}

function isOfEveryObject(object: object, name: PropertyKey): boolean {
  const prototype = Object.getPrototypeOf(object) as object | null;
  if (prototype === null || Object.hasOwn(object, name)) return false;
  // The usual case, without a list of prototypes.
  if (prototype === Object.prototype) return Object.hasOwn(prototype, name);
  const root = prototypesOf(object).at(-1);
  const isOfRoot = root !== undefined && isRoot(root) && Object.hasOwn(root, name);
  return isOfRoot && !classesOf(object).some((level) => Object.hasOwn(level, name));
}

/** The prototypes of an object, `Object.prototype` among them. */
function prototypesOf(object: object): readonly object[] {
  const levels: object[] = [];
  for (let level: unknown = Object.getPrototypeOf(object); level !== null; level = Object.getPrototypeOf(level)) {
    if (levels.length === MOST_LEVELS) throw new TypeError("too many prototypes");
    levels.push(level as object);
  }
  return levels;
}

/** Whether a last prototype is an `Object.prototype`: that of a frame or of another context is another object. */
function isRoot(level: object): boolean {
  return level === Object.prototype || (Object.hasOwn(level, "hasOwnProperty") && Object.hasOwn(level, "isPrototypeOf"));
}

/** The prototypes that are of the class of an object: those below `Object.prototype`. */
function classesOf(object: object): readonly object[] {
  const prototypes = prototypesOf(object);
  return prototypes.filter((level, at) => at < prototypes.length - 1 || !isRoot(level));
}

/**
 * The values of members, whose names are read in any ASCII case as the service writes them. With a member twice, which one is
 * meant cannot be known. Of what has no members none can be read.
 */
export function members(entry: unknown, names: readonly string[]): unknown[] {
  if (!isRecord(entry, names)) return names.map(() => UNREADABLE);
  try {
    const values = names.map((name) => member(entry, name));
    for (const name of otherNames(entry, names)) {
      const at = names.findIndex((each) => inSmallLetters(each) === inSmallLetters(name));
      const value = member(entry, name);
      if (value !== undefined) values[at] = values[at] === undefined ? value : UNREADABLE;
    }
    return values;
  } catch {
    return names.map(() => UNREADABLE);
  }
}

/** The names that are other spellings of some names, each once. */
function otherNames(object: object, names: readonly string[]): readonly string[] {
  const isOther = (name: string) =>
    !names.includes(name) &&
    names.some((each) => each.length === name.length && inSmallLetters(each) === inSmallLetters(name));
  const found = Object.getOwnPropertyNames(object).filter(isOther);
  if (isPlain(object)) return found;
  for (const level of classesOf(object)) {
    for (const name of Object.getOwnPropertyNames(level)) if (isOther(name) && !found.includes(name)) found.push(name);
  }
  return found;
}

function inSmallLetters(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * The names of the own enumerable members; none of what cannot be read. Of an instance of a class these are data alone: no
 * functions, and nothing whose name begins with a sign, which is a helper of the class.
 */
export function names(object: object): readonly string[] {
  try {
    const all = Object.keys(object);
    if (classesOf(object).length === 0) return all;
    const isFunction = (name: string) => typeof Object.getOwnPropertyDescriptor(object, name)?.value === "function";
    return all.filter((name) => !/^[_$#]/.test(name) && !isFunction(name));
  } catch {
    return [];
  }
}

/**
 * Whether the data of an object are its members. Those of a container, such as FormData, a Map or a Promise, are not: it would be
 * read as an object without any.
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
    // Its members are told as what cannot be read.
    return true;
  }
}

function isPlain(object: object): boolean {
  const prototype = Object.getPrototypeOf(object) as object | null;
  return prototype === Object.prototype || prototype === null;
}

/** Whether an object has a method, of its own or of its class. */
export function isCallable(object: object, name: PropertyKey): boolean {
  return typeof (isPlain(object) ? own(object, name) : member(object, name)) === "function";
}

/** Whether an object without a class hands its data out in another way, as `arguments` and stores do. */
function isPlainContainer(object: object, names: readonly string[]): boolean {
  if (isCallable(object, "then")) return true;
  return isHandingOut(object) && !names.some((name) => Object.hasOwn(object, name));
}

/** Whether an object can be iterated or subscribed to. */
function isHandingOut(object: object): boolean {
  return isCallable(object, Symbol.iterator) || isCallable(object, "subscribe");
}

/** Whether a class has no data but its `value`, as refs and signals of frameworks do. */
export function isReference(object: object): boolean {
  return tagOf(object) === "Object" && classesOf(object).some((level) => Object.hasOwn(level, "value"));
}

function isContainer(object: object, names: readonly string[]): boolean {
  if (isCallable(object, "then")) return true;
  if (tagOf(object) === "Object" && !isHandingOut(object) && !isReference(object)) return false;
  const classes = classesOf(object);
  const marked = classes.findIndex(isOfPlatform);
  // A class of the page may build on such a class, as web components do, or be iterable: then its members are its data.
  const classesOfPage = marked < 0 ? classes : classes.slice(0, marked);
  const isDeclared = (name: string) =>
    Object.prototype.propertyIsEnumerable.call(object, name) || classesOfPage.some((level) => Object.hasOwn(level, name));
  return classesOfPage.length === 0 || BUILT_IN.includes(tagOf(object)) || !names.some(isDeclared);
}

/** Whether a class is one of the platform: those have their name as a value that is no accessor. */
function isOfPlatform(level: object): boolean {
  return typeof Object.getOwnPropertyDescriptor(level, Symbol.toStringTag)?.value === "string";
}

/** What engines call objects that are no records and have no name of their class. */
const BUILT_IN: readonly string[] = ["Arguments", "Boolean", "Date", "Error", "Number", "RegExp", "String"];

/** What an object says that it is. */
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
