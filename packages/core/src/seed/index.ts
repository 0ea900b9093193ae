export { seedPeople } from "./people.ts";
export { seedProducts } from "./products/seed-products.ts";
export { seededProviderIds, seedProviders } from "./providers.ts";
