import type { rules as english } from "../en/rules";

export const rules: Record<keyof typeof english, string> = {
  "rules.title": "Reglas",
  "rules.lead": "Todas las decisiones de este portal se basan en estas reglas, a fecha de {date}. Donde la documentación de Microsoft no dice nada, el resultado nunca es favorable.",
  "rules.search": "Buscar en las reglas",
  "rules.allOutcomes": "Todos los resultados",
  "rules.count": "{shown, number} de {count, number} reglas",
  "rules.all": "Todas las reglas",
  "rules.sources": "Fuentes",
  "rules.notFound": "Regla no encontrada",
  "rules.noRule": "No hay ninguna regla con este identificador:",
  "rules.decides": "Qué decide la regla",
  "rules.statement": "Se aplica cuando (en inglés)",
  "rules.basis": "Base documental",
  "rules.noSource": "La documentación de Microsoft no dice nada al respecto.",
};
