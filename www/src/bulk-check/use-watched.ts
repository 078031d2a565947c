import { useSyncExternalStore } from "react";

import type { Watched } from "../data/watched";

/** Renders again whenever an object changes. */
export function useWatched<T extends Watched>(watched: T): T {
  useSyncExternalStore(watched.subscribe, watched.version);
  return watched;
}
