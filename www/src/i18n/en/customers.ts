export const customers = {
  "customers.title": "Customers",
  "customer.title": "Customer",
};
