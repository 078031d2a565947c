import type { common as english } from "../en/common";

export const common: Record<keyof typeof english, string> = {
  loading: "Chargement...",
  "retry.again": "Réessayer",
  "retry.busy": "Nouvelle tentative...",
  "retry.in": "Réessayer dans {seconds, plural, one {# seconde} other {# secondes}}",
  "failure.short": "Lecture impossible",
  "failure.noAnswer": "Le service n’a pas répondu.",
  "failure.serviceFailed": "Le service n’est pas disponible pour le moment.",
  "failure.tooManyRequests": "Trop de requêtes.",
  "failure.unexpectedAnswer": "La réponse ne correspond à aucune réponse documentée par Microsoft.",
  "reasons.rule": "Règle {rule}",
  "qualifications.none": "Aucune qualification",
  clear: "Effacer",
  copied: "Copié",
  copyFailed: "Le navigateur n’a pas autorisé la copie.",
};
