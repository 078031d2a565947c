// Has to compile: requests and answers as a page uses them.
/// <reference lib="dom" />

import {
  FAULT_ORIGINS,
  OPERATIONS,
  checkField,
  checkForm,
  offerEligibility,
  readFault,
  readQualification,
  readQualifications,
  readTimestamp,
  readUpdate,
  readValidationCodes,
  readValidationStatus,
  requests,
  settability,
  toFieldErrors,
  type Answer,
  type RequestContext,
  type Fault,
  type FaultCode,
  type FaultOrigin,
  type Field,
  type Form,
  type FormResult,
  type Issue,
  type Operation,
  type OtherMember,
  type QualificationEntry,
  type PartnerCenterRequest,
  type Settability,
  type UpdateRequest,
  type ValidationCodeEntry,
  type ValidationStatus,
} from "partner-center-rules";

const requestContext: RequestContext = {
  requestId: "037db222-6d8e-4d7f-ba78-df3dca33fb68",
  correlationId: "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",
  cloud: null,
};
const request: PartnerCenterRequest = requests.readQualifications("0a1b2c3d-4e5f-6789-abcd-ef0123456789", requestContext);

/** Sends a request and gives what a reader needs. */
async function send(asked: PartnerCenterRequest): Promise<[number, string]> {
  const response = await fetch(asked.url, asked);
  await fetch(asked.path, { ...asked, headers: { ...asked.headers, Authorization: "Bearer x" } });
  return [response.status, await response.text()];
}

const answer: Answer<readonly QualificationEntry[]> = readQualifications(...(await send(request)));
const codes: Answer<readonly ValidationCodeEntry[]> = readValidationCodes(
  ...(await send(requests.readValidationCodes(requestContext))),
);
const held = answer.ok ? answer.value : null;
export const settable: Settability = settability("Education", { held });
export const offer = offerEligibility(held, "Education", "newPurchase", { messages: { segmentAvailable: "x" } });
export const checked = checkForm({}, { held, validationCodes: codes.ok ? codes.value : null });
export const dates: (number | null)[] = (held ?? []).map(({ vettingCreateDate }) =>
  readTimestamp(vettingCreateDate ?? ""),
);

const status: Answer<ValidationStatus> = readValidationStatus(404, null);
export const text: string | undefined = status.ok ? status.value.lastUpdateDateTime : status.fault.description;
export const name: string | undefined = status.ok && status.value.recognised ? status.value.status : undefined;
const bare = readQualification(200, '"education"');
export const qualification: string = bare.ok ? bare.value.qualification : "";

const update: UpdateRequest = requests.setUndeterminedQualification({ qualification: "Education" }, undefined, requestContext);
export const sent: PartnerCenterRequest | readonly Issue[] = update.ok ? update.request : update.issues;
export const operation: Operation = request.operation;
export const operations: readonly Operation[] = OPERATIONS;

// The value of a check is a form: it is sent as it is.
const again = checkForm({ qualification: "GovernmentCommunityCloud", validationCode: 123456 }, { held, mode: "synchronous" });
if (again.ok) {
  const checkedAgain: FormResult = checkForm(again.value, { held });
  const asForm: Form = again.value;
  const resent: UpdateRequest = requests.setQualification(again.value, { held }, requestContext);
  const open: UpdateRequest = requests.setUndeterminedQualification(again.value, undefined, requestContext);
  console.log(checkedAgain, asForm, resent, open, checkField("validationCode", 123456, again.value));
}
// @ts-expect-error a code alone can be a number
checkForm({ website: 7 });
// @ts-expect-error neither can the text of another field
checkField("website", 7);
// @ts-expect-error a code is no large integer
checkForm({ validationCode: 7n });

const created = readUpdate(null, 201, undefined, { messages: { notFound: "x" } });
if (!created.ok) {
  const { fault } = created;
  const members: readonly OtherMember[] = fault.other ?? [];
  const origin: FaultOrigin = fault.origin;
  const field: Field | undefined = fault.issue.path[0];
  const code: Issue["code"] | FaultCode = fault.issue.code;
  toFieldErrors([fault.issue]);
  console.log(members, origin, FAULT_ORIGINS, field, code, fault.isRetryable);
}
export const fault: Fault = readFault(503, "");

// @ts-expect-error the value is there only when the answer was read
answer.value;
// @ts-expect-error a request cannot be changed
request.url = "https://evil.example";
// @ts-expect-error there is no such cloud
requests.readValidationCodes({ ...requestContext, cloud: "moon" });
// @ts-expect-error the caller names its request
requests.readValidationCodes({ correlationId: requestContext.correlationId });
// @ts-expect-error the request is there only when nothing stands in its way
update.request;
// @ts-expect-error an HTTP status is a number
readFault("404", "");
// @ts-expect-error whether an origin is one is known
fault.origin === "moon";
