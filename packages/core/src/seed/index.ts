export { assortment } from "./history/assortment.ts";
export { createHistoryClock, type HistoryClock } from "./history/history-clock.ts";
export { historySizes } from "./history/history-sizes.ts";
export { createHistoryWorld, type HistoryWorld } from "./history/history-world.ts";
export { type HistoryStage, liveHistory } from "./history/live-history.ts";
export { type HistoryPlan, planHistory } from "./history/plan-history.ts";
export { type DemoPerson, seedPeople } from "./people.ts";
export { seedProducts } from "./products/seed-products.ts";
export { seededProviderIds, seedProviders } from "./providers.ts";
