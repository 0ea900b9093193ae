export { checkEgress, type EgressRefusal, isGlobalAddress } from "./egress-rules.ts";
export { OutboundFailure, type OutboundFailureKind } from "./outbound-failure.ts";
export {
  createOutboundHttp,
  type OutboundHead,
  type OutboundHttp,
  type OutboundRequest,
  type OutboundResponse,
} from "./outbound-http.ts";
export { type ResolveHost, resolveWithSystem } from "./vetted-lookup.ts";
