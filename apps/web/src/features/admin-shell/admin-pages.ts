/** The pages of the back office, in the order of the rail. */
export const adminPages = [
  { name: "orders", path: "/admin/orders" },
  { name: "refills", path: "/admin/refills" },
  { name: "risk", path: "/admin/risk" },
  { name: "products", path: "/admin/products" },
  { name: "providers", path: "/admin/fulfillment/providers" },
  { name: "channels", path: "/admin/channels" },
  { name: "jobs", path: "/admin/jobs" },
] as const;
