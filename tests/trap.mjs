// Makes calls trap from outside: the package has no code that traps for tests.

/** A WebAssembly module with one function, which traps. */
const TRAP = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11];

/**
 * Makes `settability` of every new instance trap `left` times. Existing instances are not changed.
 *
 * @param {import("node:test").MockTracker} mock
 */
export function trapping(mock) {
  const { Instance, Module, instantiate } = WebAssembly;
  const { t: trap } = new Instance(new Module(Uint8Array.from(TRAP))).exports;
  const traps = { left: 0, instances: 0 };
  const changed = ({ exports }) => {
    traps.instances += 1;
    const settability = (...given) => {
      if (traps.left === 0) return exports.settability(...given);
      traps.left -= 1;
      return trap();
    };
    return { exports: { ...exports, settability } };
  };
  mock.method(WebAssembly, "Instance", function (...given) {
    return changed(new Instance(...given));
  });
  mock.method(WebAssembly, "instantiate", async (...given) => changed(await instantiate(...given)));
  return traps;
}

/** Loads another copy of an entry of the package, without a compiled module or an instance. */
export function another(require, name) {
  const path = require.resolve(name);
  delete require.cache[path];
  return require(path);
}
