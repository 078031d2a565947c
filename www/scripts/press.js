// A press of the pointer leaves one field before it reaches the next. What appears in between would move the page
// under the pointer, and the press would miss.

let pressed = false;
let waiting = [];

document.addEventListener("pointerdown", () => (pressed = true), true);
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => setTimeout(release), true);

export function afterPress(action) {
  if (pressed) waiting.push(action);
  else action();
}

function release() {
  pressed = false;
  const actions = waiting;
  waiting = [];
  for (const action of actions) action();
}
