import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface MessageProps {
  readonly intent: "info" | "success" | "warning" | "error";
  readonly title?: string;
  /** Buttons below the text. */
  readonly actions?: ReactNode;
  readonly role?: "alert";
  readonly children?: ReactNode;
}

/** Shows a message, in as many lines as it needs. */
export function Message({ intent, title, actions, role, children }: MessageProps) {
  return (
    <MessageBar intent={intent} layout="multiline" {...(role && { role })}>
      <MessageBarBody>
        {title && (
          <>
            <MessageBarTitle>{title}</MessageBarTitle>{" "}
          </>
        )}
        {children}
      </MessageBarBody>
      {actions && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
