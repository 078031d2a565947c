export const bulkCheck = {
  "bulkCheck.title": "Bulk check",
};
