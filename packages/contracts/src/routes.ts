import type { Routes } from "./client.ts";
import type { ApiContract } from "./contract.ts";

/** Method, path and kind of output of every endpoint: all a browser needs, and no schema in its bundle. */
export const routes = {
  health: {
    livez: { method: "GET", path: "/health/livez", output: "json" },
    readyz: { method: "GET", path: "/health/readyz", output: "json" },
  },
  products: {
    list: { method: "GET", path: "/products", output: "json" },
    get: { method: "GET", path: "/products/{slug}", output: "json" },
  },
  quotes: {
    create: { method: "POST", path: "/quotes", output: "json" },
  },
  metrics: {
    validateAccount: { method: "POST", path: "/metrics/accounts/validate", output: "json" },
  },
  carts: {
    create: { method: "POST", path: "/carts", output: "json" },
    current: { method: "GET", path: "/carts/current", output: "json" },
    get: { method: "GET", path: "/carts/{cartId}", output: "json" },
    addLine: { method: "POST", path: "/carts/{cartId}/lines", output: "json" },
    changeLine: { method: "PATCH", path: "/carts/{cartId}/lines/{lineId}", output: "json" },
    removeLine: { method: "DELETE", path: "/carts/{cartId}/lines/{lineId}", output: "json" },
    quote: { method: "POST", path: "/carts/{cartId}/quote", output: "json" },
  },
  channels: {
    list: { method: "GET", path: "/channels", output: "json" },
    keep: { method: "POST", path: "/channels", output: "json" },
    get: { method: "GET", path: "/channels/{accountId}", output: "json" },
    disconnect: { method: "DELETE", path: "/channels/{accountId}", output: "json" },
    readings: { method: "GET", path: "/channels/{accountId}/readings", output: "json" },
    issueChallenge: { method: "POST", path: "/channels/{accountId}/challenges", output: "json" },
    checkChallenge: { method: "POST", path: "/channels/{accountId}/challenges/{challengeId}/checks", output: "json" },
    beginConsent: { method: "POST", path: "/channels/{accountId}/consents", output: "json" },
    completeConsent: { method: "POST", path: "/channels/consents", output: "json" },
    setGoal: { method: "PUT", path: "/channels/{accountId}/goals/{metric}", output: "json" },
    dropGoal: { method: "DELETE", path: "/channels/{accountId}/goals/{metric}", output: "json" },
    proofPage: { method: "GET", path: "/channels/proof-pages/{code}", output: "json" },
  },
  checkout: {
    complete: { method: "POST", path: "/checkout", output: "json" },
    paymentOptions: { method: "GET", path: "/checkout/payment-options", output: "json" },
  },
  orders: {
    list: { method: "GET", path: "/orders", output: "json" },
    get: { method: "GET", path: "/orders/{orderId}", output: "json" },
    timeline: { method: "GET", path: "/orders/{orderId}/timeline", output: "json" },
    cancel: { method: "POST", path: "/orders/{orderId}/cancel", output: "json" },
    deliveryProof: { method: "GET", path: "/orders/{orderId}/delivery-proof", output: "json" },
    proofMetrics: { method: "GET", path: "/orders/delivery-proof/metrics", output: "json" },
    proofMetricsOfMany: { method: "GET", path: "/orders/delivery-proof/metrics/of-products", output: "json" },
    paper: { method: "GET", path: "/orders/{orderId}/papers/{kind}/{format}", output: "file" },
    requestAccess: { method: "POST", path: "/orders/access-links", output: "json" },
    redeemAccess: { method: "POST", path: "/orders/access-links/redeem", output: "json" },
  },
  proofs: {
    ofOrder: { method: "GET", path: "/orders/{orderId}/proof-receipts", output: "json" },
    file: { method: "GET", path: "/orders/{orderId}/proof-receipts/file", output: "file" },
    keys: { method: "GET", path: "/proofs/keys", output: "json" },
    roots: { method: "GET", path: "/proofs/roots", output: "json" },
    root: { method: "GET", path: "/proofs/roots/{date}", output: "json" },
    place: { method: "GET", path: "/proofs/{digest}", output: "json" },
  },
  refills: {
    list: { method: "GET", path: "/orders/{orderId}/refills", output: "json" },
    request: { method: "POST", path: "/orders/{orderId}/lines/{lineId}/refills", output: "json" },
  },
  support: {
    get: { method: "GET", path: "/orders/{orderId}/support", output: "json" },
  },
  auth: {
    session: { method: "GET", path: "/auth/session", output: "json" },
    signUp: { method: "POST", path: "/auth/sign-up", output: "json" },
    verifyEmail: { method: "POST", path: "/auth/verify-email", output: "json" },
    signIn: { method: "POST", path: "/auth/sign-in", output: "json" },
    signOut: { method: "POST", path: "/auth/sign-out", output: "json" },
    requestPasswordReset: { method: "POST", path: "/auth/password-reset-requests", output: "json" },
    resetPassword: { method: "POST", path: "/auth/password-resets", output: "json" },
    demoLogins: { method: "GET", path: "/auth/demo-logins", output: "json" },
  },
  accounts: {
    profile: { method: "GET", path: "/accounts/profile", output: "json" },
    updateProfile: { method: "PATCH", path: "/accounts/profile", output: "json" },
  },
  telemetry: {
    ingest: { method: "POST", path: "/telemetry", output: "json" },
  },
  webhooks: {
    stripe: { method: "POST", path: "/webhooks/stripe", output: "json" },
    supplier: { method: "POST", path: "/webhooks/suppliers/{providerId}", output: "json" },
  },
  adminOrders: {
    list: { method: "GET", path: "/admin/orders", output: "json" },
    get: { method: "GET", path: "/admin/orders/{orderId}", output: "json" },
    timeline: { method: "GET", path: "/admin/orders/{orderId}/timeline", output: "json" },
    transition: { method: "POST", path: "/admin/orders/{orderId}/transitions", output: "json" },
  },
  adminProofs: {
    inspect: { method: "GET", path: "/admin/orders/{orderId}/proof", output: "json" },
    requestReading: { method: "POST", path: "/admin/orders/{orderId}/proof/readings", output: "json" },
    exportMetrics: { method: "GET", path: "/admin/delivery-proof/metrics/export", output: "file" },
  },
  adminProducts: {
    list: { method: "GET", path: "/admin/products", output: "json" },
    checkPolicy: { method: "POST", path: "/admin/products/{productId}/policy-checks", output: "json" },
    publish: { method: "POST", path: "/admin/products/{productId}/publish", output: "json" },
    unpublish: { method: "POST", path: "/admin/products/{productId}/unpublish", output: "json" },
  },
  adminRefills: {
    list: { method: "GET", path: "/admin/refills", output: "json" },
    request: { method: "POST", path: "/admin/orders/{orderId}/lines/{lineId}/refills", output: "json" },
    approve: { method: "POST", path: "/admin/refills/{refillId}/approve", output: "json" },
    decline: { method: "POST", path: "/admin/refills/{refillId}/decline", output: "json" },
  },
  adminSupport: {
    get: { method: "GET", path: "/admin/orders/{orderId}/support", output: "json" },
    refund: { method: "POST", path: "/admin/orders/{orderId}/refunds", output: "json" },
    replay: { method: "POST", path: "/admin/orders/{orderId}/lines/{lineId}/replay", output: "json" },
    cancelLine: { method: "POST", path: "/admin/orders/{orderId}/lines/{lineId}/cancel", output: "json" },
  },
  adminJobs: {
    overview: { method: "GET", path: "/admin/jobs", output: "json" },
    retry: { method: "POST", path: "/admin/jobs/{jobId}/retry", output: "json" },
  },
  adminRisk: {
    list: { method: "GET", path: "/admin/risk/assessments", output: "json" },
    decide: { method: "POST", path: "/admin/risk/assessments/{assessmentId}/decisions", output: "json" },
    entries: { method: "GET", path: "/admin/risk/list-entries", output: "json" },
    addEntry: { method: "POST", path: "/admin/risk/list-entries", output: "json" },
    removeEntry: { method: "POST", path: "/admin/risk/list-entries/{entryId}/removal", output: "json" },
    enforcement: { method: "GET", path: "/admin/risk/enforcement", output: "json" },
    setEnforcement: { method: "PUT", path: "/admin/risk/enforcement", output: "json" },
  },
} as const satisfies Routes<ApiContract>;
