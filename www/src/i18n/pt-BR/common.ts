import type { common as english } from "../en/common";

export const common: Record<keyof typeof english, string> = {
  loading: "Carregando...",
  "retry.again": "Tentar novamente",
  "retry.busy": "Tentando...",
  "retry.in": "Tentar novamente em {seconds, plural, one {# segundo} other {# segundos}}",
  "failure.short": "Não foi possível ler",
  "failure.noAnswer": "O serviço não respondeu.",
  "failure.serviceFailed": "O serviço não está disponível no momento.",
  "failure.tooManyRequests": "Solicitações em excesso.",
  "failure.unexpectedAnswer": "A resposta não é uma das que a Microsoft documenta.",
  "reasons.rule": "Regra {rule}",
  "qualifications.none": "Sem qualificações",
  clear: "Limpar",
  copied: "Copiado",
  copyFailed: "O navegador não permitiu copiar.",
};
