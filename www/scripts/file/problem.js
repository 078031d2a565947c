// What is wrong with a file, in words that can be shown.

export class Problem extends Error {
  // `offset`: at which byte of the file, where that is known.
  constructor(message, offset) {
    super(message);
    this.offset = offset;
  }
}

// What is thrown while a file is read is the browser's, and says little to those who chose the file.
export function problemOf(error) {
  if (error instanceof Problem) return error;
  if (error instanceof DOMException)
    return new Problem(
      "The browser cannot read the file, or not any further. It may have been changed, moved or deleted, or it is a folder.",
    );
  return new Problem(`This should not have happened: ${error}`);
}
