#!/usr/bin/env python3
"""A port of settability in a few lines. Shows that the published corpus is sufficient to test a port.

Looks up each result in the tables of conformance.json, and compares it with the cases of the same file. Run: python3 runner.py [conformance.json]
"""

import json
import sys
from pathlib import Path

PUBLISHED = Path(__file__).resolve().parents[2] / "pkg/dist/conformance.json"
OUTCOMES = {"yes": "allowed", "no": "blocked", "?": "undetermined"}
MOST_ENTRIES = 1000


class Tables:
    """The tables of the corpus, by page and heading."""

    def __init__(self, pages):
        self.tables = {(page, table["title"]): table for page, tables in pages.items() for table in tables}

    def by_key(self, page, title, keys):
        """Returns the rows of a table by their first cells. A row has its other cells by column name."""
        table = self.tables[page, title]
        columns = table["header"][keys:]
        return {tuple(row[:keys]): dict(zip(columns, row[keys:])) for row in table["rows"]}


class Settability:
    """Looks up whether a qualification can be set."""

    def __init__(self, pages):
        tables = Tables(pages)
        self.entries = tables.by_key("holdings", "Holdings", 1)
        self.decided = tables.by_key("settability", "What holdings decide", 3)
        self.constant = tables.by_key("settability", "What no holding changes", 2)
        self.fields = tables.by_key("settability", "The fields that go with a target", 2)
        self.codes = {rule: cells["code"] for (rule,), cells in tables.by_key("rules", "Rules", 1).items()}
        self.qualifications = [name for (name,) in self.entries if name != "any other"]
        self.vetting_statuses = [name for name in tables.tables["holdings", "Holdings"]["header"][1:] if name[0].isupper()]

    def answer(self, target, mode="asynchronous", held=None):
        target = named(target, self.qualifications)
        constant = self.constant.get((target, mode))
        cell = constant["answer"] if constant else self.decided[self.key(held)][f"{target} {mode}"]
        outcome, rule = cell.split(" ")
        fields = self.fields.get((target, mode), {}) if outcome != "no" else {}
        return {
            "outcome": OUTCOMES[outcome],
            "rules": [rule],
            "codes": [self.codes[rule]],
            "required": listed(fields.get("required", "-")),
            "optional": listed(fields.get("optional", "-")),
        }

    def key(self, held):
        """Returns the effective holdings, as the first three cells of a row."""
        if held is None:
            return ("not known",) * 3
        states = [self.state(entry) for entry in held[:MOST_ENTRIES]]
        states += [("unrecognised", None)] * (len(held) > MOST_ENTRIES)
        lists = [
            " + ".join(name for name in self.qualifications if (state, name) in states) or "-"
            for state in ("active", "pending")
        ]
        is_unrecognised = any(state == "unrecognised" for state, _ in states)
        return (*lists, "yes" if is_unrecognised else "no")

    def state(self, entry):
        """Returns the state and the qualification of one entry."""
        if not isinstance(entry, dict):
            return "unrecognised", None
        qualification, vetting_status = entry.get("qualification"), entry.get("vettingStatus")
        if not isinstance(qualification, str) or not isinstance(vetting_status, (str, type(None))):
            return "unrecognised", None
        name = named(qualification, self.qualifications)
        column = "no vetting status" if vetting_status is None else named(vetting_status, self.vetting_statuses)
        return self.entries[(name,)][column], name


def named(text, names):
    """Returns the name that equals a text in any ASCII case, or else "any other"."""
    lower = {name.lower(): name for name in names}
    return lower.get(text.lower(), "any other") if text.isascii() else "any other"


def listed(cell):
    return [] if cell == "-" else cell.split(" + ")


def main():
    corpus = json.loads(Path(sys.argv[1] if len(sys.argv) > 1 else PUBLISHED).read_text(encoding="utf-8"))
    settability = Settability(corpus["tables"])
    passed = failed = 0
    for name, file in corpus["cases"].items():
        if file["call"] != "settability":
            continue
        for case in file["cases"]:
            answer = settability.answer(**case["input"])
            if answer == case["expected"]:
                passed += 1
            else:
                failed += 1
                print(f"{name}: {case['name']}\n  expected {case['expected']}\n  got      {answer}")
    print(f"conformance: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
