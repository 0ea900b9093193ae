/** Who may stand behind a request. `guest` holds the secret of a cart or an order; `service` holds an API key. */
export const roles = ["anonymous", "guest", "customer", "operator", "admin", "service", "system"] as const;
export type Role = (typeof roles)[number];
