import { useSyncExternalStore } from "react";

import type { Watched } from "./bulk-job";

/** Shows an object again whenever it changes. */
export function useWatched<T extends Watched>(watched: T): T {
  useSyncExternalStore(watched.subscribe, watched.version);
  return watched;
}
