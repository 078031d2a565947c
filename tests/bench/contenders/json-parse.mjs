// JSON.parse alone, which every reader in JavaScript needs: a baseline without results.

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
