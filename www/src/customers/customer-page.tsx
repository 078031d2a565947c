// One customer: its data, which purchases are possible, and which qualifications can be set.

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular, CertificateRegular } from "@fluentui/react-icons";
import { checkField } from "partner-center-rules";
import { Navigate, useNavigate, useParams } from "react-router";

import { BackLink } from "../components/back-link";
import { EmptyState } from "../components/empty-state";
import { Page } from "../components/page";
import { Sentence } from "../components/sentence";
import { plain } from "../components/verbatim";
import { store, useCustomer } from "../data/use-customers";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";
import { AccountSection, QualificationsSection } from "./customer-facts";
import { CustomerId } from "./customer-id";
import { listAddress } from "./filters";
import { EligibilitySection } from "./eligibility-section";
import { OptionsSection } from "./options-section";
import { RawResponses } from "./raw-responses";
import { isAnyKnown, ReadFailures } from "./read-failures";

const useStyles = makeStyles({
  facts: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalL, "@media (max-width: 800px)": { gridTemplateColumns: "1fr" } },
});

export function Component() {
  const text = useText();
  const { messages } = useLocale();
  const { id = "" } = useParams();
  const { state, value, issue } = checkField("customerId", id, {}, { messages });
  if (state !== "valid") {
    return (
      <Page title={text("customer.title")} back={<BackLink to={listAddress()}>{text("customers.title")}</BackLink>}>
        <EmptyState title={text("customer.notFound")}>{issue && <p><Sentence>{issue.message}</Sentence></p>}</EmptyState>
      </Page>
    );
  }
  if (value !== undefined && value !== id) return <Navigate to={`/customers/${value}`} replace />;
  return <KnownCustomer key={id} id={id} />;
}

function KnownCustomer({ id }: { id: string }) {
  const styles = useStyles();
  const text = useText();
  const navigate = useNavigate();
  const customer = useCustomer(id);
  const isReading = customer.status.isReading || customer.qualifications.isReading;
  return (
    <Page
      title={customer.name === undefined ? text("customer.title") : plain(customer.name)}
      lead={<CustomerId id={id} />}
      back={<BackLink to={listAddress()}>{text("customers.title")}</BackLink>}
      actions={
        <>
          {isAnyKnown(customer) && (
            <Button appearance="primary" icon={<CertificateRegular />} onClick={() => void navigate(`/customers/${id}/set-qualification`)}>
              {text("qualification.title")}
            </Button>
          )}
          <Button icon={<ArrowClockwiseRegular />} disabledFocusable={isReading} onClick={() => void store.readCustomer(id)}>
            {text("customers.refresh")}
          </Button>
        </>
      }
    >
      <ReadFailures customer={customer} />
      {isAnyKnown(customer) && (
        <>
          <div className={styles.facts}>
            <AccountSection reading={customer.status} />
            <QualificationsSection customer={customer} />
          </div>
          <EligibilitySection customer={customer} />
          <OptionsSection customer={customer} />
        </>
      )}
      <RawResponses exchanges={[customer.status.exchange, customer.qualifications.exchange]} />
    </Page>
  );
}
