import { expect, test } from "vitest";

import { check } from "./check.js";

test("the package", () => {
  expect(check()).toBe("passed");
});
