// A sample file of customers.

import { ACCOUNT_STATUSES, QUALIFICATIONS, VETTING_STATUSES } from "partner-center-rules";
import Papa from "papaparse";

const COUNT = 1_000;
const FIRST = "Adventure Alpine Bellows Coho Contoso Fabrikam Fourth Graphic Humongous Litware Margie's Northwind Proseware School Southridge Tailspin Trey VanArsdel Wide Wingtip Woodgrove".split(" ");
const SECOND = "Academy Bank Clinic Coffee Design Logistics Publishing Toys Winery".split(" ");

/** Returns a file like Partner Center's list of customers, with qualifications added. */
export function sampleFile(): File {
  const below = generator();
  const one = (list: readonly string[]) => list[below(list.length)] ?? "";
  const digits = (length: number) => Array.from({ length }, () => below(16).toString(16)).join("");
  const rows = Array.from({ length: COUNT }, (_, index) => ({
    "Microsoft ID": `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`,
    "Company name": `${one(FIRST)} ${one(SECOND)}`,
    "Primary domain name": `customer${index + 1}.example`,
    // One customer in so many has an unknown status.
    Status: below(200) === 0 ? "PendingPayment" : below(3) > 0 ? "Allowed" : one(ACCOUNT_STATUSES),
    Qualification: below(3) > 0 ? "None" : one(QUALIFICATIONS),
    "Vetting status": below(4) > 0 ? "" : one(VETTING_STATUSES),
  }));
  return new File([Papa.unparse(rows)], "sample-customers.csv", { type: "text/csv" });
}

// Pseudorandom numbers from a fixed seed (mulberry32): the sample is always the same.
function generator(): (limit: number) => number {
  let state = 7;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
