import { describe, expect, it } from "vitest";

import { retryTime } from "./service";

describe("retryTime", () => {
  it("reads only seconds and dates", () => {
    expect(retryTime("5", 1000)).toBe(6000);
    expect(retryTime(" 0 ", 1000)).toBe(1000);
    expect(retryTime("Wed, 21 Oct 2026 07:28:00 GMT", 0)).toBe(Date.UTC(2026, 9, 21, 7, 28));
    for (const header of [null, "", "soon", "99999999", "-1 s"]) expect(retryTime(header, 0)).toBeUndefined();
  });
});
