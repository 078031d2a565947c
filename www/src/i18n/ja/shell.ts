import type { shell as english } from "../en/shell";

export const shell: Record<keyof typeof english, string> = {
  "shell.product": "Partner Center ルール",
  "shell.skip": "本文へ移動",
  "shell.areas": "メニュー",
  "shell.openMenu": "ナビゲーションを開く",
  "shell.closeMenu": "ナビゲーションを閉じる",
  "shell.language": "言語",
  "shell.languageFailed": "言語を読み込めませんでした。もう一度お試しください。",
  "shell.sandbox": "要求はローカルのサンドボックスに送信され、Microsoft には送信されません。",
  "shell.notFound": "ページが見つかりません",
  "shell.notFoundText": "このアドレスにページはありません。",
  "shell.toCustomers": "顧客の一覧へ",
  "shell.failed": "このページを表示できません",
  "shell.rulesFailed": "ルールを読み込めませんでした。ルールがないとこのページは動作しません。",
  "shell.unexpected": "予期しないエラー:",
  "shell.reload": "ページを再読み込み",
};
