// The translations: each says all that the English texts say, in the way of its language.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { checkField, checkForm, fieldPlan, MESSAGES } from "partner-center-rules";

const LANGUAGES = ["de", "es", "fr", "ja", "pt-BR"];
const TRANSLATIONS = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (language) => [language, await import(`partner-center-rules/messages/${language}`)])),
);
const textsOf = (language) => Object.entries(TRANSLATIONS[language].messages);

const isLabel = (code) => code.endsWith("Label");
const sorted = (found) => [...found].sort();

// Labels that are the same word in both languages.
const SAME_AS_IN_ENGLISH = { de: ["websiteLabel"], es: [], fr: ["qualificationLabel"], ja: [], "pt-BR": [] };

// What people see under the same name in the service, in the options of a form and in the tables of the package.
const NAMES = [
  "Education", "Nonprofit", "Government Community Cloud", "State-owned entity", "Unknown", "Not Ready",
  "GUID", "HTTP", "IP", "Microsoft", "8-4-4-4-12", "urn:uuid:", "example.edu",
];
const named = (text) => NAMES.filter((name) => new RegExp(`(?<![\\w-])${name}(?!\\w)`).test(text));

const words = (...list) => new RegExp(`(?<!\\p{L})(?:${list.join("|")})(?!\\p{L})`, "iu");

// Words that every longer English text has and that none of the other languages has.
const ENGLISH = words("the", "of", "is", "are", "this", "that", "not(?! ready)", "only", "can", "with", "were");

// Politeness that makes a text longer and says nothing, and forms of address that are too close.
const UNFIT = {
  de: words("bitte", "du", "dich", "dir", "dein\\p{L}*"),
  es: words("por favor", "tú", "tus?", "te", "vosotros", "vuestr\\p{L}*"),
  fr: words("s['’]il vous plaît", "veuillez", "tu", "te", "ton", "ta", "tes"),
  ja: /お願い|何卒/,
  "pt-BR": words("por favor", "tu", "te", "teus?", "tuas?"),
};

const POLITE_JAPANESE = /(?:です|ます|ません|ました|ませんでした|ください)$/;

describe("the translations", () => {
  it("are those that are tested here", async () => {
    const folder = new URL("./messages/", import.meta.resolve("partner-center-rules"));
    const modules = (await readdir(folder)).filter((name) => name.endsWith(".js"));
    assert.deepEqual(sorted(modules), LANGUAGES.map((language) => `${language}.js`));
  });

  for (const language of LANGUAGES) describe(language, () => {
    const each = (check) => textsOf(language).forEach(([code, text]) => check(code, text, MESSAGES[code]));

    it("is the same by name, by default and by require", () => {
      const { default: byDefault, messages } = TRANSLATIONS[language];
      assert.equal(byDefault, messages);
      assert.deepEqual(createRequire(import.meta.url)(`partner-center-rules/messages/${language}`).messages, messages);
    });

    it("has every code, in the order of the English texts, and no other", () => {
      assert.deepEqual(textsOf(language).map(([code]) => code), Object.keys(MESSAGES));
    });

    it("has the placeholders of the English texts", () => {
      const placeholders = (text) => sorted(text.match(/\{[^}]*\}?/g) ?? []);
      each((code, text, english) => assert.deepEqual(placeholders(text), placeholders(english), code));
    });

    it("keeps what is quoted", () => {
      const quoted = (text) => sorted(text.split("`").filter((_, index) => index % 2 === 1));
      each((code, text, english) => {
        assert.equal(text.split("`").length % 2, 1, code);
        assert.deepEqual(quoted(text), quoted(english), code);
      });
    });

    it("keeps names and values of the service", () => {
      each((code, text, english) => {
        // "Education segment" is a word of ours, not the value.
        if (!isLabel(code)) assert.deepEqual(named(text), named(english), code);
      });
    });

    it("is translated", () => {
      const same = textsOf(language).filter(([code, text]) => text === MESSAGES[code]).map(([code]) => code);
      assert.deepEqual(same, SAME_AS_IN_ENGLISH[language]);
      each((code, text) => assert.doesNotMatch(text, ENGLISH, code));
    });

    it("says different things in different words", () => {
      const distinct = (texts) => new Set(texts).size;
      assert.equal(distinct(Object.values(TRANSLATIONS[language].messages)), distinct(Object.values(MESSAGES)));
    });

    it("has no empty text, no stray white space and nothing invisible", () => {
      each((code, text) => {
        assert.match(text, /\S/, code);
        assert.equal(text, text.trim(), code);
        assert.equal(text, text.normalize("NFC"), code);
        assert.doesNotMatch(text, /[\s\u00A0]{2}/, code);
        assert.doesNotMatch(text, language === "fr" ? /[^\P{Z} \u00A0]|\p{C}/u : /[^\P{Z} ]|\p{C}/u, code);
      });
    });

    it("ends sentences, and only sentences, as the language does", () => {
      const [end, foreign] = language === "ja" ? ["。", /[.!?](?:\s|$)|[，．！？]/] : [".", /[。、！？]|\.\./];
      each((code, text) => {
        assert.equal(text.endsWith(end), !isLabel(code), code);
        assert.doesNotMatch(text, foreign, code);
        if (isLabel(code)) assert.doesNotMatch(text, /[.:。]/, code);
      });
    });

    it("begins every sentence and label with a capital letter", () => {
      if (language === "ja") return each((code, text) => assert.match(text, /[\u3040-\u30FF\u4E00-\u9FFF]/, code));
      each((code, text) => {
        for (const sentence of text.split(/(?<=\.) /)) assert.match(sentence, /^[\p{Lu}`]/u, code);
      });
    });

    it("is polite without ado", () => {
      each((code, text) => {
        assert.doesNotMatch(text, UNFIT[language], code);
        if (language !== "ja" || isLabel(code)) return;
        for (const sentence of text.split("。").slice(0, -1)) assert.match(sentence, POLITE_JAPANESE, code);
      });
    });
  });

  it("have the spaces and apostrophes of French", () => {
    for (const [code, text] of textsOf("fr")) {
      // A colon inside of a name such as `urn:uuid:` is no punctuation.
      const prose = text.replace(/`[^`]*`|urn:uuid:/g, "");
      assert.doesNotMatch(prose, /(?<!\u00A0)[:;!?]/, code);
      assert.doesNotMatch(prose, /\u00A0(?![:;!?])/, code);
      assert.doesNotMatch(prose, /'/, code);
    }
  });

  it("have a space between Japanese and other letters, and none beside Japanese punctuation", () => {
    const japanese = "\\u3040-\\u30FF\\u4E00-\\u9FFF";
    const other = "[\\w`{}]";
    for (const [code, text] of textsOf("ja")) {
      assert.doesNotMatch(text, new RegExp(`[${japanese}]${other}|${other}[${japanese}]`), code);
      assert.doesNotMatch(text, / [、。]|[、。] /, code);
    }
  });
});

describe("a check with the messages of a language", () => {
  const FORM = { customerId: "{0a1b2c3d-4e5f-6789-abcd-ef0123456789}", qualification: "Education", educationSegment: "K13" };
  const CODE = { ...FORM, qualification: "GovernmentCommunityCloud", educationSegment: "", validationCode: "2147483648" };
  const SAID = {
    de: {
      segment: "`K13` ist kein Bildungssegment. Wählen Sie eines der folgenden aus: K12, HigherEducation.",
      code: "`2147483648` ist kein Validierungscode. Geben Sie die Zahl ein, die Microsoft Ihrer Organisation gegeben hat, zum Beispiel `123456`.",
      change: "Geschweifte Klammern um den Text wurden entfernt.",
      label: "Kunden-ID",
      hint: "Eine einmal festgelegte Qualifikation bleibt bestehen.",
      reason: "Der Kunde hat diese Qualifikation bereits.",
    },
    es: {
      segment: "`K13` no es un segmento educativo. Elija uno de los siguientes: K12, HigherEducation.",
      code: "`2147483648` no es un código de validación. Escriba el número que Microsoft asignó a su organización, por ejemplo `123456`.",
      change: "Se quitaron las llaves alrededor del texto.",
      label: "ID de cliente",
      hint: "Una vez establecida, una calificación se mantiene.",
      reason: "El cliente ya tiene esta calificación.",
    },
    fr: {
      segment: "`K13` n’est pas un segment éducatif. Choisissez l’un des suivants\u00A0: K12, HigherEducation.",
      code: "`2147483648` n’est pas un code de validation. Entrez le numéro que Microsoft a donné à votre organisation, par exemple `123456`.",
      change: "Les accolades autour du texte ont été supprimées.",
      label: "ID client",
      hint: "Une fois définie, une qualification est conservée.",
      reason: "Le client a déjà cette qualification.",
    },
    ja: {
      segment: "`K13` は教育セグメントではありません。K12, HigherEducation から選択してください。",
      code: "`2147483648` は検証コードではありません。Microsoft から組織に付与された番号 (例: `123456`) を入力してください。",
      change: "テキストの前後の中かっこを削除しました。",
      label: "顧客 ID",
      hint: "一度設定した資格はそのまま残ります。",
      reason: "顧客は既にこの資格を持っています。",
    },
    "pt-BR": {
      segment: "`K13` não é um segmento educacional. Escolha um destes: K12, HigherEducation.",
      code: "`2147483648` não é um código de validação. Insira o número que a Microsoft deu à sua organização, por exemplo `123456`.",
      change: "As chaves ao redor do texto foram removidas.",
      label: "ID do cliente",
      hint: "Uma vez definida, uma qualificação permanece.",
      reason: "O cliente já tem esta qualificação.",
    },
  };

  for (const language of LANGUAGES) it(`speaks ${language}, with the parameters filled in`, () => {
    const { messages } = TRANSLATIONS[language];
    const said = SAID[language];
    const messagesOf = (items) => items.map(({ message }) => message);

    const context = { messages, held: [] };
    assert.deepEqual(messagesOf(checkForm(FORM, context).issues), [said.segment]);
    assert.deepEqual(messagesOf(checkForm(CODE, { ...context, mode: "synchronous" }).issues), [said.code]);
    assert.equal(checkField("educationSegment", "K13", FORM, context).issue.message, said.segment);

    const valid = checkForm({ ...FORM, educationSegment: "K12" }, { messages });
    assert.deepEqual(messagesOf(valid.changes), [said.change]);
    assert.deepEqual(messagesOf(valid.warnings), [messages.holdingsNotKnown]);

    const plans = fieldPlan("Education", { messages, held: [{ qualification: "Education" }] });
    const planOf = (field) => plans.find((plan) => plan.field === field);
    assert.equal(planOf("customerId").label, said.label);
    assert.equal(planOf("qualification").hint, said.hint);
    const education = planOf("qualification").options.find(({ value }) => value === "Education");
    assert.deepEqual(messagesOf(education.reasons), [said.reason]);
  });
});
