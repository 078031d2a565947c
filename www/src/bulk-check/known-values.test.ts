import { ACCOUNT_STATUSES, LABELS } from "partner-center-rules";
import { expect, test } from "vitest";

import { knownStatus, qualificationOf, vettingStatusOf } from "./known-values";

test("a status is known as the service writes it and as a portal shows it, in any case", () => {
  for (const status of ACCOUNT_STATUSES) {
    expect(knownStatus(status)).toBe(status);
    expect(knownStatus(` ${LABELS.accountStatus[status].toUpperCase()} `)).toBe(status);
  }
  expect(knownStatus("under  review")).toBe("UnderReview");
});

test("what only looks like a status is none", () => {
  for (const text of ["", "Active", "\u212anown", "Аllowed", "Ａllowed", "Allowed.", "Allow\u200bed"]) expect(knownStatus(text)).toBeUndefined();
});

test("qualifications and vetting statuses have labels too, and what is not known stays as it is", () => {
  expect(qualificationOf("Government Community Cloud (GCC)")).toBe("GovernmentCommunityCloud");
  expect(vettingStatusOf("In review")).toBe("InReview");
  expect(qualificationOf("Charity")).toBe("Charity");
});
