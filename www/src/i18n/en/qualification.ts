export const qualification = {
  "qualification.title": "Set a qualification",
};
