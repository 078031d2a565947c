import type { responseCheck as english } from "../en/response-check";

export const responseCheck: Record<keyof typeof english, string> = {
  "responseCheck.title": "応答を確認する",
};
