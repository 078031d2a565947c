import type { bulkCheck as english } from "../en/bulk-check";

export const bulkCheck: Record<keyof typeof english, string> = {
  "bulkCheck.title": "一括確認",
};
