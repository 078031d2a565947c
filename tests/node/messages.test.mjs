// The translations are complete, and follow the rules of their languages.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import * as rules from "partner-center-rules";
import { checkField, checkForm, fieldPlan, LABELS, MESSAGES } from "partner-center-rules";

const LANGUAGES = ["de", "es", "fr", "ja", "pt-BR"];
const TRANSLATIONS = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (language) => [language, await import(`partner-center-rules/messages/${language}`)])),
);
const textsOf = (language) => Object.entries(TRANSLATIONS[language].messages);

// The separators of a list are not texts by themselves.
const isPartOfList = (code) => code.startsWith("list.");
const isLabel = (code) => code.endsWith("Label") || code.includes(".");
const sorted = (found) => [...found].sort();

// Names of products, and words that are the same in both languages.
const PRODUCTS = ["qualification.GovernmentCommunityCloud", "offerSegment.GovernmentCommunityCloud"];
const SAME_AS_IN_ENGLISH = {
  de: ["websiteLabel", "transaction.upgrade", "need.optional", "faultOrigin.partner"],
  es: ["severity.error", "faultOrigin.partner"],
  fr: ["qualificationLabel", "offerSegment.Commercial"],
  ja: [],
  "pt-BR": ["transaction.upgrade"],
};

// Names that are the same in every language.
const NAMES = [
  "Government Community Cloud", "GCC", "SOE", "K-12", "21Vianet", "Microsoft", "GUID", "HTTP", "IP", "8-4-4-4-12", "urn:uuid:", "example.edu",
];
const has = (text, name) => new RegExp(`(?<![\\w-])${name}(?!\\w)`).test(text);
const named = (text) => NAMES.filter((name) => has(text, name));

// Values that messages name by their labels, as shown on the screen.
const NAMED_BY_LABEL = [
  "qualification.None", "qualification.Education", "qualification.Nonprofit", "qualification.StateOwnedEntity",
  "accountStatus.Unknown", "accountStatus.Not Ready", "educationSegment.K12", "educationSegment.HigherEducation",
];
const NO_VALUE = { "qualification.None": ["validationCodeNoneUsable"] };
const withoutAddition = (label) => label.replace(/ \(.*/, "");

const words = (...list) => new RegExp(`(?<!\\p{L})(?:${list.join("|")})(?!\\p{L})`, "iu");

// Words that occur in every longer English text, and in none of the other languages.
const ENGLISH = words("the", "of", "is", "are", "this", "that", "not(?! ready)", "only", "can", "with", "were");

// Polite phrases without content, and informal forms of address.
const UNFIT = {
  de: words("bitte", "du", "dich", "dir", "dein\\p{L}*"),
  es: words("por favor", "tú", "tus?", "te", "vosotros", "vuestr\\p{L}*"),
  fr: words("s['’]il vous plaît", "veuillez", "tu", "te", "ton", "ta", "tes"),
  ja: /お願い|何卒/,
  "pt-BR": words("por favor", "tu", "te", "teus?", "tuas?"),
};

const POLITE_JAPANESE = /(?:です|ます|ません|ました|ませんでした|ください)$/;

describe("the translations", () => {
  it("are all tested here", async () => {
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

    it("keeps quoted text", () => {
      const quoted = (text) => sorted(text.split("`").filter((_, index) => index % 2 === 1));
      each((code, text, english) => {
        assert.equal(text.split("`").length % 2, 1, code);
        assert.deepEqual(quoted(text), quoted(english), code);
      });
    });

    it("keeps names", () => {
      each((code, text, english) => assert.deepEqual(named(text), named(english), code));
    });

    it("names values in messages by their labels", () => {
      const { messages } = TRANSLATIONS[language];
      for (const label of NAMED_BY_LABEL) {
        const english = withoutAddition(MESSAGES[label]).replace("Not ready", "Not [Rr]eady");
        const naming = Object.keys(MESSAGES).filter((code) => !isLabel(code) && !NO_VALUE[label]?.includes(code) && has(MESSAGES[code], english));
        assert.ok(naming.length > 0, label);
        for (const code of naming) assert.ok(messages[code].includes(withoutAddition(messages[label])), `${code} names ${label}`);
      }
    });

    it("writes long numbers as the language does", () => {
      const longNumbers = (text) => text.match(/\d{1,3}(?:[., \u00A0\u202F]\d{3})+(?!\d)/g) ?? [];
      each((code, text, english) => {
        const digits = (number) => Number(number.replace(/\D/g, ""));
        const written = (number) => new Intl.NumberFormat(language, { useGrouping: "always" }).format(digits(number)).replace(/\s/g, " ");
        assert.deepEqual(longNumbers(text).map((number) => number.replace(/\s/g, " ")), longNumbers(english).map(written), code);
      });
    });

    it("is translated", () => {
      const same = textsOf(language).filter(([code, text]) => text === MESSAGES[code] && !isPartOfList(code)).map(([code]) => code);
      assert.deepEqual(sorted(same), sorted([...SAME_AS_IN_ENGLISH[language], ...PRODUCTS]));
      each((code, text) => assert.doesNotMatch(text, ENGLISH, code));
    });

    it("has different texts for different meanings", () => {
      const { messages } = TRANSLATIONS[language];
      const distinct = (catalogue, codes) => new Set(codes.map((code) => catalogue[code])).size;
      const texts = Object.keys(MESSAGES).filter((code) => !code.includes("."));
      assert.equal(distinct(messages, texts), distinct(MESSAGES, texts));
      // The same word can be the label of values of different kinds.
      for (const [kind, labels] of Object.entries(LABELS)) {
        const codes = Object.keys(labels).map((value) => (kind === "field" ? `${value}Label` : `${kind}.${value}`));
        assert.equal(distinct(messages, codes), codes.length, kind);
      }
    });

    it("has no empty text, stray white space or invisible characters", () => {
      each((code, text) => {
        if (!isPartOfList(code)) assert.equal(text, text.trim(), code);
        assert.match(text, /\S/, code);
        assert.equal(text, text.normalize("NFC"), code);
        assert.doesNotMatch(text, /[\s\u00A0]{2}/, code);
        assert.doesNotMatch(text, language === "fr" ? /[^\P{Z} \u00A0]|\p{C}/u : /[^\P{Z} ]|\p{C}/u, code);
      });
    });

    it("ends sentences, and only sentences, as the language does", () => {
      const [end, foreign] = language === "ja" ? ["。", /[.!?](?:\s|$)|[，．！？]/] : [".", /[。、！？]|\.\./];
      each((code, text) => {
        if (isPartOfList(code)) return;
        assert.equal(text.endsWith(end), !isLabel(code), code);
        assert.doesNotMatch(text, foreign, code);
        if (isLabel(code)) assert.doesNotMatch(text, /[.:。]/, code);
      });
    });

    it("begins every sentence and label with a capital letter", () => {
      const isSentence = (code) => !isPartOfList(code) && !PRODUCTS.includes(code);
      if (language === "ja") return each((code, text) => isSentence(code) && assert.match(text, /[\u3040-\u30FF\u4E00-\u9FFF]/, code));
      each((code, text) => {
        if (!isSentence(code)) return;
        for (const sentence of text.split(/(?<=\.) /)) assert.match(sentence, /^(?:[„“]|«\u00A0)?[\p{Lu}`]/u, code);
      });
    });

    it("is polite without empty phrases", () => {
      each((code, text) => {
        assert.doesNotMatch(text, UNFIT[language], code);
        if (language !== "ja" || isLabel(code)) return;
        for (const sentence of text.split("。").slice(0, -1)) assert.match(sentence, POLITE_JAPANESE, code);
      });
    });
  });

  it("have the spaces and apostrophes of French", () => {
    for (const [code, text] of textsOf("fr")) {
      // A colon inside a name such as `urn:uuid:` is not punctuation.
      const prose = text.replace(/`[^`]*`|urn:uuid:/g, "");
      assert.doesNotMatch(prose, /(?<!\u00A0)[:;!?»]|«(?!\u00A0)/, code);
      assert.doesNotMatch(prose, /(?<!«)\u00A0(?![:;!?»])/, code);
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
  const EXPECTED = {
    de: {
      segment: "`K13` ist kein Bildungssegment. Wählen Sie eines der folgenden aus: K-12 (Schulen) oder Hochschulen.",
      code: "`2147483648` ist kein Validierungscode. Geben Sie die Zahl ein, die Microsoft Ihrer Organisation gegeben hat, zum Beispiel `123456`.",
      change: "Geschweifte Klammern um den Text wurden entfernt.",
      label: "Kunden-ID",
      hint: "Eine Qualifikation kann nicht entfernt werden, nachdem sie festgelegt wurde.",
      options: ["Bildung", "Hochschulen"],
      reason: "Der Kunde hat diese Qualifikation bereits.",
    },
    es: {
      segment: "`K13` no es un segmento educativo. Elija uno de los siguientes: K-12 (primaria y secundaria) o Educación superior.",
      code: "`2147483648` no es un código de validación. Escriba el número que Microsoft asignó a su organización, por ejemplo `123456`.",
      change: "Se quitaron las llaves alrededor del texto.",
      label: "ID de cliente",
      hint: "Una calificación no se puede quitar después de establecerla.",
      options: ["Educación", "Educación superior"],
      reason: "El cliente ya tiene esta calificación.",
    },
    fr: {
      segment: "`K13` n’est pas un segment éducatif. Choisissez l’un des suivants\u00A0: K-12 (primaire et secondaire) ou Enseignement supérieur.",
      code: "`2147483648` n’est pas un code de validation. Entrez le numéro que Microsoft a donné à votre organisation, par exemple `123456`.",
      change: "Les accolades autour du texte ont été supprimées.",
      label: "ID client",
      hint: "Une qualification ne peut plus être supprimée une fois définie.",
      options: ["Éducation", "Enseignement supérieur"],
      reason: "Le client a déjà cette qualification.",
    },
    ja: {
      segment: "`K13` は教育セグメントではありません。K-12 (初等中等教育) または 高等教育 から選択してください。",
      code: "`2147483648` は検証コードではありません。Microsoft から組織に付与された番号 (例: `123456`) を入力してください。",
      change: "テキストの前後の中かっこを削除しました。",
      label: "顧客 ID",
      hint: "一度設定した資格は削除できません。",
      options: ["教育", "高等教育"],
      reason: "顧客は既にこの資格を持っています。",
    },
    "pt-BR": {
      segment: "`K13` não é um segmento educacional. Escolha um destes: K-12 (ensino fundamental e médio) ou Ensino superior.",
      code: "`2147483648` não é um código de validação. Insira o número que a Microsoft deu à sua organização, por exemplo `123456`.",
      change: "As chaves ao redor do texto foram removidas.",
      label: "ID do cliente",
      hint: "Não é possível remover uma qualificação depois de defini-la.",
      options: ["Educação", "Ensino superior"],
      reason: "O cliente já tem esta qualificação.",
    },
  };

  for (const language of LANGUAGES) it(`speaks ${language}, with the parameters filled in`, () => {
    const { messages } = TRANSLATIONS[language];
    const expected = EXPECTED[language];
    const messagesOf = (items) => items.map(({ message }) => message);

    const context = { messages, held: [] };
    assert.deepEqual(messagesOf(checkForm(FORM, context).issues), [expected.segment]);
    assert.deepEqual(messagesOf(checkForm(CODE, { ...context, mode: "synchronous" }).issues), [expected.code]);
    assert.equal(checkField("educationSegment", "K13", FORM, context).issue.message, expected.segment);

    const valid = checkForm({ ...FORM, educationSegment: "K12" }, { messages });
    assert.deepEqual(messagesOf(valid.changes), [expected.change]);
    assert.deepEqual(messagesOf(valid.warnings), [messages.holdingsNotKnown]);

    const plans = fieldPlan("Education", { messages, held: [{ qualification: "Education" }] });
    const planOf = (field) => plans.find((plan) => plan.field === field);
    assert.equal(planOf("customerId").label, expected.label);
    assert.equal(planOf("qualification").hint, expected.hint);
    const labelOf = (field, option) => planOf(field).options.find(({ value }) => value === option).label;
    assert.deepEqual([labelOf("qualification", "Education"), labelOf("educationSegment", "HigherEducation")], expected.options);
    const education = planOf("qualification").options.find(({ value }) => value === "Education");
    assert.deepEqual(messagesOf(education.reasons), [expected.reason]);
  });
});

describe("every call that returns texts", () => {
  const held = [{ qualification: "Education" }, { qualification: "GovernmentCommunityCloud", vettingStatus: "InReview" }];
  const customerId = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
  const form = { customerId: ` ${customerId}`, qualification: "Education", educationSegment: "K13", website: "192.0.2.1", extra: 1 };
  const requestContext = { requestId: "037db222-6d8e-4d7f-ba78-df3dca33fb68", correlationId: "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745" };
  const bulkReader = (messages) => {
    const reader = rules.bulkReader({ segment: "Education", messages });
    reader.push(new TextEncoder().encode('[{"status":"UnderReview","qualifications":[]},oops'));
    reader.finish();
    return [reader.decisions, reader.error];
  };
  const CALLS = {
    settability: (messages) => rules.QUALIFICATIONS.map((target) => rules.settability(target, { held, messages })),
    qualificationOptions: (messages) => rules.qualificationOptions({ held, messages }),
    accountEligibility: (messages) => rules.ACCOUNT_STATUSES.map((status) => rules.accountEligibility(status, "renewal", { messages })),
    offerEligibility: (messages) => rules.OFFER_SEGMENTS.map((segment) => rules.offerEligibility(held, segment, null, { messages })),
    purchaseEligibility: (messages) => rules.purchaseEligibility({ status: "UnderReview", held, segment: "Nonprofit", messages }),
    eligibilityFromResponse: (messages) => rules.eligibilityFromResponse(404, "", null, { messages }),
    purchaseEligibilityFromResponse: (messages) =>
      rules.purchaseEligibilityFromResponse(200, '{"status":"Paused"}', { held, segment: "Nonprofit", messages }),
    explainPurchaseRefusal: (messages) => rules.explainPurchaseRefusal(403, '{"code":800073}', { messages }),
    checkForm: (messages) => rules.checkForm(form, { messages }),
    "checkForm, accepted": (messages) => rules.checkForm({ ...form, educationSegment: "K12" }, { messages }),
    checkField: (messages) => rules.checkField("customerId", ` ${customerId}`, form, { messages }),
    "checkField, refused": (messages) => rules.checkField("educationSegment", "K13", form, { messages }),
    fieldPlan: (messages) => rules.fieldPlan("Education", { held, messages }),
    qualificationSchema: (messages) => rules.qualificationSchema({ messages })["~standard"].validate(form).issues,
    "qualificationSchema, JSON Schema": (messages) =>
      Object.values(rules.qualificationSchema({ messages })["~standard"].jsonSchema.input({ target: "draft-07" }).properties)
        .map(({ title, description }) => ({ label: title, hint: description })),
    "requests.setQualification": (messages) => rules.requests.setQualification(form, { held, messages }, requestContext),
    "requests.setUndeterminedQualification": (messages) => rules.requests.setUndeterminedQualification(form, { held, messages }, requestContext),
    readValidationStatus: (messages) => rules.readValidationStatus(404, "", { messages }),
    readQualification: (messages) => rules.readQualification(500, "", { messages }),
    readQualifications: (messages) => rules.readQualifications(403, "", { messages }),
    readUpdate: (messages) => rules.readUpdate("synchronous", 400, '"Customer tagging denied."', { messages }),
    readValidationCodes: (messages) => rules.readValidationCodes(401, "", { messages }),
    readFault: (messages) => rules.readFault(0, "", { messages }),
    bulkEligibility: (messages) => rules.bulkEligibility("[{}", { messages }).error,
    bulkReader,
    label: (messages) =>
      Object.entries(LABELS).flatMap(([kind, labels]) => Object.keys(labels).map((value) => ({ label: rules.label(kind, value, { messages }) }))),
  };

  /** Returns the texts in the result of a call. */
  function textsIn(value) {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, member]) =>
      ["message", "label", "hint"].includes(name) && typeof member === "string" ? [member] : textsIn(member));
  }

  it("is tested here", () => {
    const textless = [
      "fieldAttributes", "init", "readTimestamp", "requests", "toErrorSummary", "toFieldErrors", "__trap",
    ];
    const names = Object.keys(rules).filter((name) => typeof rules[name] === "function" && !textless.includes(name));
    assert.deepEqual(names.filter((name) => !Object.keys(CALLS).some((call) => call.startsWith(name))), []);
  });

  // A catalogue with unique texts.
  const marked = Object.fromEntries(Object.keys(MESSAGES).map((code) => [code, `<${code}>`]));

  for (const [name, call] of Object.entries(CALLS)) it(`${name} takes them from the catalogue`, () => {
    const english = textsIn(call(undefined));
    const texts = textsIn(call(marked));
    assert.ok(texts.length > 0);
    assert.equal(texts.length, english.length);
    for (const text of texts) assert.match(text, /^<[\w.+ ]+>$/);
    assert.deepEqual(textsIn(call(null)), english);
    assert.deepEqual(textsIn(call({})), english);
    // A catalogue without matching texts changes nothing.
    assert.deepEqual(textsIn(call({ "list.or": " | " })).map((text) => text.replace(" | ", " or ")), english);
  });

  it("gives the same decision without messages", () => {
    for (const messages of [undefined, null]) {
      assert.equal(rules.settability("Education", { held: [], messages }), rules.settability("Education", { held: [] }));
      assert.equal(rules.accountEligibility("Allowed", null, { messages }), rules.accountEligibility("Allowed"));
    }
  });

  it("refuses an object without texts of a catalogue", async () => {
    const german = await import("partner-center-rules/messages/de");
    for (const messages of [german, { de: german.messages }, { customerIdRequird: "Which customer?" }]) {
      assert.throws(() => checkForm({}, { messages }), /^TypeError: context\.messages must be texts by code/);
      assert.throws(() => rules.accountEligibility("Allowed", null, { messages }), /^TypeError: options\.messages must be texts by code/);
      assert.throws(() => rules.purchaseEligibility({ messages }), /^TypeError: purchase\.messages must be texts by code/);
    }
    // A catalogue of a newer version may have additional texts.
    assert.equal(checkForm({}, { messages: { later: "x", customerIdRequired: "Which customer?" } }).issues[0].message, "Which customer?");
  });
});

describe("a label", () => {
  it("is the one in the tables, in English", () => {
    for (const [kind, labels] of Object.entries(LABELS)) {
      for (const [value, label] of Object.entries(labels)) assert.equal(rules.label(kind, value), label);
    }
  });

  it("of an unknown value is the value", () => {
    for (const value of ["Paused", "", "constructor", "toString", "__proto__", "Label", "allowed.x", "Nicht bereit"]) {
      for (const kind of Object.keys(LABELS)) assert.equal(rules.label(kind, value, { messages: TRANSLATIONS.de.messages }), value);
    }
  });

  it("needs a kind of value that has labels, and a text", () => {
    assert.throws(() => rules.label("offer", "Education"), /^TypeError: kind must be one of outcome, /);
    assert.throws(() => rules.label("toString", "Education"), TypeError);
    assert.throws(() => rules.label("outcome", undefined), /^TypeError: value must be a string, not undefined/);
    assert.throws(() => rules.label("outcome", "allowed", "de"), TypeError);
  });

  it("has its text in every catalogue", () => {
    for (const language of LANGUAGES) {
      const { messages } = TRANSLATIONS[language];
      for (const [kind, labels] of Object.entries(LABELS)) {
        for (const value of Object.keys(labels)) {
          assert.equal(rules.label(kind, value, { messages }), messages[kind === "field" ? `${value}Label` : `${kind}.${value}`]);
        }
      }
    }
  });
});
