// Watches the instances of WebAssembly modules that are made from now on. Needs nothing of Node and nothing of a browser.

/** @returns {{ count: () => number, bytes: () => number }} how many there are, and the memory of the last one */
export function watchInstances() {
  const memories = [];
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      super(module, imports);
      // What reads the text of the module imports nothing.
      if (imports !== undefined) memories.push(this.exports.memory);
    }
  };
  return { count: () => memories.length, bytes: () => memories.at(-1)?.buffer.byteLength ?? 0 };
}
