// Writes the examples of the declarations as one program, for tsc.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { argv } from "node:process";

import { GIVEN, examples, exportedNames } from "./examples.mjs";

const [, , file] = argv;
const { values, types } = await exportedNames();
const functions = (await examples()).map(({ of, code }, index) => `\n// ${of}\nexport async function example${index}() {\n${code}}\n`);
const program = [
  `import { ${[...values].join(", ")} } from "partner-center-rules/slim";`,
  `import type { ${[...types].join(", ")} } from "partner-center-rules/slim";`,
  GIVEN,
  ...functions,
];
await mkdir(dirname(file), { recursive: true });
await writeFile(file, program.join("\n"));
