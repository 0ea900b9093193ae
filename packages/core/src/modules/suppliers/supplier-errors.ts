import { DomainError } from "#kernel/domain-error";

/** No such supplier. */
export const providerNotFound = (providerId: string) => new DomainError("provider.not-found", { providerId });

/** The supplier does no such thing, or not for this. */
export const serviceNotFound = (service: string) => new DomainError("provider.service-not-found", { service });

/** Somebody else changed the supplier since it was read. */
export const providerVersionConflict = () => new DomainError("provider.version-conflict");

/** The supplier's configuration can't be used; each field with what is wrong. */
export const configurationInvalid = (fields: readonly { readonly path: string; readonly message: string }[]) =>
  new DomainError("provider.configuration-invalid", { fields });

/** The actor may not do this with suppliers. */
export const suppliersForbidden = (action: string) => new DomainError("auth.forbidden", { action });
