// A search whose text is part of the URL.

import { SearchBox } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";

import { useText } from "../i18n/use-text";

interface SearchInputProps {
  readonly className: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Receives the typed text. */
  readonly onEnter?: (typed: string) => void;
}

/** Shows a search input. It keeps the typed text itself, since the URL is updated with a delay and letters would be lost otherwise. */
export function SearchInput({ className, value, onChange, onEnter }: SearchInputProps) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(value);
  }, [value]);
  return (
    <SearchBox
      ref={input}
      className={className}
      value={typed}
      dismiss={{ "aria-label": text("clear") }}
      onChange={(_, { value: next }) => {
        setTyped(next);
        onChange(next);
      }}
      // While characters are composed, Enter accepts them.
      onKeyDown={({ key, nativeEvent }) => key === "Enter" && !nativeEvent.isComposing && onEnter?.(typed)}
    />
  );
}
