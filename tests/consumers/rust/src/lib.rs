//! Uses the rules from other frameworks and engines: see the tests.
