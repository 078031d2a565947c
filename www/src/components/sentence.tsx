import { Verbatim } from "./verbatim";

/** Shows a message of the package. Text between backticks is a value. */
export function Sentence({ children }: { children: string }) {
  const parts = children.split("`");
  if (parts.length % 2 === 0) return <>{children}</>;
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <Verbatim key={`${index} ${part}`}>{part}</Verbatim>))}</>;
}
