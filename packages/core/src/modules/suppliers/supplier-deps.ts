import type { SecretBox } from "#infrastructure/secrets";
import type { Clock } from "#kernel/clock";
import type { OpenProvider } from "./providers/open-provider.ts";

/** What every use case of the module works with. */
export interface SupplierDeps {
  readonly clock: Clock;
  readonly secrets: SecretBox;
  readonly openProvider: OpenProvider;
}
