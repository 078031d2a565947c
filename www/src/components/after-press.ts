// Content that appears while a pointer is pressed can move the pressed element, so that the click misses it.

let isPressed = false;
addEventListener("pointerdown", () => (isPressed = true), { capture: true });
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (isPressed = false), { capture: true });

/** Runs an action at once, or after the current press and its click. */
export function afterPress(action: () => void) {
  if (!isPressed) return action();
  addEventListener("pointerup", () => setTimeout(action), { capture: true, once: true });
}
