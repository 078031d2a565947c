import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { LocalLanguageRegular } from "@fluentui/react-icons";
import { useState } from "react";

import { useLocale } from "../i18n/locale-provider";
import { LOCALES, type Locale } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { useMediaQuery } from "./use-media-query";

export function LanguageMenu() {
  const text = useText();
  const { locale, change } = useLocale();
  const isWide = useMediaQuery("(min-width: 640px)");
  const [failed, setFailed] = useState(false);
  async function choose(next: Locale) {
    try {
      await change(next);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  return (
    <>
      {failed && <span role="alert">{text("shell.languageFailed")}</span>}
      <Menu checkedValues={{ locale: [locale] }} onCheckedValueChange={(_, { checkedItems }) => void choose(checkedItems[0] as Locale)}>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<LocalLanguageRegular />} aria-label={`${text("shell.language")}: ${LOCALES[locale]}`}>
            {isWide && LOCALES[locale]}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {Object.entries(LOCALES).map(([value, name]) => (
              <MenuItemRadio key={value} name="locale" value={value} lang={value}>
                {name}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
