// Builds elements. Text only ever becomes a text node: nothing here reads HTML.

// The language of the page, and of its own words where the text around them is in another one.
export const ENGLISH = "en-GB";

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  setAttributes(node, attributes);
  node.append(...present(children));
  return node;
}

export function setAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value === false || value === null || value === undefined) node.removeAttribute(name);
    else node.setAttribute(name, value);
  }
}

// Puts other children into a node. A focus that goes with the old ones goes to a place that stays.
export function refill(node, children, place) {
  const hadFocus = node.contains(document.activeElement);
  node.replaceChildren(...present(children));
  if (hadFocus) place.focus();
}

// Refills nodes only when what they show has changed, so that nothing is taken away from under the hands.
export function redrawing() {
  const shown = new Map();
  return (node, key, content, place) => {
    if (shown.has(node) && shown.get(node) === key) return;
    shown.set(node, key);
    refill(node, content(), place);
  };
}

export function visuallyHidden(text) {
  return element("span", { class: "visually-hidden" }, text);
}

export function english(...children) {
  return element("span", { lang: ENGLISH }, ...children);
}

function present(children) {
  return children.flat().filter((child) => child !== null && child !== undefined && child !== false);
}

const SVG = "http://www.w3.org/2000/svg";

// One path in a box of 16 by 16, in the colour of the text around it. It says nothing that the word beside it does not.
export function icon(path, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  shape.setAttribute("fill-rule", "evenodd");
  svg.append(shape);
  return svg;
}
