import { useEffect, useSyncExternalStore } from "react";

import { type Customer, CustomerStore } from "./customer-store";

/** What the portal knows, in every area. */
export const store = new CustomerStore();

/** Returns what is known of the customers and the validation codes, as it is now. */
export const useCustomerState = () => useSyncExternalStore(store.subscribe, store.state);

/** Returns a customer as it is known now. It is read unless that was begun before. */
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
