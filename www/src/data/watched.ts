/** Notifies its subscribers when it changes. */
export abstract class Watched {
  readonly #watchers = new Set<() => void>();
  #version = 0;

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };

  /** A number that changes with the object. */
  readonly version = () => this.#version;

  protected changed() {
    this.#version += 1;
    for (const watcher of this.#watchers) watcher();
  }
}
