// Takes one file: dropped, chosen, or a sample.

import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DocumentAddRegular } from "@fluentui/react-icons";
import { type DragEvent, useEffect, useRef, useState } from "react";

import { Message } from "../components/message";
import type { TextKey } from "../i18n/locales";
import { useText } from "../i18n/use-text";
import { sampleFile } from "./sample";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    textAlign: "center",
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  compact: { flexDirection: "row", flexWrap: "wrap", justifyContent: "center", gap: tokens.spacingHorizontalM, padding: tokens.spacingHorizontalM },
  over: { border: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorNeutralBackground1Selected },
  text: { margin: 0 },
  hint: { margin: 0, maxWidth: "72ch", color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: tokens.spacingHorizontalS },
});

const hasFiles = ({ dataTransfer }: { dataTransfer: DataTransfer | null }) => dataTransfer?.types.includes("Files") ?? false;

interface FilePickerProps {
  /** Whether there is a file already. The picker is smaller then. */
  readonly isCompact: boolean;
  readonly onFile: (file: File) => void;
}

export function FilePicker({ isCompact, onFile }: FilePickerProps) {
  const styles = useStyles();
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<TextKey>();
  useRefusedElsewhere();

  function take(file: File | null | undefined) {
    setProblem(undefined);
    if (file) onFile(file);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === "file");
    if (items.length === 0) setProblem("bulkCheck.drop.noFile");
    else if (items.length > 1) setProblem("bulkCheck.drop.several");
    else if (items[0]?.webkitGetAsEntry()?.isDirectory) setProblem("bulkCheck.drop.folder");
    else take(items[0]?.getAsFile());
  }

  return (
    <div
      className={mergeClasses(styles.root, isCompact && styles.compact, isOver && styles.over)}
      role="group"
      aria-label={text("bulkCheck.file")}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ relatedTarget, currentTarget }) => setOver(currentTarget.contains(relatedTarget as Node | null))}
      onDrop={drop}
    >
      <p className={styles.text}>{text("bulkCheck.drop")}</p>
      <div className={styles.actions}>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={text("bulkCheck.choose")}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // Lets the user select the same file again.
            currentTarget.value = "";
            take(file);
          }}
        />
        <Button appearance={isCompact ? "secondary" : "primary"} icon={<DocumentAddRegular />} onClick={() => input.current?.click()}>
          {text("bulkCheck.choose")}
        </Button>
        <Button onClick={() => take(sampleFile())}>{text("bulkCheck.sample")}</Button>
      </div>
      {!isCompact && <p className={styles.hint}>{text("bulkCheck.formats")}</p>}
      {problem && (
        <Message intent="error" role="alert">{text(problem)}</Message>
      )}
    </div>
  );
}

// A file dropped elsewhere would replace the page.
function useRefusedElsewhere() {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
    };
    document.addEventListener("dragover", refuse);
    document.addEventListener("drop", refuse);
    return () => {
      document.removeEventListener("dragover", refuse);
      document.removeEventListener("drop", refuse);
    };
  }, []);
}
