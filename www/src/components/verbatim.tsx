// Text from outside the portal: shown unchanged, isolated from the text around it, with invisible characters written out.

import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";

const INVISIBLE = /([\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}])/u;
const LAYOUT = /[\n\r\t]/;
const LONGEST = 20_000;

const useStyles = makeStyles({
  point: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    paddingInline: "2px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
  },
  block: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    maxHeight: "320px",
    overflow: "auto",
    whiteSpace: "pre-wrap",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
});

/** Shows external text inline. Invisible characters and those that change the text direction are written out. */
export function Verbatim({ children }: { children: string }) {
  return <bdi>{useVisible(children, false)}</bdi>;
}

/** Shows a whole body, with its line breaks and tabs. */
export function VerbatimBlock({ label, children }: { label: string; children: string }) {
  const styles = useStyles();
  return (
    <pre className={styles.block} tabIndex={0} role="group" aria-label={label}>
      <bdi>{useVisible(children, true)}</bdi>
    </pre>
  );
}

function useVisible(text: string, isBlock: boolean) {
  const styles = useStyles();
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return shown.split(INVISIBLE).map((part, index) => {
    const isVisible = index % 2 === 0 || (isBlock && LAYOUT.test(part));
    const key = index;
    return isVisible ? (
      <Fragment key={key}>{part}</Fragment>
    ) : (
      <span key={key} className={styles.point}>
        {codePoint(part)}
      </span>
    );
  });
}

const codePoint = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Returns external text as a string, for attributes and titles. */
export const plain = (text: string) => text.split(INVISIBLE).map((part, index) => (index % 2 === 0 ? part : codePoint(part))).join("");
