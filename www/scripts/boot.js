// Starts the page. The package is loaded behind this door, so that a page without it can still say so.

const state = document.getElementById("state");
const areas = document.getElementById("areas");

try {
  const { start } = await import("./portal.js");
  await start();
  state.remove();
  areas.hidden = false;
  showTarget();
} catch (error) {
  areas.remove();
  sayWhatFailed(error);
}

function sayWhatFailed(error) {
  const heading = document.createElement("h2");
  heading.textContent = "The rules could not be loaded";
  const text = document.createElement("p");
  text.textContent =
    "This page decides nothing without them. The browser may have refused WebAssembly " +
    "(the policy of the page has to admit 'wasm-unsafe-eval'), or a file did not arrive.";
  const cause = document.createElement("p");
  const detail = document.createElement("code");
  detail.textContent = String(error);
  cause.append("What the browser said: ", detail);
  state.classList.add("notice--failure");
  state.setAttribute("role", "alert");
  state.replaceChildren(heading, text, cause);
}

// The browser looked for the fragment of the address before there was anything to find.
function showTarget() {
  const target = document.getElementById(decodeFragment());
  if (target) target.scrollIntoView();
}

function decodeFragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
