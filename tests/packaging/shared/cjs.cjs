const { check } = require("./check.cjs");

check();
