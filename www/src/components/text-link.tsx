import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useHref, useLinkClickHandler } from "react-router";

/** A link to another page of the portal, inside a text. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link inline href={useHref(to)} onClick={useLinkClickHandler(to)}>
      {children}
    </Link>
  );
}
