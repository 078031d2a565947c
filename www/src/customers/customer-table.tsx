// The customers as a table, or as cards on narrow screens.

import {
  Button,
  makeStyles,
  Skeleton,
  SkeletonItem,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { checkField } from "partner-center-rules";
import { memo } from "react";

import { EmptyState } from "../components/empty-state";
import { OutcomeBadge } from "../components/outcome-badge";
import { MainReason } from "../components/reasons";
import { TextLink } from "../components/text-link";
import { Verbatim } from "../components/verbatim";
import type { Customer } from "../data/customer-store";
import { useText } from "../i18n/use-text";
import { useMediaQuery } from "../shell/use-media-query";
import { AccountStatus, HeldNames } from "./customer-values";
import type { Row } from "./filters";

const useStyles = makeStyles({
  surface: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: "hidden",
  },
  header: { "& th": { fontWeight: tokens.fontWeightSemibold, verticalAlign: "bottom", paddingBlock: tokens.spacingVerticalXS } },
  cell: { paddingTop: tokens.spacingVerticalMNudge, paddingBottom: tokens.spacingVerticalMNudge, height: "auto", verticalAlign: "top", lineHeight: tokens.lineHeightBase300 },
  name: { width: "28%" },
  status: { width: "11%" },
  held: { width: "13%" },
  outcome: { width: "13%" },
  id: { ...typographyStyles.caption1, display: "block", color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
  cards: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  card: { padding: tokens.spacingHorizontalM, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  cardHead: { display: "flex", justifyContent: "space-between", alignItems: "flex-start", columnGap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2, margin: 0 },
  skeleton: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL },
});

interface CustomerTableProps {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  readonly search: string;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

export function CustomerTable({ rows, isLoading, search, isFiltered, onClear }: CustomerTableProps) {
  const styles = useStyles();
  const isWide = useMediaQuery("(min-width: 800px)");
  if (isLoading) return <LoadingRows />;
  if (rows.length === 0) return <NoCustomers search={search} isFiltered={isFiltered} onClear={onClear} />;
  return isWide ? (
    <div className={styles.surface}>
      <WideTable rows={rows} />
    </div>
  ) : (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <Card key={row.customer.id} {...row} />
      ))}
    </ul>
  );
}

function WideTable({ rows }: { rows: readonly Row[] }) {
  const styles = useStyles();
  const text = useText();
  return (
    <Table aria-label={text("customers.title")}>
      <TableHeader>
        <TableRow className={styles.header}>
          <TableHeaderCell className={styles.name}>{text("customers.nameAndId")}</TableHeaderCell>
          <TableHeaderCell className={styles.status}>{text("customers.status")}</TableHeaderCell>
          <TableHeaderCell className={styles.held}>{text("customers.qualifications")}</TableHeaderCell>
          <TableHeaderCell className={styles.outcome}>{text("customers.outcome")}</TableHeaderCell>
          <TableHeaderCell>{text("customers.reason")}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <WideRow key={row.customer.id} {...row} />
        ))}
      </TableBody>
    </Table>
  );
}

// Renders only the rows whose customer has changed.
const WideRow = memo(function WideRow({ customer, decision }: Row) {
  const styles = useStyles();
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        <CustomerLink customer={customer} />
        <span className={styles.id}>{customer.id}</span>
      </TableCell>
      <TableCell className={styles.cell}>
        <AccountStatus reading={customer.status} />
      </TableCell>
      <TableCell className={styles.cell}>
        <HeldNames reading={customer.qualifications} />
      </TableCell>
      <TableCell className={styles.cell}>{decision && <OutcomeBadge outcome={decision.outcome} />}</TableCell>
      <TableCell className={styles.cell}>{decision && <MainReason decision={decision} />}</TableCell>
    </TableRow>
  );
});

function Card({ customer, decision }: Row) {
  const styles = useStyles();
  return (
    <li className={styles.surface}>
      <div className={styles.card}>
        <div className={styles.cardHead}>
          <CustomerLink customer={customer} />
          {decision && <OutcomeBadge outcome={decision.outcome} />}
        </div>
        <p className={styles.muted}>
          <AccountStatus reading={customer.status} /> · <HeldNames reading={customer.qualifications} />
        </p>
        {decision && <MainReason decision={decision} />}
        <span className={styles.id}>{customer.id}</span>
      </div>
    </li>
  );
}

function CustomerLink({ customer }: { customer: Customer }) {
  return (
    <TextLink to={`/customers/${customer.id}`}>
      <Verbatim>{customer.name ?? customer.id}</Verbatim>
    </TextLink>
  );
}

function NoCustomers({ search, isFiltered, onClear }: Pick<CustomerTableProps, "search" | "isFiltered" | "onClear">) {
  const text = useText();
  if (!isFiltered) return <EmptyState title={text("customers.none")}>{text("customers.noneText")}</EmptyState>;
  const { state, value } = checkField("customerId", search);
  const id = state === "valid" ? (value ?? search) : undefined;
  return (
    <EmptyState title={text("customers.noMatch")}>
      {id ? <TextLink to={`/customers/${id}`}>{text("customers.openId", { id })}</TextLink> : text("customers.noMatchText")}
      <Button onClick={onClear}>{text("customers.clear")}</Button>
    </EmptyState>
  );
}

function LoadingRows() {
  const styles = useStyles();
  const text = useText();
  return (
    <Skeleton className={styles.surface} aria-label={text("loading")}>
      <div className={styles.skeleton}>
        {Array.from({ length: 8 }, (_, index) => (
          <SkeletonItem key={`row ${index}`} size={24} />
        ))}
      </div>
    </Skeleton>
  );
}
