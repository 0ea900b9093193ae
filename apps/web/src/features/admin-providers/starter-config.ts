/** A small dialect to begin a new supplier's configuration from: JSON, a bearer key, orders by reference. */
export const starterConfig = JSON.stringify(
  {
    baseUrl: "https://api.supplier.example/v1",
    auth: { kind: "bearer", secret: "api-key" },
    encoding: "json",
    idempotentSubmit: false,
    settleSeconds: 60,
    endpoints: {
      submit: {
        method: "POST",
        path: "/orders",
        body: { service: "{service}", quantity: "{quantity}", target: "{handle}", reference: "{reference}" },
      },
      status: { method: "GET", path: "/orders/{externalId}" },
      find: { method: "GET", path: "/orders", query: { reference: "{reference}" }, root: "orders" },
    },
    order: {
      externalId: "id",
      reference: "reference",
      status: "status",
      states: { pending: "accepted", running: "running", done: "completed", partial: "short", canceled: "canceled" },
      delivered: "delivered",
    },
    errors: [{ status: 429, class: "transient" }],
  },
  null,
  2,
);
