export { seedPeople } from "./people.ts";
export { seedProducts } from "./products/index.ts";
export { seededProviderIds, seedProviders } from "./providers.ts";
