import { useEffect, useSyncExternalStore } from "react";

import { type Customer, CustomerStore } from "./customer-store";

/** The store that all pages share. */
export const store = new CustomerStore();

/** Returns the current state of the customers and the validation codes. */
export const useCustomerState = () => useSyncExternalStore(store.subscribe, store.state);

/** Returns the current state of a customer. Starts to read it unless that has happened already. */
export function useCustomer(id: string): Customer {
  useCustomerState();
  const customer = store.customer(id);
  const isUnread = !customer.status.isReading && !customer.status.exchange;
  useEffect(() => {
    if (isUnread) void store.readCustomer(id);
  }, [id, isUnread]);
  useEffect(() => void store.open(), []);
  return customer;
}
