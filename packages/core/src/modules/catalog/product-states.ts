import { type ProductState, productStates } from "@smplat/contracts/vocabulary";
import { defineStateMachine } from "#kernel/state-machine";

export type ProductCommand = "publish" | "unpublish";

/** Publishing what is published again is allowed and renews the policy's decision. */
export const productMachine = defineStateMachine<ProductState, ProductCommand>({
  states: productStates,
  initial: "draft",
  ended: [],
  transitions: [
    { from: ["draft", "unpublished", "published"], command: "publish", to: ["published"] },
    { from: ["published", "unpublished"], command: "unpublish", to: ["unpublished"] },
  ],
});
