// Starts the portal. It is loaded apart from this file, so that a part of it that cannot be loaded is told of.

import("./start").then(
  ({ start }) => start(document.getElementById("root") ?? document.body),
  (error: unknown) => {
    const text = document.createElement("p");
    text.setAttribute("role", "alert");
    text.textContent = `The page could not be loaded. Reload it to try again. (${String(error)})`;
    document.getElementById("root")?.replaceChildren(text);
  },
);
