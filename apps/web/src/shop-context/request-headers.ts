/** Headers the proxy sets for the pages; whatever a client sends under these names is replaced. */
export const requestHeaders = {
  /** The name next-intl reads. */
  locale: "x-next-intl-locale",
  /** Path without the language. */
  path: "x-shop-path",
  search: "x-shop-search",
  platform: "x-shop-platform",
} as const;
