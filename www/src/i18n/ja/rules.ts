import type { rules as english } from "../en/rules";

export const rules: Record<keyof typeof english, string> = {
  "rules.title": "ルール",
  "rules.lead": "このポータルの判断はすべて、{date} 時点のこれらのルールに基づきます。Microsoft のドキュメントに記載がない場合、許可になることはありません。",
  "rules.search": "ルールを検索",
  "rules.allOutcomes": "すべての結果",
  "rules.count": "{count, number} 件中 {shown, number} 件のルール",
  "rules.all": "すべてのルール",
  "rules.sources": "出典",
  "rules.notFound": "ルールが見つかりません",
  "rules.noRule": "この ID のルールはありません:",
  "rules.decides": "ルールの判断",
  "rules.statement": "適用条件 (英語)",
  "rules.basis": "根拠",
  "rules.noSource": "Microsoft のドキュメントには記載がありません。",
};
