import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./src/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `next build` rewrites the TypeScript configuration it uses; the one of `tsc -b` stays as it is.
  typescript: { tsconfigPath: "tsconfig.next.json" },
  outputFileTracingRoot: new URL("../..", import.meta.url).pathname,
  turbopack: { root: new URL("../..", import.meta.url).pathname },
};

export default withMessages(config);
