import { check } from "../../../check.js";

export const GET = () => new Response(check());
