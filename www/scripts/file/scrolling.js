// Scrolls through more rows than a browser makes a page high: beyond a limit the bar stands for more than it measures.

// Browsers end at 16 million pixels or more.
const HIGHEST = 8_000_000;
const SETTLED = 150;

// `track` lies in `scroller` and is as high as all rows, or as high as can be. `draw` is called with what is in view:
// the `first` row and by how much of it is above.
export function scrolling({ scroller, track, draw }) {
  let [rows, height, head] = [0, 1, 0];
  // How far the rows have moved, in their own pixels, and where the bar was then.
  let top = 0;
  let bar = 0;
  let settling;
  let drawing;

  const view = () => Math.max(0, scroller.clientHeight - head);
  const hidden = () => Math.max(0, rows * height - view());
  const travel = () => Math.max(1, track.offsetHeight - scroller.clientHeight);

  function scrolled() {
    const moved = scroller.scrollTop - bar;
    bar = scroller.scrollTop;
    // A wheel, a finger and a key move by less than a view, the thumb of a long bar by more.
    const isStep = rows * height > HIGHEST && Math.abs(moved) < view();
    top = clamp(isStep ? top + moved : (bar / travel()) * hidden());
    wait();
    drawing ??= requestAnimationFrame(redraw);
  }

  function wait() {
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLED);
  }

  // Puts the bar where the rows are.
  function settle() {
    scroller.scrollTop = hidden() === 0 ? 0 : (top / hidden()) * travel();
    bar = scroller.scrollTop;
  }

  function redraw() {
    drawing = undefined;
    const first = Math.floor(top / height);
    draw(first, top - first * height);
  }

  const clamp = (place) => Math.min(Math.max(0, place), hidden());

  function moveTo(place) {
    top = clamp(place);
    settle();
    redraw();
  }

  scroller.addEventListener("scroll", () => {
    if (scroller.scrollTop !== bar) scrolled();
  });

  // What a wheel has begun would end where the bar is put.
  scroller.addEventListener("wheel", wait, { passive: true });

  return {
    // There are other rows, or they have another height; `head` is as high as what stays above them.
    measure(next) {
      const first = top / height;
      ({ rows, height, head } = { rows, height, head, ...next });
      track.style.height = `${Math.min(rows * height, HIGHEST) + head}px`;
      moveTo(first * height);
    },
    inView: () => Math.ceil(view() / height) + 1,
    moveTo,
    // Moves no further than is needed.
    show(row) {
      if (row * height < top) moveTo(row * height);
      else if ((row + 1) * height > top + view()) moveTo((row + 1) * height - view());
    },
    whole: () => Math.max(1, Math.floor(view() / height)),
  };
}
