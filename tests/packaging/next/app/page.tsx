// A server component that asks the package, and has a client component do so too.

import { check } from "../check";
import { Client } from "./client";

export const dynamic = "force-dynamic";

export default function Page() {
  return <Client server={check()} />;
}
