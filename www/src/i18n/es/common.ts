import type { common as english } from "../en/common";

export const common: Record<keyof typeof english, string> = {
  loading: "Cargando...",
  "retry.again": "Reintentar",
  "retry.busy": "Reintentando...",
  "retry.in": "Reintentar en {seconds, plural, one {# segundo} other {# segundos}}",
  "failure.short": "No se pudo leer",
  "failure.noAnswer": "El servicio no respondió.",
  "failure.serviceFailed": "El servicio no está disponible en este momento.",
  "failure.tooManyRequests": "Demasiadas solicitudes.",
  "failure.unexpectedAnswer": "La respuesta no es ninguna de las que Microsoft documenta.",
  "reasons.rule": "Regla {rule}",
  "qualifications.none": "Sin calificaciones",
  clear: "Borrar",
  copied: "Copiado",
  copyFailed: "El navegador no permitió copiar.",
};
