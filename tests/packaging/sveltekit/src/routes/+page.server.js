import { check } from "../../check.js";

export const load = () => ({ server: check() });
