// Sample responses, as Microsoft documents them.

import { ACCOUNT_STATUSES } from "partner-center-rules";

const status = (value: string) => `{\n  "type": "account",\n  "status": "${value}",\n  "lastUpdateDateTime": "2021-07-14T18:02:00"\n}`;
const withStatus = (line: string, body: string) => `HTTP/1.1 ${line}\nContent-Type: application/json\n\n${body}`;

/** Responses by their account status. */
export const STATUS_EXAMPLES: readonly (readonly [status: string, text: string])[] = ACCOUNT_STATUSES.map((value) => [
  value,
  value === "NoAccountStatus"
    ? withStatus("404 Not Found", '{\n  "code": 600074,\n  "description": "Account Status for the customer was not found.",\n  "errorName": "AccountStatusNotFound",\n  "isRetryable": false\n}')
    : withStatus("200 OK", status(value)),
]);

/** Responses by their kind. */
export const OTHER_EXAMPLES = {
  qualifications: withStatus(
    "200 OK",
    '[\n  {\n    "qualification": "Education",\n    "vettingStatus": "InReview",\n    "vettingCreateDate": "2020-12-04T23:35:00"\n  }\n]',
  ),
  update: withStatus("201 Created", '{\n  "qualification": "GovernmentCommunityCloud",\n  "vettingStatus": "Approved"\n}'),
  validationCodes: withStatus(
    "200 OK",
    '[\n  {\n    "partnerId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",\n    "organizationName": "Contoso, Inc.",\n    "validationId": "123456",\n    "maxCreates": 5,\n    "remainingCreates": 4\n  }\n]',
  ),
  refusal: withStatus("403 Forbidden", '{\n  "code": 800074,\n  "description": "The customer\'s account is under review."\n}'),
  fault: withStatus("404 Not Found", "<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head></html>"),
} as const;
