export const responseCheck = {
  "responseCheck.title": "Check a response",
};
