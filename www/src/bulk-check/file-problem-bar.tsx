import { Message } from "../components/message";
import { Verbatim } from "../components/verbatim";
import { useText } from "../i18n/use-text";
import type { Problem } from "./bulk-job";

/** Shows why a file cannot be checked. */
export function FileProblemBar({ problem }: { problem: Problem | undefined }) {
  const text = useText();
  if (!problem) return null;
  return (
    <Message intent="error" role="alert">{text(`bulkCheck.problem.${problem.code}`)} {problem.detail && <Verbatim>{problem.detail}</Verbatim>}</Message>
  );
}
