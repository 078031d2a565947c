import type { rules as english } from "../en/rules";

export const rules: Record<keyof typeof english, string> = {
  "rules.title": "Regras",
  "rules.lead": "Todas as decisões deste portal vêm destas regras, de {date}. Onde a documentação da Microsoft nada diz, o resultado nunca é favorável.",
  "rules.search": "Pesquisar nas regras",
  "rules.allOutcomes": "Todos os resultados",
  "rules.count": "{shown, number} de {count, number} regras",
  "rules.all": "Todas as regras",
  "rules.sources": "Fontes",
  "rules.notFound": "Regra não encontrada",
  "rules.noRule": "Não há nenhuma regra com esta ID:",
  "rules.decides": "O que a regra decide",
  "rules.statement": "Aplica-se quando (em inglês)",
  "rules.basis": "Fundamento",
  "rules.noSource": "A documentação da Microsoft nada diz sobre isso.",
};
