// The globals of SvelteKit's build on the server. Import before Superforms.

import { register } from "node:module";

register(
  `data:text/javascript,${encodeURIComponent(`
    export function resolve(specifier, context, next) {
      return specifier === "$app/server" ? { url: "data:text/javascript,export{}", shortCircuit: true } : next(specifier, context);
    }
  `)}`,
);
