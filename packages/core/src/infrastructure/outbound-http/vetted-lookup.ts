import { type LookupAddress, type LookupOptions, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isGlobalAddress } from "./egress-rules.ts";
import { OutboundFailure } from "./outbound-failure.ts";

/** Finds every address of a host. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>;

export const resolveWithSystem: ResolveHost = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A lookup for sockets that answers only with addresses it has vetted: the one connected to is the one checked, so a
 * name that changes its mind between check and use gains nothing. One bad address refuses the whole host.
 */
export function vettedLookup(resolve: ResolveHost, exempt: boolean): LookupFunction {
  return (hostname: string, options: LookupOptions, answer: Answer) => {
    resolve(hostname).then(
      (addresses) => {
        const bad = exempt ? undefined : addresses.find((entry) => !isGlobalAddress(entry.address));
        const first = addresses[0];
        if (bad !== undefined) answer(refusal(hostname), "");
        else if (first === undefined)
          answer(new OutboundFailure("unreachable", `${hostname} has no address`, false), "");
        else if (options.all === true) answer(null, [...addresses]);
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, ""),
    );
  };
}

const refusal = (hostname: string): OutboundFailure =>
  new OutboundFailure("refused", `${hostname} leads to an address that is not public`, false);
