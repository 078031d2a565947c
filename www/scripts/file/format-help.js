// What a file may look like.

import { element } from "../dom.js";

const EXAMPLES = [
  [
    "JSON array, or JSON lines: one record a line",
    '{"companyName":"Contoso","status":"Allowed",\n "qualifications":[{"qualification":"Education","vettingStatus":"InReview"}]}',
    "The account status, or NoAccountStatus for a customer without one. The qualifications are as the service answers them, [] for none. What is absent or null is not known. Other members are skipped.",
  ],
  [
    "CSV, in UTF-8, with a header",
    "companyName,status,qualification,vettingStatus\nContoso,Allowed,Education;Nonprofit,InReview;Approved\nFabrikam,UnderReview,None,",
    "Several qualifications are separated by semicolons, and their vetting statuses in the same order. None is for a customer that holds nothing. What has no column, or an empty cell, is not known. Columns are separated by commas, semicolons or tabs.",
  ],
];

export function formatHelp() {
  return element(
    "details",
    { class: "raw" },
    element("summary", {}, "What the file may look like"),
    element(
      "div",
      {},
      EXAMPLES.flatMap(([title, example, text]) => [
        element("h3", {}, title),
        element("pre", { class: "body", tabindex: "0" }, example),
        element("p", { class: "muted" }, text),
      ]),
    ),
  );
}
