// The examples in the declarations of the package.

import { readFile } from "node:fs/promises";

const DIST = new URL("../../pkg/dist/", import.meta.url);

/** What examples take for granted. No request leaves: the answer to each is the module of the package. */
export const GIVEN = `
declare const module: Uint8Array<ArrayBuffer>;
const customerId = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const form: Form = { customerId, qualification: "GovernmentCommunityCloud" };
const held: Held = [];
const issues: readonly Issue[] = [checkField("website", "x", { qualification: "Education" }).issue!];
const requestContext: RequestContext = { requestId: customerId, correlationId: customerId };
const request = requests.readValidationStatus(customerId, requestContext);
const bytes = module;
const body = "{}";
const file = new Blob(['{"status":"Allowed"}', "\\n", '{"status":"UnderReview"}']);
const fetch = async (url: string, options?: object) => new Response(bytes);
const response = await fetch("");
const Authorization = "";
const show = (field: Field | undefined, message: string) => {};
const addLink = (address: string, text: string) => {};
const useForm = (options: { resolver: unknown }) => {};
const standardSchemaResolver = (schema: unknown) => schema;
`;

/** Each example: what it is of, and its lines. Types and calls of the slim entry are all there are. */
export async function examples() {
  const found = [];
  for (const name of await files("slim", new Set())) {
    const text = await readFile(new URL(`${name}.d.ts`, DIST), "utf8");
    for (const [, comment, declared] of text.matchAll(/\/\*\*\n((?: \*.*\n)+?) \*\/\n(?:export )?(?:declare )?(?:\w+) (\w+)/g)) {
      const [, example] = comment.split(/ \* @example\n/);
      if (example !== undefined) found.push({ of: declared, code: example.replace(/^ \* ?/gm, "") });
    }
  }
  return found;
}

/** The names that the slim entry exports: values and types. */
export async function exportedNames() {
  const names = { values: new Set(), types: new Set() };
  for (const name of ["eligibility", "index", "slim"]) {
    const text = await readFile(new URL(`${name}.d.ts`, DIST), "utf8");
    for (const [, type, list] of text.matchAll(/^export (type )?\{([^}]*)\}/gm)) {
      for (const one of list.split(",").map((each) => each.trim())) {
        if (one !== "") names[type === undefined ? "values" : "types"].add(one);
      }
    }
  }
  return names;
}

/** A file of declarations and those that it refers to. */
async function files(name, seen) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = await readFile(new URL(`${name}.d.ts`, DIST), "utf8");
  for (const [, next] of text.matchAll(/from "\.\/([\w-]+)\.js"/g)) await files(next, seen);
  return seen;
}
