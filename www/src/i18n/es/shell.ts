import type { shell as english } from "../en/shell";

export const shell: Record<keyof typeof english, string> = {
  "shell.product": "Reglas de Partner Center",
  "shell.skip": "Saltar al contenido",
  "shell.areas": "Secciones",
  "shell.openMenu": "Abrir la navegación",
  "shell.closeMenu": "Cerrar la navegación",
  "shell.language": "Idioma",
  "shell.languageFailed": "No se pudo cargar el idioma. Inténtelo de nuevo.",
  "shell.sandbox": "Las solicitudes se envían a un entorno de pruebas local, no a Microsoft.",
  "shell.notFound": "Página no encontrada",
  "shell.notFoundText": "No hay ninguna página en esta dirección.",
  "shell.toCustomers": "Ir a Clientes",
  "shell.failed": "No se puede mostrar esta página",
  "shell.rulesFailed": "No se pudieron cargar las reglas. La página no funciona sin ellas.",
  "shell.unexpected": "Error inesperado:",
  "shell.reload": "Volver a cargar la página",
};
