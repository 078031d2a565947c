import { ACCOUNT_STATUSES, LABELS } from "partner-center-rules";
import { expect, test } from "vitest";

import { knownStatus, qualificationOf, vettingStatusOf } from "./known-values";

test("a status is known as the service writes it and as a portal shows it, in any case", () => {
  for (const status of ACCOUNT_STATUSES) {
    expect(knownStatus(status)).toBe(status);
    expect(knownStatus(` ${LABELS.accountStatus[status].toUpperCase()} `)).toBe(status);
  }
  for (const text of ["under  review", "under_review", "UNDER-REVIEW", "En cours d'examen", "En cours d’examen", "Em ana\u0301lise"]) expect(knownStatus(text), text).toBe("UnderReview");
});

test("look-alikes of a status are not recognised", () => {
  for (const text of ["", "Active", "\u212anown", "Аllowed", "Ａllowed", "\u212annown", "Allow\u0065\u0301d", "Allowed.", "Allow\u200bed", "Allow ed", "Al-lowed", "-Allowed", "Allowed_"]) expect(knownStatus(text)).toBeUndefined();
});

test("labels of qualifications and vetting statuses are known too, and unknown values are kept", () => {
  expect(qualificationOf("Government Community Cloud (GCC)")).toBe("GovernmentCommunityCloud");
  expect(vettingStatusOf("In review")).toBe("InReview");
  expect(qualificationOf("Charity")).toBe("Charity");
});
