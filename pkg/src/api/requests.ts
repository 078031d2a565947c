// Builds requests to the service. Nothing is sent.

import type { Context, Form, PartnerCenterRequest, RequestContext, UpdateRequest } from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { notTheCustomer, readContext, readForm } from "./form-input.js";
import { result } from "../boundary/results.js";
import { frozen } from "../boundary/deep-freeze.js";
import { instance } from "../boundary/instance.js";
import type { CodedIssue } from "../messages/message-catalogue.js";
import { CLOUDS, FIELDS, MAX_FIELD_BYTES, OPERATIONS } from "../generated/tables.js";
import type { Operation } from "../generated/tables.js";

/**
 * The functions that build requests, one per operation of the service. A request contains only checked values, so that no text can
 * change its path, host or header.
 *
 * @throws TypeError if an argument has another type than declared, or an ID is not valid.
 * @example
 * const requestContext = { requestId: crypto.randomUUID(), correlationId: crypto.randomUUID() };
 * const request = requests.readValidationStatus("0a1b2c3d-4e5f-6789-abcd-ef0123456789", requestContext);
 * const response = await fetch(request.url, { ...request, headers: { ...request.headers, Authorization } });
 * const result = readValidationStatus(response.status, await response.text());
 */
export const requests = /* @__PURE__ */ frozen({
  /** Builds the request that reads the account validation status of a customer. */
  readValidationStatus: (customerId: string, requestContext: RequestContext): PartnerCenterRequest => read("readValidationStatus", requestContext, customerId),
  /** Builds the request that reads the qualification of a customer with the synchronous API. */
  readQualification: (customerId: string, requestContext: RequestContext): PartnerCenterRequest => read("readQualification", requestContext, customerId),
  /** Builds the request that reads the qualifications of a customer. */
  readQualifications: (customerId: string, requestContext: RequestContext): PartnerCenterRequest => read("readQualifications", requestContext, customerId),
  /** Builds the request that reads the validation codes of the partner. */
  readValidationCodes: (requestContext: RequestContext): PartnerCenterRequest => read("readValidationCodes", requestContext),
  /** Builds the request that sets a qualification, if the rules allow it. If it is undetermined, the result has an issue. */
  setQualification: (form: Form, context: Context | undefined, requestContext: RequestContext): UpdateRequest =>
    update(form, context, requestContext, false),
  /** Builds the request that sets a qualification, if the rules allow it or if it is undetermined. Partner Center has the final say. */
  setUndeterminedQualification: (form: Form, context: Context | undefined, requestContext: RequestContext): UpdateRequest =>
    update(form, context, requestContext, true),
});

function read(operation: Operation, requestContext: unknown, customerId?: unknown): PartnerCenterRequest {
  const context = readRequestContext(requestContext);
  const customer = operation === "readValidationCodes" ? "" : args.customerId(customerId, "customerId");
  return result(instance().read_request(OPERATIONS.indexOf(operation), customer, context));
}

function update(form: unknown, context: unknown, requestContext: unknown, isUndeterminedToo: boolean): UpdateRequest {
  const request = readRequestContext(requestContext);
  const { input, notText, unknownFields, checkedFor } = readForm(args.object(form, "form", FIELDS));
  const { mode, held, known, messages } = readContext(context, checkedFor);
  const isChecked = checkedFor !== undefined;
  const made: unknown = instance().update_request(input, notText, unknownFields, isChecked, mode, held, known, request, isUndeterminedToo);
  if (made === null) throw notTheCustomer(known?.customerId);
  const found = result<CodedUpdateRequest>(made);
  const warnings = messages.issues(found.warnings);
  return found.ok
    ? { ok: true, request: found.request, warnings }
    : { ok: false, issues: messages.issues(found.issues), warnings };
}

/** The request for a form as WebAssembly returns it. */
type CodedUpdateRequest =
  | { readonly ok: true; readonly request: PartnerCenterRequest; readonly warnings: readonly CodedIssue[] }
  | { readonly ok: false; readonly issues: readonly CodedIssue[]; readonly warnings: readonly CodedIssue[] };

const REQUEST_CONTEXT = ["requestId", "correlationId", "cloud"] as const;

/** A request context as WebAssembly expects it. */
interface RequestContextInput {
  readonly requestId: string;
  readonly correlationId: string;
  readonly cloud: number;
}

function readRequestContext(requestContext: unknown): RequestContextInput {
  const object = args.object(requestContext, "requestContext", REQUEST_CONTEXT);
  return {
    requestId: readId(object, "requestId"),
    correlationId: readId(object, "correlationId"),
    cloud: args.indexOf(CLOUDS, args.member(object, "cloud"), "requestContext.cloud", 0),
  };
}

function readId(object: object, name: string): string {
  const id = args.member(object, name);
  const isGuid = typeof id === "string" && id.length <= MAX_FIELD_BYTES && instance().is_guid(id);
  if (!isGuid) throw args.notAnId(`requestContext.${name}`, "a GUID", id);
  return id;
}
