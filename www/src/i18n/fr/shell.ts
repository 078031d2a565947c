import type { shell as english } from "../en/shell";

export const shell: Record<keyof typeof english, string> = {
  "shell.product": "Règles Partner Center",
  "shell.skip": "Passer au contenu",
  "shell.areas": "Rubriques",
  "shell.openMenu": "Ouvrir la navigation",
  "shell.closeMenu": "Fermer la navigation",
  "shell.language": "Langue",
  "shell.languageFailed": "La langue n’a pas pu être chargée. Réessayez.",
  "shell.sandbox": "Les requêtes sont envoyées à un bac à sable local, pas à Microsoft.",
  "shell.notFound": "Page introuvable",
  "shell.notFoundText": "Il n’y a aucune page à cette adresse.",
  "shell.toCustomers": "Aller aux clients",
  "shell.failed": "Impossible d’afficher cette page",
  "shell.rulesFailed": "Les règles n’ont pas pu être chargées. La page ne fonctionne pas sans elles.",
  "shell.unexpected": "Erreur inattendue :",
  "shell.reload": "Recharger la page",
};
