export {
  defineEvent,
  type EventDefinition,
  type PublishedEvent,
  type PublishOptions,
  type Subscription,
  subscribe,
  subscribeExternal,
} from "./event.ts";
export { createEventStore, type EventStore, type StoredEvent } from "./event-store.ts";
