import type { shell as english } from "../en/shell";

export const shell: Record<keyof typeof english, string> = {
  "shell.product": "Partner Center-Regeln",
  "shell.skip": "Zum Inhalt springen",
  "shell.areas": "Bereiche",
  "shell.openMenu": "Navigation öffnen",
  "shell.closeMenu": "Navigation schließen",
  "shell.language": "Sprache",
  "shell.languageFailed": "Die Sprache konnte nicht geladen werden. Versuchen Sie es noch einmal.",
  "shell.sandbox": "Anforderungen gehen an eine lokale Sandbox, nicht an Microsoft.",
  "shell.notFound": "Seite nicht gefunden",
  "shell.notFoundText": "Unter dieser Adresse gibt es keine Seite.",
  "shell.toCustomers": "Zu den Kunden",
  "shell.failed": "Diese Seite kann nicht angezeigt werden",
  "shell.rulesFailed": "Die Regeln konnten nicht geladen werden. Ohne sie funktioniert die Seite nicht.",
  "shell.unexpected": "Unerwarteter Fehler:",
  "shell.reload": "Seite neu laden",
};
