// The list of customers: who can buy, who cannot, and why.

import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useCallback, useDeferredValue, useEffect, useMemo } from "react";
import { useNavigate, useSearchParams } from "react-router";

import { Message } from "../components/message";
import { Page } from "../components/page";
import { useReadFailure } from "../components/read-failure";
import { RetryButton } from "../components/retry-button";
import { decide } from "../data/decide";
import { store, useCustomerState } from "../data/use-customers";
import { useLocale } from "../i18n/locale-provider";
import { useText } from "../i18n/use-text";
import { CustomerTable } from "./customer-table";
import { FilterBar } from "./filter-bar";
import { countOutcomes, currentFilters, type FilterChange, isFound, readFilters, type Row, storeFilters, writeFilters } from "./filters";
import { UnreadCustomers } from "./unread-customers";

export function Component() {
  const text = useText();
  const { messages } = useLocale();
  const state = useCustomerState();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(params), [params]);
  useEffect(() => void store.openAll(), []);
  useEffect(() => {
    // A customer may have been opened since the last render.
    if (window.location.pathname === "/customers") storeFilters(currentFilters());
  }, [filters]);

  const { list, customers } = useDeferredValue(state);
  const find = useCallback(
    (search: string) =>
      [...customers.values()]
        .filter((customer) => customer.name !== undefined && isFound(customer, search))
        .map((customer) => ({ customer, decision: decide(customer, filters, messages) })),
    [customers, filters, messages],
  );
  const rows = useMemo(() => find(filters.search), [find, filters]);
  const filtered = (rows: readonly Row[]) => (filters.outcome ? rows.filter(({ decision }) => decision?.outcome === filters.outcome) : rows);
  const shown = filtered(rows);

  function change(changes: FilterChange) {
    const changed = { ...currentFilters(), ...changes };
    // At once: a customer may be opened before the next render.
    storeFilters(changed);
    setParams(writeFilters(changed), { replace: true });
  }
  // The list of a search that was just typed may not be rendered yet.
  function openOnly(search: string) {
    const [only, ...others] = filtered(find(search));
    if (only && others.length === 0) void navigate(`/customers/${only.customer.id}`);
  }

  return (
    <Page
      title={text("customers.title")}
      lead={text("customers.lead")}
      actions={
        <Button icon={<ArrowClockwiseRegular />} disabledFocusable={list.isReading} onClick={() => void store.readAll()}>
          {text("customers.refresh")}
        </Button>
      }
    >
      {list.failure && <ListFailure />}
      <UnreadCustomers customers={rows.map(({ customer }) => customer)} />
      <FilterBar filters={filters} counts={countOutcomes(rows)} total={rows.length} onChange={change} onEnter={openOnly} />
      <CustomerTable
        rows={shown}
        isLoading={!list.value && list.isReading}
        search={filters.search}
        isFiltered={filters.search !== "" || filters.outcome !== undefined}
        onClear={() => change({ search: "", segment: undefined, outcome: undefined })}
      />
    </Page>
  );
}

function ListFailure() {
  const text = useText();
  const why = useReadFailure();
  const { list } = useCustomerState();
  if (!list.failure) return null;
  return (
    <Message
      intent="error"
      title={text("customers.listFailed")}
      actions={<RetryButton label={text("retry.again")} retryAt={list.failure.retryAt} isBusy={list.isReading} onRetry={() => void store.readAll()} />}
    >
      {why(list.failure)}
    </Message>
  );
}
