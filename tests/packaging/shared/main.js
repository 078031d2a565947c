// The entry of a bundle. The page that runs it is asked for its result.

import { check } from "./check.js";

document.documentElement.dataset.result = check();
