import type { rules as english } from "../en/rules";

export const rules: Record<keyof typeof english, string> = {
  "rules.title": "Regeln",
  "rules.lead": "Jede Entscheidung dieses Portals beruht auf diesen Regeln, Stand {date}. Wo die Dokumentation von Microsoft nichts sagt, lautet das Ergebnis nie „Zulässig“.",
  "rules.search": "Regeln durchsuchen",
  "rules.allOutcomes": "Alle Ergebnisse",
  "rules.count": "{shown, number} von {count, number} Regeln",
  "rules.all": "Alle Regeln",
  "rules.sources": "Quellen",
  "rules.notFound": "Regel nicht gefunden",
  "rules.noRule": "Es gibt keine Regel mit dieser ID:",
  "rules.decides": "Was die Regel entscheidet",
  "rules.statement": "Gilt, wenn (englisch)",
  "rules.basis": "Grundlage",
  "rules.noSource": "Die Dokumentation von Microsoft sagt dazu nichts.",
};
