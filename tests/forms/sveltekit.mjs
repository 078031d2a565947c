// What SvelteKit's build gives to a module on the server. To be imported before Superforms.

import { register } from "node:module";

register(
  `data:text/javascript,${encodeURIComponent(`
    export function resolve(specifier, context, next) {
      return specifier === "$app/server" ? { url: "data:text/javascript,export{}", shortCircuit: true } : next(specifier, context);
    }
  `)}`,
);
