import { bulkCheck } from "./bulk-check";
import { common } from "./common";
import { customers } from "./customers";
import { qualification } from "./qualification";
import { responseCheck } from "./response-check";
import { rules } from "./rules";
import { shell } from "./shell";

export const catalogue = { ...shell, ...common, ...customers, ...qualification, ...responseCheck, ...bulkCheck, ...rules };
