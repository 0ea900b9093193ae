/** The numbers a choice of supplier is made with. A decision keeps the version it was made by. */
export interface RoutingPolicy {
  readonly version: number;
  /** Each eligible supplier is tried at random this often, so that a laggard can show that it is better. */
  readonly explorationShare: number;
  /** All exploration together. */
  readonly explorationMax: number;
  /** What a failed line costs in people's time, minor units of the service's currency. */
  readonly supportMinor: number;
  /** Of the price: what a late delivery costs in trust. */
  readonly latenessShare: number;
  /** A supplier whose success is believed to lie below this with 95 % is passed over while there is another. */
  readonly successFloor: number;
  /** Orders a supplier may have under way before it has shown how fast it is. */
  readonly inFlightFloor: number;
}

const policies: readonly RoutingPolicy[] = [
  {
    version: 1,
    explorationShare: 0.02,
    explorationMax: 0.3,
    supportMinor: 600,
    latenessShare: 0.1,
    successFloor: 0.75,
    inFlightFloor: 5,
  },
];

/** The policy decisions are made by now. */
export const routingPolicy: RoutingPolicy = policies[policies.length - 1] as RoutingPolicy;

/** The policy an earlier decision was made by; null for one this program does not know. */
export const routingPolicyOf = (version: number): RoutingPolicy | null =>
  policies.find((policy) => policy.version === version) ?? null;
