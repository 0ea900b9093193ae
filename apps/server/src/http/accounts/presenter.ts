import type { Profile } from "@smplat/contracts";
import type { CustomerProfile } from "@smplat/core";

/** A person's own profile. */
export function presentProfile(profile: CustomerProfile): Profile {
  const { email, name, locale, currency, company, taxId, address } = profile;
  return {
    email,
    name,
    locale,
    currency,
    company,
    taxId,
    address: address === null ? null : presentAddress(address),
  };
}

function presentAddress(address: NonNullable<CustomerProfile["address"]>): NonNullable<Profile["address"]> {
  const { line1, line2, city, postalCode, country } = address;
  return { line1, city, postalCode, country, ...(line2 === undefined ? {} : { line2 }) };
}
