import type { Cart } from "@smplat/contracts";

/** A change of one line that the server has not answered yet. */
export type CartOperation = { readonly kind: "quantity"; readonly quantity: number } | { readonly kind: "remove" };
export type PendingOperations = Readonly<Record<string, CartOperation>>;

/** The cart as it will be once the pending operations are through. Amounts stay the server's last ones. */
export function projectCart(cart: Cart, pending: PendingOperations): Cart {
  const lines = cart.lines.flatMap((line) => {
    const operation = pending[line.id];
    if (operation === undefined) return [line];
    return operation.kind === "remove" ? [] : [{ ...line, quantity: operation.quantity }];
  });
  const ids = new Set(lines.map(({ id }) => id));
  return { ...cart, lines, problems: cart.problems.filter(({ lineId }) => ids.has(lineId)) };
}
