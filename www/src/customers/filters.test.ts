import { describe, expect, it } from "vitest";

import { unread } from "../data/reading";
import { isFound, readFilters, writeFilters } from "./filters";

const customer = { id: "5e81d6b3-92c7-4da0-b3f8-6c4e20a97f13", name: "Tailspin Toys", status: unread<never>(), qualifications: unread<never>() };

describe("filters", () => {
  it("survive a round trip through the URL", () => {
    for (const address of ["", "search=a+b&transaction=renewal&segment=Education&outcome=blocked"])
      expect(writeFilters(readFilters(new URLSearchParams(address))).toString()).toBe(address);
  });

  it("ignore unknown values in a URL", () => {
    const filters = readFilters(new URLSearchParams("transaction=steal&segment=Military&outcome=perhaps"));
    expect(filters).toEqual({ search: "", transaction: "newPurchase" });
  });

  it("find by name, by part of the ID, and by a pasted ID", () => {
    for (const search of ["", "toys tail", "5E81", "{5E81D6B3-92C7-4DA0-B3F8-6C4E20A97F13}"]) expect(isFound(customer, search)).toBe(true);
    expect(isFound(customer, "contoso")).toBe(false);
  });
});
