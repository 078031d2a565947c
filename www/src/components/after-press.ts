// What appears while a pointer is pressed can move what is being pressed, and the press misses it.

let isPressed = false;
addEventListener("pointerdown", () => (isPressed = true), { capture: true });
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (isPressed = false), { capture: true });

/** Does something at once, or after the press that goes on and its click. */
export function afterPress(action: () => void) {
  if (!isPressed) return action();
  addEventListener("pointerup", () => setTimeout(action), { capture: true, once: true });
}
