import type { common as english } from "../en/common";

export const common: Record<keyof typeof english, string> = {
  loading: "読み込み中...",
  "retry.again": "再試行",
  "retry.busy": "再試行中...",
  "retry.in": "{seconds, number} 秒後に再試行できます",
  "failure.short": "読み取れません",
  "failure.noAnswer": "サービスから応答がありませんでした。",
  "failure.serviceFailed": "サービスは現在利用できません。",
  "failure.tooManyRequests": "要求が多すぎます。",
  "failure.unexpectedAnswer": "Microsoft のドキュメントにない応答です。",
  "reasons.rule": "ルール {rule}",
  "qualifications.none": "資格なし",
  clear: "クリア",
  copied: "コピーしました",
  copyFailed: "ブラウザーでコピーが許可されませんでした。",
};
