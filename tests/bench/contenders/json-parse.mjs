// What every reader in JavaScript begins with: no answer, but a measure.

export const isMeasure = true;

export const lacks = {};

export function answer(httpStatus, body) {
  return JSON.parse(body);
}

/** The text is decoded already. */
export function prepareMany(bytes) {
  return new TextDecoder().decode(bytes);
}

export function many(text) {
  return JSON.parse(text);
}
