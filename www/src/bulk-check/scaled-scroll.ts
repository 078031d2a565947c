// Scrolls through more rows than a browser makes a page high: beyond a limit the bar stands for more than it measures,
// while a wheel, a finger and a key still move the rows by as much as they say.

import type { Virtualizer } from "@tanstack/react-virtual";

/** The highest that the rows are made. Browsers end at 16 million pixels or more. */
export const HIGHEST = 8_000_000;
const SETTLED = 150;

type Rows = Virtualizer<HTMLDivElement, Element>;

/** Returns how a virtualizer observes and moves its scroll element, which has a track as high as the rows or as can be. */
export function scaledScroll() {
  // By how much the rows have moved, in their own pixels, and where the bar was then.
  let [top, bar] = [0, 0];
  let settling: ReturnType<typeof setTimeout> | undefined;
  let tell: (offset: number, isScrolling: boolean) => void = () => {};

  const hidden = (rows: Rows) => Math.max(0, rows.getTotalSize() - (rows.scrollRect?.height ?? 0));
  const travel = ({ scrollElement: node }: Rows) => Math.max(1, (node?.scrollHeight ?? 0) - (node?.clientHeight ?? 0));
  const clamp = (offset: number, rows: Rows) => Math.min(Math.max(0, offset), hidden(rows));

  // Puts the bar where the rows are.
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
        settling = setTimeout(() => settle(rows), SETTLED);
      };
      const scrolled = () => {
        if (node.scrollTop === bar) return;
        const moved = node.scrollTop - bar;
        bar = node.scrollTop;
        // A wheel, a finger and a key move by less than a view, the thumb of a long bar by more.
        const isStep = rows.getTotalSize() > HIGHEST && Math.abs(moved) < node.clientHeight;
        top = clamp(isStep ? top + moved : (bar / travel(rows)) * hidden(rows), rows);
        callback(top, true);
        wait();
      };
      callback(top, false);
      node.addEventListener("scroll", scrolled);
      // What a wheel has begun would end where the bar is put.
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
    /** Moves no further than is needed to show a row. The virtualizer itself knows no offset beyond the bar. */
    show(row: number, height: number, rows: Rows) {
      const view = rows.scrollRect?.height ?? 0;
      if (row * height < top) moveTo(row * height, rows);
      else if ((row + 1) * height > top + view) moveTo((row + 1) * height - view, rows);
    },
  };
}
