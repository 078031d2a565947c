/** Returns whether a validation code was issued to another organization than the customer, where both names are known. */
export function isOtherOrganization(organization: string | null | undefined, customer: string | undefined): boolean {
  if (!organization || !customer) return false;
  return organization.trim().localeCompare(customer.trim(), undefined, { sensitivity: "base" }) !== 0;
}
