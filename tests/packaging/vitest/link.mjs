// Puts a link in place of the installed package, as `npm link` and workspaces do: its files are then no longer below `node_modules`, and
// tools run their text in a function instead of importing them.

import { renameSync, symlinkSync } from "node:fs";

renameSync("node_modules/partner-center-rules", "linked");
symlinkSync("../linked", "node_modules/partner-center-rules");
