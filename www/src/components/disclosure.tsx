import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** Collapsible content that few users need. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Accordion collapsible>
      <AccordionItem value="content">
        <AccordionHeader as="h2">{title}</AccordionHeader>
        <AccordionPanel>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
