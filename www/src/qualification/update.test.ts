import { describe, expect, it } from "vitest";

import type { Customer } from "../data/customer-store";
import { unread } from "../data/reading";
import { changesSince, prepare, type Seen, withoutCode } from "./update";

const ID = "3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1";
const FORM = { qualification: "Education", educationSegment: "K12", website: "", validationCode: "" };
const context = { mode: "asynchronous", held: [], customerId: ID } as const;

function seen(held: string[] | undefined, status = "Allowed", remaining?: number): Seen {
  const customer: Customer = {
    id: ID,
    status: { ...unread(), value: { status, recognised: true } },
    qualifications: { ...unread(), ...(held && { value: held.map((qualification) => ({ qualification })) }) },
  };
  return { customer, codes: { ...unread(), value: [{ validationId: "7", remainingCreates: remaining ?? null }] } };
}

const unreadable = ({ customer, codes }: Seen): Seen => {
  const failure = { method: "GET", path: "", httpStatus: 503, body: "", answeredAt: 0, fault: {} as never };
  return { customer: { ...customer, qualifications: { ...customer.qualifications, failure } }, codes };
};

describe("changesSince", () => {
  it("finds no change if nothing changed", () => {
    expect(changesSince(seen([]), seen([]), undefined)).toEqual([]);
    expect(changesSince(seen(undefined), unreadable(seen(undefined)), undefined)).toEqual([]);
  });

  it("finds what an update depends on", () => {
    expect(changesSince(seen([]), seen(["Education"]), undefined)).toEqual(["qualifications"]);
    expect(changesSince(seen([]), seen([], "UnderReview"), undefined)).toEqual(["status"]);
    expect(changesSince(seen([], "Allowed", 2), seen([], "Allowed", 1), "7")).toEqual(["code"]);
    expect(changesSince(seen([], "Allowed", 2), seen([], "Allowed", 1), undefined)).toEqual([]);
  });

  it("does not compare with an outdated value", () => {
    expect(changesSince(seen([]), unreadable(seen([])), undefined)).toEqual(["unreadable"]);
  });
});

describe("prepare", () => {
  it("keeps the ids of a request that may have taken effect, and of no other", () => {
    const first = prepare(FORM, context);
    if (!("request" in first)) throw new Error("the form is right");
    const same = prepare(FORM, context, first);
    const other = prepare({ ...FORM, educationSegment: "HigherEducation" }, context, first);
    expect("request" in same && same.requestContext).toEqual(first.requestContext);
    expect("request" in other && other.requestContext.requestId).not.toBe(first.requestContext.requestId);
  });

  it("returns errors, and whether the rules leave the update open", () => {
    expect(prepare({ ...FORM, educationSegment: "" }, context)).toMatchObject({ issues: [{ code: "educationSegmentRequired" }] });
    expect(prepare(FORM, { ...context, held: null })).toMatchObject({ isOpen: true });
  });
});

describe("withoutCode", () => {
  it("removes a code from a text, with or without leading zeros", () => {
    expect(withoutCode("code 0123, 123 and 1234", "0123")).toBe("code …, … and 1234");
    expect(withoutCode("as it is", undefined)).toBe("as it is");
    expect(withoutCode("A.B or AxB", "A.B")).toBe("… or AxB");
  });
});
