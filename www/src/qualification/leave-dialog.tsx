import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from "@fluentui/react-components";
import { useBlocker } from "react-router";

import { useText } from "../i18n/use-text";

const useStyles = makeStyles({ action: { whiteSpace: "nowrap" } });

/** Asks for confirmation before the user leaves, and so discards, a filled-in form. */
export function LeaveDialog({ isFilledIn, onDiscard }: { isFilledIn: boolean; onDiscard: () => void }) {
  const styles = useStyles();
  const text = useText();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isFilledIn && currentLocation.pathname !== nextLocation.pathname);
  const stay = () => blocker.reset?.();
  function leave() {
    onDiscard();
    blocker.proceed?.();
  }
  return (
    <Dialog modalType="alert" open={blocker.state === "blocked"} onOpenChange={(_, { open }) => !open && stay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text("leave.title")}</DialogTitle>
          <DialogContent>{text("leave.text")}</DialogContent>
          <DialogActions>
            <Button className={styles.action} appearance="primary" onClick={stay}>
              {text("leave.stay")}
            </Button>
            <Button className={styles.action} onClick={leave}>
              {text("leave.discard")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
