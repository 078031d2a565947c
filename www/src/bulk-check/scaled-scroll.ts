// Scrolls through more rows than the maximum height of an element allows. Beyond that height the scroll bar is scaled,
// while wheel, touch and keys still move the rows by their normal distance.

import type { Virtualizer } from "@tanstack/react-virtual";

/** The maximum height of the rows. The limit of browsers is 16 million pixels or more. */
export const HIGHEST = 8_000_000;
const SETTLED = 150;

type Rows = Virtualizer<HTMLDivElement, Element>;

/** Returns the virtualizer's functions that observe and set the scroll offset, and the height of the track. */
export function scaledScroll() {
  // The offset of the rows in unscaled pixels, and the position of the bar at that time.
  let [top, bar] = [0, 0];
  let settling: ReturnType<typeof setTimeout> | undefined;
  let tell: (offset: number, isScrolling: boolean) => void = () => {};

  const hidden = (rows: Rows) => Math.max(0, rows.getTotalSize() - (rows.scrollRect?.height ?? 0));
  const travel = ({ scrollElement: node }: Rows) => Math.max(1, (node?.scrollHeight ?? 0) - (node?.clientHeight ?? 0));
  const clamp = (offset: number, rows: Rows) => Math.min(Math.max(0, offset), hidden(rows));

  // Moves the bar to the position of the rows.
  function settle(rows: Rows) {
    const node = rows.scrollElement;
    if (!node) return;
    node.scrollTop = hidden(rows) === 0 ? 0 : (top / hidden(rows)) * travel(rows);
    bar = node.scrollTop;
    tell(top, false);
  }

  function moveTo(offset: number, rows: Rows) {
    top = clamp(offset, rows);
    settle(rows);
  }

  return {
    observeElementOffset(rows: Rows, callback: (offset: number, isScrolling: boolean) => void) {
      const node = rows.scrollElement;
      if (!node) return undefined;
      tell = callback;
      const wait = () => {
        clearTimeout(settling);
        // A bar that was moved meanwhile is told of by an event that is yet to come.
        settling = setTimeout(() => node.scrollTop === bar && settle(rows), SETTLED);
      };
      const scrolled = () => {
        if (node.scrollTop === bar) return;
        const moved = node.scrollTop - bar;
        bar = node.scrollTop;
        // Wheel, touch and keys scroll by less than a view; dragging the thumb scrolls by more.
        const isStep = rows.getTotalSize() > HIGHEST && Math.abs(moved) < node.clientHeight;
        top = clamp(isStep ? top + moved : (bar / travel(rows)) * hidden(rows), rows);
        callback(top, true);
        wait();
      };
      callback(top, false);
      node.addEventListener("scroll", scrolled);
      // Setting the bar would stop a scroll of the wheel that is still in progress.
      node.addEventListener("wheel", wait, { passive: true });
      return () => {
        clearTimeout(settling);
        node.removeEventListener("scroll", scrolled);
        node.removeEventListener("wheel", wait);
      };
    },
    scrollToFn(offset: number, _: unknown, rows: Rows) {
      moveTo(offset, rows);
    },
    /** Scrolls only as far as needed to show a row. The virtualizer itself does not support offsets beyond the bar. */
    show(row: number, height: number, rows: Rows) {
      const view = rows.scrollRect?.height ?? 0;
      if (row * height < top) moveTo(row * height, rows);
      else if ((row + 1) * height > top + view) moveTo((row + 1) * height - view, rows);
    },
  };
}
