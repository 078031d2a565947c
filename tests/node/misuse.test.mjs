// Arguments of wrong types against the built package in Node.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";

import { facts } from "../facts.mjs";
import { ARGUMENTS, containers, misuse, strangers } from "../misuse.mjs";

describe("an argument of a wrong type", () => {
  it("never traps, and never throws anything but a TypeError that names the argument", () => {
    const { count, failures } = misuse(rules);
    assert.deepEqual(failures, []);
    assert.equal(count, Object.keys(ARGUMENTS).length * Object.keys(strangers()).length);
    assert.ok(count > 5_000);
  });

  it("is tried in every argument of every function that is exported", async () => {
    const folder = new URL("./", import.meta.resolve("partner-center-rules"));
    const files = (await readdir(folder)).filter((name) => name.endsWith(".d.ts"));
    const declarations = await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
    const isExported = (name) => typeof (rules[name] ?? rules.requests[name.slice("requests.".length)]) === "function";
    const functions = declarations.flatMap((text) => [
      ...[...text.matchAll(/^export declare function (\w+)(?:<[^>]*>)?\(([\s\S]*?)\): /gm)],
      ...[...text.matchAll(/^ {4}(?:readonly )?(\w+): \(([^)]*)\) => \w+;/gm)].map(([all, name, given]) => [all, `requests.${name}`, given]),
    ]).filter(([, name]) => isExported(name));
    const exported = [
      ...Object.keys(rules).filter((name) => typeof rules[name] === "function" && !name.startsWith("__")),
      ...Object.keys(rules.requests).map((name) => `requests.${name}`),
    ];
    assert.deepEqual(functions.map(([, name]) => name).sort(), exported.sort());
    const untried = functions.flatMap(([, name, given]) =>
      [...given.matchAll(/(?:^|, )(\w+)\??: /g)].map(([, argument]) => `${name}(${argument})`).filter((key) => ARGUMENTS[key] === undefined),
    );
    assert.deepEqual(untried, []);
  });

  it("that is a container is refused as an object, with the name of the argument", () => {
    const OBJECTS = Object.keys(ARGUMENTS).filter((key) => /\((purchase|options|messages|requestContext|form|context|ids|issues entry)\)$/.test(key));
    assert.ok(OBJECTS.length > 25);
    const allowed = [];
    for (const key of OBJECTS) {
      for (const [name, value] of Object.entries(containers())) {
        try {
          ARGUMENTS[key](rules, value);
          allowed.push(`${key} with ${name}`);
        } catch (error) {
          const [, argument] = /\((\w+)/.exec(key);
          assert.equal(error.name, "TypeError", `${key} with ${name}`);
          assert.match(error.message, new RegExp(`^(\\w+\\.)?${argument}(\\[0\\])? must be an object, not `));
        }
      }
    }
    assert.deepEqual(allowed, []);
  });

  it("that is a container has an error that states what to pass instead", () => {
    const message = (value) => {
      try {
        return rules.purchaseEligibility(value);
      } catch (error) {
        return error.message.replace("purchase must be an object, not ", "");
      }
    };
    const { FormData, Promise: promise, Response, Blob, Map: map, RegExp } = containers();
    assert.equal(message(FormData), "a FormData. Give Object.fromEntries(purchase).");
    assert.equal(message(map), "a Map. Give Object.fromEntries(purchase).");
    assert.equal(message(promise), "a Promise. Give await purchase.");
    assert.equal(message(Response), "a Response. Give await purchase.json().");
    assert.equal(message(Blob), "a Blob. Give JSON.parse(await purchase.text()).");
    assert.equal(message('{"status":"Allowed"}'), '"{\\"status\\":\\"Allowed\\"}". Give JSON.parse(purchase).');
    assert.equal(message(RegExp), "a RegExp. Give { status, held, segment, transaction }.");
    assert.throws(() => rules.settability("Education", { held: Promise.resolve([]) }), {
      name: "TypeError",
      message: "options.held must be an array, null or undefined, not a Promise. Give await options.held.",
    });
    assert.throws(() => rules.settability("Education", { held: new Set() }), {
      name: "TypeError",
      message: "options.held must be an array, null or undefined, not a Set. Give Array.from(options.held.values()).",
    });
  });

  for (const { name, actual, expected } of facts(rules)) {
    it(name, () => assert.deepEqual(actual, expected));
  }

  it("has the same result with a polluted prototype", () => {
    Object.prototype.status = "Allowed";
    try {
      for (const get of [() => [], () => { throw new Error("no"); }]) {
        Object.defineProperty(Object.prototype, "held", { get, configurable: true });
        assert.equal(rules.purchaseEligibility({}).outcome, "undetermined");
        assert.equal(rules.settability("Education", {}).outcome, "undetermined");
      }
    } finally {
      delete Object.prototype.status;
      delete Object.prototype.held;
    }
  });
});
