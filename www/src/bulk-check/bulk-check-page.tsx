import { Page } from "../components/page";
import { useText } from "../i18n/use-text";

export function Component() {
  const text = useText();
  return <Page title={text("bulkCheck.title")}>{null}</Page>;
}
