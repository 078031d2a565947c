import type { rules as english } from "../en/rules";

export const rules: Record<keyof typeof english, string> = {
  "rules.title": "Règles",
  "rules.lead": "Toutes les décisions de ce portail viennent de ces règles, en date du {date}. Là où la documentation de Microsoft ne dit rien, le résultat n’est jamais favorable.",
  "rules.search": "Rechercher dans les règles",
  "rules.allOutcomes": "Tous les résultats",
  "rules.count": "{shown, number} règles sur {count, number}",
  "rules.all": "Toutes les règles",
  "rules.sources": "Pages sources",
  "rules.notFound": "Règle introuvable",
  "rules.noRule": "Il n’existe aucune règle avec cet identifiant :",
  "rules.decides": "Ce que la règle décide",
  "rules.statement": "S’applique quand (en anglais)",
  "rules.basis": "Fondement",
  "rules.noSource": "La documentation de Microsoft n’en dit rien.",
};
