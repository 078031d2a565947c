import { check } from "./check.ts";

check();
