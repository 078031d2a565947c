// What the checks read of lock files and of coverage.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { readCoverage, readLockFile } from "../checks/programs.mjs";

test("packages of a lock file have digests, free licences and no addresses", () => {
  const good = { integrity: "sha512-x", license: "(MIT OR Apache-2.0) AND ISC" };
  const lock = (change) => ({ lockfileVersion: 3, packages: { "": {}, "node_modules/a": { ...good, ...change } } });
  deepEqual(readLockFile(lock({})), { count: 1, findings: [] });
  for (const change of [
    { integrity: "sha1-x" }, { integrity: undefined }, { resolved: "https://elsewhere.example/a.tgz" }, { license: "AGPL-3.0" },
    { license: "(MIT AND SSPL-1.0)" }, { license: undefined },
  ]) {
    const { count, findings } = readLockFile(lock(change));
    deepEqual([count, findings.length], [1, 1], JSON.stringify(change));
  }
  // Links to this repository come from nowhere else.
  const link = { resolved: "../pkg", link: true };
  deepEqual(readLockFile({ lockfileVersion: 3, packages: { "../pkg": {}, "node_modules/p": link } }), { count: 0, findings: [] });
  equal(readLockFile({ lockfileVersion: 1 }).findings.length, 2);
});

test("lines and branches are counted, but not those of the tests", () => {
  const source = "fn f() {\n    if a {\n    }\n}\n\n#[cfg(test)]\nmod tests {\n}\n";
  const record = "\nSF:/x.rs\nDA:1,7\nDA:2,0\nBRDA:2,0,0,3\nBRDA:2,0,1,0\nBRDA:2,0,1,-\nDA:7,0\nBRDA:7,0,0,0\nLF:9\n";
  const { lines, branches, missed } = readCoverage("x.rs", record, source);
  deepEqual([lines, branches, missed.length], [[1, 2], [1, 3], 3]);
  equal(missed[1], "x.rs:2: one way only: if a {");
});
