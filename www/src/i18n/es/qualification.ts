import type { qualification as english } from "../en/qualification";

export const qualification: Record<keyof typeof english, string> = {
  "qualification.title": "Establecer una calificación",
};
