// The form as a Standard Schema: every requirement of the standard.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";

import { FIELDS, MESSAGES, checkForm, qualificationSchema } from "partner-center-rules";

import { caseFiles } from "../files.mjs";

const CUSTOMER = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const CONTEXT = { held: [] };
const VALID = { customerId: CUSTOMER, qualification: "StateOwnedEntity" };
const { cases } = (await caseFiles()).find(({ call }) => call === "checkForm");

function validate(value, context = CONTEXT) {
  return qualificationSchema(context)["~standard"].validate(value);
}

/** Returns the codes of the issues by field. */
function codes({ issues }) {
  return issues.map(({ path, code }) => [path[0], code]);
}

const REQUIRED = [["customerId", "customerIdRequired"], ["qualification", "qualificationRequired"]];

describe("the schema", () => {
  it("has exactly the members of the standard", () => {
    const schema = qualificationSchema();
    assert.deepEqual(Object.keys(schema), ["~standard"]);
    const { version, vendor, validate, jsonSchema, ...rest } = schema["~standard"];
    assert.deepEqual([version, vendor], [1, "partner-center-rules"]);
    assert.deepEqual([typeof validate, typeof jsonSchema.input, typeof jsonSchema.output], ["function", "function", "function"]);
    assert.deepEqual(rest, {});
  });

  it("is frozen", () => {
    const schema = qualificationSchema(CONTEXT);
    for (const part of [schema, schema["~standard"], schema["~standard"].jsonSchema]) assert.ok(Object.isFrozen(part));
  });

  it("does not change the context", () => {
    const context = { held: [], messages: {}, validationCodes: [{ validationId: "7" }] };
    qualificationSchema(context);
    for (const part of [context, context.held, context.messages, context.validationCodes]) assert.ok(!Object.isFrozen(part));
  });

  it("has functions that do not need `this`", () => {
    const { validate, jsonSchema: { input, output } } = qualificationSchema(CONTEXT)["~standard"];
    assert.deepEqual(Object.keys(validate(VALID)), ["value"]);
    assert.equal(input({ target: "draft-07" }).type, "object");
    assert.ok(Array.isArray(output({ target: "draft-07" }).oneOf));
  });

  it("accepts the options of the standard, and ignores them", () => {
    const { validate, jsonSchema } = qualificationSchema(CONTEXT)["~standard"];
    const libraryOptions = { any: "thing" };
    assert.deepEqual(validate(VALID, { libraryOptions }), validate(VALID));
    assert.deepEqual(jsonSchema.input({ target: "draft-07", libraryOptions }), jsonSchema.input({ target: "draft-07" }));
  });

  it("throws for a wrong context when it is created", () => {
    const mistake = (message) => ({ name: "TypeError", message });
    assert.throws(() => qualificationSchema({ held: "Education" }), mistake(/^context\.held must be an array/));
    assert.throws(() => qualificationSchema({ mode: "sometimes" }), mistake(/^context\.mode must be one of/));
  });
});

describe("its check", () => {
  for (const { name, input: { form, context } } of cases) {
    it(`has the same result as checkForm: ${name}`, () => {
      const result = validate(form, context);
      const checked = checkForm(form, context);
      assert.deepEqual(result, checked.ok ? { value: checked.value } : { issues: checked.issues });
    });
  }

  it("is synchronous", () => {
    for (const value of [VALID, {}]) assert.equal(typeof validate(value).then, "undefined");
  });

  it("has no key `issues` when it succeeds and no key `value` when it fails", () => {
    assert.deepEqual(Object.keys(validate(VALID)), ["value"]);
    assert.deepEqual(Object.keys(validate({})), ["issues"]);
    assert.ok(validate({}).issues.length > 0);
  });

  it("gives each issue a message, a path of one field, and code, params and severity beside them", () => {
    for (const issue of validate({ ...VALID, customerId: "x", website: "x", validationCode: "x" }).issues) {
      assert.deepEqual(Object.keys(issue).sort(), ["code", "message", "params", "path", "severity"]);
      assert.equal(issue.path.length, 1);
      assert.ok(FIELDS.includes(issue.path[0]));
      assert.equal(issue.severity, "error");
      assert.ok(issue.message.length > 0 && Object.hasOwn(MESSAGES, issue.code));
    }
  });

  it("does not fail for an undetermined form or unknown data", () => {
    for (const context of [undefined, {}, { held: null }]) assert.deepEqual(Object.keys(validate(VALID, context)), ["value"]);
    assert.deepEqual(Object.keys(validate({ ...VALID, csrfToken: "x" })), ["value"]);
  });

  it("names no customer field if the context has the customer", () => {
    const context = { ...CONTEXT, customerId: CUSTOMER };
    assert.deepEqual(codes(validate({ qualification: "" }, context)), [["qualification", "qualificationRequired"]]);
    assert.deepEqual(validate({ qualification: "StateOwnedEntity" }, context).value.customerId, CUSTOMER);
  });

  it("gives results that can be changed without effect on the next", () => {
    const schema = qualificationSchema(CONTEXT)["~standard"];
    const results = () => {
      const { input, output } = schema.jsonSchema;
      const schemas = ["draft-2020-12", "draft-07", "openapi-3.0"].flatMap((target) => [input({ target }), output({ target })]);
      return [schema.validate({}), schema.validate(VALID), ...schemas];
    };
    const before = structuredClone(results());
    for (const result of results()) spoil(result);
    assert.deepEqual(results(), before);
  });
});

/** Changes all that can be changed. */
function spoil(part) {
  for (const [key, value] of Object.entries(part)) {
    if (typeof value === "object" && value !== null) spoil(value);
    else Reflect.set(part, key, "spoilt");
  }
  if (Array.isArray(part) && !Object.isFrozen(part)) part.push("spoilt");
}

describe("a value that is not a form", () => {
  const revoked = (target) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  const fail = () => { throw new Error("a trap"); };
  const strangers = {
    undefined, null: null, true: true, "a number": 7, NaN, "a bigint": 7n, "a text": JSON.stringify(VALID), "a symbol": Symbol("form"),
    "a function": Object.assign(() => VALID, VALID), "an array": [VALID], "an array with members": Object.assign([], VALID),
    "a Map": new Map(Object.entries(VALID)), "URLSearchParams": new URLSearchParams(VALID), "a promise": Promise.resolve(VALID),
    "a revoked proxy": revoked({}), "a revoked proxy of an array": revoked([]), "a Set": new Set(), "a WeakMap": new WeakMap(),
    "Headers": new Headers(), "a Date": new Date(), "a RegExp": /x/, "an Error": new Error("x"), "bytes": new Uint8Array(8),
    "a Blob": new Blob(["{}"]), "a Response": new Response("{}"), "a boxed text": new String("x"), "a thenable": { then() {} },
    "a store": { subscribe() {} }, "an iterator": [VALID].values(), "arguments": (function () { return arguments; })(VALID),
  };
  for (const [name, value] of Object.entries(strangers)) {
    it(`is one issue without a path, with the message of checkForm: ${name}`, () => {
      const { issues } = validate(value);
      assert.deepEqual(issues.map(({ code, path, severity }) => [code, path, severity]), [["formNotObject", [], "error"]]);
      assert.throws(() => checkForm(value, CONTEXT), { name: "TypeError", message: issues[0].message.replace("The form", "form") });
    });
  }

  it("has an issue that states what to pass instead, if that is known", () => {
    const instead = (value) => validate(value).issues[0].params.allowed;
    assert.deepEqual(instead(new FormData()), ["Object.fromEntries(form)"]);
    assert.deepEqual(instead(new URLSearchParams()), ["Object.fromEntries(form)"]);
    assert.deepEqual(instead(new Map()), ["Object.fromEntries(form)"]);
    assert.deepEqual(instead(new Headers()), ["Object.fromEntries(form)"]);
    assert.deepEqual(instead(Promise.resolve(VALID)), ["await form"]);
    assert.deepEqual(instead(new Response("{}")), ["await form.json()"]);
    assert.deepEqual(instead(new Blob(["{}"])), ["JSON.parse(await form.text())"]);
    assert.deepEqual(instead(JSON.stringify(VALID)), ["JSON.parse(form)"]);
    assert.deepEqual(instead(new Date()), [`{ ${FIELDS.join(", ")} }`]);
  });

  it("has its issue in the language of the page", () => {
    const { issues } = validate(new Map(), { messages: { formNotObject: "{input}? {allowed}!" } });
    assert.equal(issues[0].message, "a Map? Object.fromEntries(form)!");
  });

  it("is the value of a check for the other API", () => {
    const { issues } = validate({ ...VALID, mode: "synchronous" }, { ...CONTEXT, mode: "asynchronous" });
    assert.deepEqual(issues.map(({ code, path, params }) => [code, path, params]), [
      ["formOtherMode", [], { input: "synchronous", allowed: ["asynchronous"] }],
    ]);
  });

  it("does not pass if every access throws", () => {
    const value = new Proxy({}, { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail, getPrototypeOf: fail });
    assert.deepEqual(codes(validate(value)), FIELDS.map((field) => [field, "notText"]));
  });

  it("is FormData, which has to be converted to an object", () => {
    const data = new FormData();
    for (const [field, text] of Object.entries(VALID)) data.append(field, text);
    assert.deepEqual(codes(validate(data)), [[undefined, "formNotObject"]]);
    assert.deepEqual(Object.keys(validate(Object.fromEntries(data))), ["value"]);
  });
});

describe("a form", () => {
  const passes = (form) => {
    assert.deepEqual(validate(form), { value: { customerId: CUSTOMER, mode: "asynchronous", qualification: "StateOwnedEntity" } });
  };

  it("may be frozen", () => passes(Object.freeze({ ...VALID })));
  it("may be without a prototype", () => passes(Object.assign(Object.create(null), VALID)));
  it("may be of a class", () => passes(Object.assign(new (class Form {})(), VALID)));
  it("may be of a class whose members are accessors", () => {
    class Form {
      #texts = VALID;
      get customerId() { return this.#texts.customerId; }
      get qualification() { return this.#texts.qualification; }
    }
    passes(new Form());
    passes(new (class extends Form {})());
  });
  it("may be of a class with a toStringTag, or an iterable", () => {
    passes(Object.assign(new (class { get [Symbol.toStringTag]() { return "Form"; } })(), VALID));
    passes(Object.assign(new (class { *[Symbol.iterator]() {} })(), VALID));
  });
  it("may be of another realm", () => {
    passes(runInNewContext(`(${JSON.stringify(VALID)})`));
    passes(runInNewContext(`class Form { get customerId() { return "${CUSTOMER}"; } get qualification() { return "StateOwnedEntity"; } } new Form()`));
  });
  it("has no members of Object.prototype of another realm", () => {
    const form = runInNewContext(`Object.prototype.qualification = "StateOwnedEntity"; ({ customerId: "${CUSTOMER}" })`);
    assert.deepEqual(codes(validate(form)), [["qualification", "qualificationRequired"]]);
  });
  it("may have accessors", () => passes({ ...VALID, get qualification() { return "StateOwnedEntity"; } }));
  it("may have members that are not enumerable", () => {
    passes(Object.defineProperty({ customerId: CUSTOMER }, "qualification", { value: "StateOwnedEntity", enumerable: false }));
  });
  it("may have unknown members", () => passes({ ...VALID, csrfToken: "x", [Symbol("s")]: "x", toString: "x" }));

  it("may be the proxy of a reactive framework, which is read once per field and not written", () => {
    const reads = [];
    const reactive = new Proxy({ ...VALID }, {
      get(target, name, receiver) {
        reads.push(name);
        return Reflect.get(target, name, receiver);
      },
      has: (target, name) => Reflect.has(target, name),
      ownKeys: (target) => Reflect.ownKeys(target),
      set: () => assert.fail("written"),
      defineProperty: () => assert.fail("written"),
      deleteProperty: () => assert.fail("written"),
    });
    passes(reactive);
    assert.deepEqual(reads.toSorted(), [...FIELDS, "mode"].toSorted());
  });

  it("is read once per field, so that the value is the one that was checked", () => {
    const answers = ["StateOwnedEntity", "Nonprofit", 7];
    let reads = 0;
    passes({ customerId: CUSTOMER, get qualification() { return answers[reads++]; } });
    assert.equal(reads, 1);
  });

  it("has inherited fields, except those of Object.prototype", () => {
    passes(Object.create(VALID));
    Object.prototype.qualification = "StateOwnedEntity";
    try {
      for (const form of [{ customerId: CUSTOMER }, new (class { customerId = CUSTOMER; })()]) {
        assert.deepEqual(codes(validate(form)), [["qualification", "qualificationRequired"]]);
      }
    } finally {
      delete Object.prototype.qualification;
    }
  });

  it("has no fields in an own `__proto__`, which changes no prototype", () => {
    assert.deepEqual(codes(validate(JSON.parse(JSON.stringify({ x: VALID }).replace('"x"', '"__proto__"')))), REQUIRED);
    assert.deepEqual(codes(validate({})), REQUIRED);
  });

  it("has an issue for a field that is not text, or cannot be read", () => {
    for (const website of [7, true, {}, [], ["example.org"], new String("example.org"), Symbol("s"), 7n, () => "example.org"]) {
      assert.deepEqual(codes(validate({ ...VALID, website })), [["website", "notText"]]);
    }
    assert.deepEqual(codes(validate({ ...VALID, get website() { throw new Error("x"); } })), [["website", "notText"]]);
  });
});

describe("its JSON Schemas", () => {
  const { input, output } = qualificationSchema(CONTEXT)["~standard"].jsonSchema;

  it("exist in three dialects", () => {
    const heads = {
      "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
      "draft-07": "http://json-schema.org/draft-07/schema#",
    };
    for (const target of ["draft-2020-12", "draft-07", "openapi-3.0"]) {
      assert.equal(input({ target }).$schema, heads[target]);
      assert.equal(output({ target }).$schema, heads[target]);
    }
  });

  it("do not exist in other dialects", () => {
    const message = /target must be one of draft-2020-12, draft-07, openapi-3\.0, not /;
    const names = ["draft-04", "draft-2019-09", "openapi-3.1", "", "__proto__", "toString"];
    for (const target of [...names, undefined, null, 7, 7n, Symbol("s"), ["draft-07"]]) {
      for (const make of [input, output]) assert.throws(() => make({ target }), { name: "TypeError", message });
    }
  });

  it("require a dialect", () => {
    for (const options of [undefined, null, "draft-07"]) {
      for (const make of [input, output]) assert.throws(() => make(options), { name: "TypeError", message: /must be/ });
    }
  });

  it("name the fields in the language of the page", () => {
    const { jsonSchema } = qualificationSchema({ messages: { websiteLabel: "Internetseite" } })["~standard"];
    assert.equal(jsonSchema.input({ target: "draft-07" }).properties.website.title, "Internetseite");
  });

  it("have the fields of the form, and allow others", () => {
    const { properties, additionalProperties } = input({ target: "draft-07" });
    assert.deepEqual(Object.keys(properties), [...FIELDS]);
    assert.equal(additionalProperties, undefined);
    const chosen = qualificationSchema({ customerId: CUSTOMER })["~standard"].jsonSchema.input({ target: "draft-07" });
    assert.deepEqual(Object.keys(chosen.properties), FIELDS.filter((field) => field !== "customerId"));
    assert.deepEqual(chosen.required, ["qualification"]);
  });
});
