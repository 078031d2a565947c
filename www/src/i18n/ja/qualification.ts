import type { qualification as english } from "../en/qualification";

export const qualification: Record<keyof typeof english, string> = {
  "qualification.title": "資格を設定する",
};
