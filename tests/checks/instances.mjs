// Counts the instances of WebAssembly modules that are created from now on. Uses no API of Node or of browsers.

/**
 * @returns {{ count: () => number, bytes: () => number, last: () => WebAssembly.Module }} how many there are, and the memory and the module of
 * the last one
 */
export function watchInstances() {
  const [memories, modules] = [[], []];
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      super(module, imports);
      // The decoder of the embedded module has no imports. It does not count.
      if (imports === undefined) return;
      memories.push(this.exports.memory);
      modules.push(module);
    }
  };
  return { count: () => memories.length, bytes: () => memories.at(-1)?.buffer.byteLength ?? 0, last: () => modules.at(-1) };
}
