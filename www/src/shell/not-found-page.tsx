import { Page } from "../components/page";
import { TextLink } from "../components/text-link";
import { useText } from "../i18n/use-text";

export function Component() {
  const text = useText();
  return (
    <Page title={text("shell.notFound")}>
      <p>{text("shell.notFoundText")}</p>
      <TextLink to="/customers">{text("shell.toCustomers")}</TextLink>
    </Page>
  );
}
