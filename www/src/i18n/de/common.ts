import type { common as english } from "../en/common";

export const common: Record<keyof typeof english, string> = {
  loading: "Wird geladen ...",
  "retry.again": "Erneut versuchen",
  "retry.busy": "Wird versucht ...",
  "retry.in": "Erneut versuchen in {seconds, plural, one {# Sekunde} other {# Sekunden}}",
  "failure.short": "Nicht lesbar",
  "failure.noAnswer": "Der Dienst hat nicht geantwortet.",
  "failure.serviceFailed": "Der Dienst ist zurzeit nicht verfügbar.",
  "failure.tooManyRequests": "Zu viele Anforderungen.",
  "failure.unexpectedAnswer": "Die Antwort entspricht keiner Antwort, die Microsoft dokumentiert.",
  "reasons.rule": "Regel {rule}",
  "qualifications.none": "Keine Qualifikationen",
  clear: "Leeren",
  copied: "Kopiert",
  copyFailed: "Der Browser hat das Kopieren nicht zugelassen.",
};
