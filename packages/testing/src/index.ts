export { createSandboxClient } from "./create-sandbox-client.ts";
export { createTestCore, type TestClock, type TestCore } from "./create-test-core.ts";
export { createTestDatabase, type TestDatabase } from "./create-test-database.ts";
export { createTestVisitor, type TestVisitor } from "./create-test-visitor.ts";
export { cookieHeader, newAccount, newEmail, type TestAccount } from "./new-account.ts";
export { placeOrder, placePaidOrder, type SampleLine } from "./place-paid-order.ts";
export { platformEnvironment } from "./platform-environment.ts";
export { publishSampleProduct } from "./publish-sample-product.ts";
export { publishedEvents } from "./published-events.ts";
export { type LogEntry, type RecordingLogger, recordingLogger } from "./recording-logger.ts";
export { sampleProduct } from "./sample-product.ts";
export type {
  ChannelState,
  EvidencePageMode,
  PendingWebhook,
  PlatformMode,
  SandboxClient,
  SandboxClock,
  SandboxMail,
  SandboxPlatform,
  SupplierBehavior,
  SupplierId,
  SupplierOrder,
  WebhookDelivery,
  WebhookMode,
  WebhookSource,
  WebhookTarget,
} from "./sandbox-client.ts";
export { type Sandbox, startSandbox } from "./start-sandbox.ts";
export { startTestPostgres, type TestPostgres, type TestPostgresAddress } from "./test-postgres.ts";
export { testReceiptKey } from "./test-receipt-key.ts";
export {
  checkoutBody,
  type FilledCart,
  fillCart,
  pay,
  quote,
  refusal,
  startTestShop,
  type TestShop,
  type Visitor,
} from "./test-shop.ts";
