// Counts the instances of WebAssembly modules that are created from now on. Uses no API of Node or of browsers.

/** @returns {{ count: () => number, bytes: () => number }} how many there are, and the memory of the last one */
export function watchInstances() {
  const memories = [];
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      super(module, imports);
      // The decoder of the embedded module has no imports. It does not count.
      if (imports !== undefined) memories.push(this.exports.memory);
    }
  };
  return { count: () => memories.length, bytes: () => memories.at(-1)?.buffer.byteLength ?? 0 };
}
