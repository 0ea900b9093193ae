import type { StoredProvider } from "./provider-repository.ts";
import { capabilitiesOf } from "./providers/open-provider.ts";
import type { ProviderView } from "./views.ts";

/** What staff may see of a supplier: never a secret. */
export function viewOf({ secrets, ...provider }: StoredProvider): ProviderView {
  return {
    ...provider,
    secretNames: Object.keys(secrets).sort(),
    capabilities: capabilitiesOf(provider.kind, provider.config),
  };
}
