// Requests where they are used: in `fetch`, in a shell, and with what might lead to another address.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";

import { caseFiles } from "../files.mjs";
import { ask } from "../runner.mjs";

const HOSTS = ["https://api.partnercenter.microsoft.com", "https://partner.partnercenterapi.microsoftonline.cn"];
const PATH = /^\/v1\/customers\/(all\/validations|[0-9a-f-]{36}\/(qualifications?|validationStatus))$/;
const QUERY = /^(\?type=account|\?code=[1-9][0-9]*)?$/;

/** Every request that the cases make. */
const made = (await caseFiles())
  .filter(({ call }) => call === "readRequests" || call === "updateRequests")
  .flatMap(({ call, cases }) => cases.map(({ input }) => ask(rules, call, input)))
  .map((answer) => (answer.method === undefined ? answer.request : answer))
  .filter((request) => request !== undefined);

describe("a request", () => {
  it("goes to one of two hosts, and to one of four paths", () => {
    assert.ok(made.length > 50);
    for (const request of made) {
      const { origin, pathname, search, hash, username } = new URL(request.url);
      assert.ok(
        HOSTS.includes(origin) && PATH.test(pathname) && QUERY.test(search) && hash === "" && username === "",
        request.url,
      );
      assert.equal(request.url, `${origin}${pathname}${search}`);
      assert.equal(request.path, `${pathname}${search}`);
    }
  });

  it("is taken by fetch as it is", async () => {
    const server = createServer((asked, answer) => {
      const parts = [];
      asked.on("data", (part) => parts.push(part));
      asked.on("end", () =>
        answer.end(
          JSON.stringify({
            method: asked.method,
            path: asked.url,
            headers: asked.headers,
            body: Buffer.concat(parts).toString(),
          }),
        ),
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      for (const request of made) {
        const response = await fetch(`http://127.0.0.1:${server.address().port}${request.path}`, request);
        const { method, path, headers, body } = await response.json();
        assert.deepEqual(
          { method, path, body },
          { method: request.method, path: request.path, body: request.body ?? "" },
        );
        for (const [name, value] of Object.entries(request.headers)) assert.equal(headers[name.toLowerCase()], value);
      }
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("is in a shell what it is in fetch", () => {
    // What stands in for curl says the words that it is given, each followed by a NUL.
    const words = (command) =>
      execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${command}`], {
        env: { ...process.env, PARTNER_CENTER_TOKEN: "a b'c" },
        encoding: "utf8",
      })
        .split("\0")
        .slice(0, -1);
    for (const { method, url, headers, body, curl } of made) {
      const said = words(curl);
      assert.deepEqual(said.slice(0, 3), ["--request", method, url]);
      const sent = said.filter((_, at) => said[at - 1] === "--header");
      assert.deepEqual(
        sent.sort(),
        [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "Authorization: Bearer a b'c"].sort(),
      );
      assert.deepEqual(
        said.filter((_, at) => said[at - 1] === "--data"),
        body === undefined ? [] : [body],
      );
    }
  });

  it("has no token, and no member beside those declared", () => {
    for (const request of made) {
      assert.ok(!Object.keys(request.headers).some((name) => /authorization/i.test(name)));
      assert.deepEqual(
        Object.keys(request).sort(),
        [
          "operation",
          "method",
          "url",
          "path",
          "headers",
          ...(request.body === undefined ? [] : ["body"]),
          "curl",
        ].sort(),
      );
    }
  });

  it("has a call for its answer", () => {
    const readers = {
      readValidationStatus: rules.readValidationStatus,
      readQualification: rules.readQualification,
      readQualifications: rules.readQualifications,
      readValidationCodes: rules.readValidationCodes,
      setQualification: (status, body) => rules.readUpdate("synchronous", status, body),
      createQualification: (status, body) => rules.readUpdate("asynchronous", status, body),
    };
    assert.deepEqual(Object.keys(readers).sort(), [...rules.OPERATIONS].sort());
    for (const [operation, read] of Object.entries(readers))
      assert.equal(read(503, "").fault.issue.code, "serviceFailed", operation);
    assert.deepEqual(Object.values(rules.UPDATES).sort(), ["createQualification", "setQualification"]);
  });
});
