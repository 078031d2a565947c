import { expect, test } from "vitest";

import { readResponse } from "./read-response";

test.each([
  [200, '{"type":"account","status":"Allowed"}', "accountStatus"],
  [200, '{"status":"PendingPayment"}', "accountStatus"],
  [404, '{"code":600074}', "accountStatus"],
  [404, '{"code":60003}', "fault"],
  [404, "<html></html>", "fault"],
  [404, "", "fault"],
  [200, '[{"qualification":"Education","vettingStatus":"InReview"}]', "qualifications"],
  [200, "[]", "qualifications"],
  [200, '"governmentcommunitycloud"', "qualification"],
  [200, '"Customer tagging denied."', "fault"],
  [201, '{"qualification":"Education","vettingStatus":"InReview"}', "update"],
  [200, '[{"partnerId":"7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745","organizationName":"Contoso","validationId":"12345","maxCreates":5,"remainingCreates":4}]', "validationCodes"],
  [403, '{"code":800073}', "refusal"],
  [403, '{"code":800075}', "refusal"],
  [401, "", "fault"],
  [429, "", "fault"],
  [200, "oops", "fault"],
  [500, '{"status":"Allowed"}', "fault"],
])("%i %s is read as %s", (httpStatus, body, kind) => {
  expect(readResponse(httpStatus, body, {}).kind).toBe(kind);
});
