const { check } = require("./check.cjs");

test("the package", () => {
  expect(check()).toBe("passed");
});
