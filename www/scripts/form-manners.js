// When a field says what is wrong with it: not while it is first filled in, but when it is left or the form is
// submitted, and from then on at once. What typing on could still make right waits until the field is left again.

const UNFINISHED = new Set(["empty", "incomplete"]);

export function manners() {
  const left = new Set();
  const submitted = new Set();
  let typing;
  return {
    type: (name) => (typing = name),
    // Leaving an empty field is no mistake yet: one may be on the way through.
    leave(name, { state }) {
      if (typing === name) typing = undefined;
      if (state === "empty") left.delete(name);
      else left.add(name);
    },
    submit(names) {
      typing = undefined;
      for (const name of names) submitted.add(name);
    },
    // A field that goes away starts anew when it comes back.
    forget(name) {
      left.delete(name);
      submitted.delete(name);
    },
    shows(name, { state, issue, warnings }) {
      const isJudged = left.has(name) || submitted.has(name);
      const isWaiting = typing === name && UNFINISHED.has(state);
      return {
        issue: isJudged && !isWaiting ? issue : undefined,
        warnings: isJudged && !isWaiting ? warnings : [],
        valid: state === "valid" && warnings.length === 0,
      };
    },
  };
}
