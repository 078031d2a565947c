// What is known of the records of a file: of each which decision it got and where it ends. Ten bytes a record, so that a
// million of them are no burden.

export function judgements() {
  const pieces = [];
  const decisions = [];
  let count = 0;

  function pieceOf(index) {
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (pieces[middle].first <= index) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  }

  const endOf = (index) => {
    const { first, ends } = pieceOf(index);
    return ends[index - first];
  };

  return {
    // The decisions that occur.
    decisions,
    count: () => count,
    add({ fresh, ...piece }) {
      decisions.push(...fresh);
      if (piece.ends.length === 0) return;
      pieces.push({ first: count, decisions: piece.decisions, ends: piece.ends });
      count += piece.ends.length;
    },
    decisionOf(index) {
      const piece = pieceOf(index);
      return decisions[piece.decisions[index - piece.first]];
    },
    // From the end of the record before to its own.
    rangeOf: (index) => [index === 0 ? 0 : endOf(index - 1), endOf(index)],
    // The records whose decision fits, by their numbers from 0.
    matching(fits) {
      const wanted = decisions.map(fits);
      const found = new Uint32Array(count);
      let length = 0;
      for (const piece of pieces)
        for (let at = 0; at < piece.decisions.length; at += 1)
          if (wanted[piece.decisions[at]]) found[length++] = piece.first + at;
      return found.slice(0, length);
    },
  };
}
