// Starts the portal. It is loaded separately, so that this file can report a part that fails to load.

import("./start").then(
  ({ start }) => start(document.getElementById("root") ?? document.body),
  (error: unknown) => {
    const text = document.createElement("p");
    text.setAttribute("role", "alert");
    text.textContent = `The page could not be loaded. Reload it to try again. (${String(error)})`;
    document.getElementById("root")?.replaceChildren(text);
  },
);
