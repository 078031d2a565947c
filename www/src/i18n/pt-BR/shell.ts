import type { shell as english } from "../en/shell";

export const shell: Record<keyof typeof english, string> = {
  "shell.product": "Regras do Partner Center",
  "shell.skip": "Ir para o conteúdo",
  "shell.areas": "Áreas",
  "shell.openMenu": "Abrir a navegação",
  "shell.closeMenu": "Fechar a navegação",
  "shell.language": "Idioma",
  "shell.languageFailed": "Não foi possível carregar o idioma. Tente novamente.",
  "shell.sandbox": "As solicitações vão para uma área restrita local, não para a Microsoft.",
  "shell.notFound": "Página não encontrada",
  "shell.notFoundText": "Não há nenhuma página neste endereço.",
  "shell.toCustomers": "Ir para Clientes",
  "shell.failed": "Não é possível mostrar esta página",
  "shell.rulesFailed": "Não foi possível carregar as regras. A página não funciona sem elas.",
  "shell.unexpected": "Erro inesperado:",
  "shell.reload": "Recarregar a página",
};
