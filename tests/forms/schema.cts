// Has to compile: the same in a CommonJS module.

import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec" with { "resolution-mode": "import" };
import rules = require("partner-center-rules");

export const schema: StandardSchemaV1<rules.Form, rules.QualificationUpdate> &
  StandardJSONSchemaV1<rules.Form, rules.QualificationUpdate> = rules.qualificationSchema();
