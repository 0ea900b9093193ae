import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./src/i18n/request.ts");

/** What is no page in the default language: the other languages, the API, the framework's files, files with an ending. */
const otherwise = String.raw`(?:de|en|api|_next)(?:/|$)|.*\.`;

const config: NextConfig = {
  // English has no prefix, its pages live under /en. Done here and not in the proxy, because a rewrite there names a host,
  // and Next takes 127.0.0.1 and localhost for two different servers.
  rewrites: async () => ({
    beforeFiles: [
      { source: "/", destination: "/en" },
      { source: `/:path((?!${otherwise}).+)`, destination: "/en/:path" },
    ],
    afterFiles: [],
    fallback: [],
  }),
  poweredByHeader: false,
  reactStrictMode: true,
  // `next build` rewrites the TypeScript configuration it uses; the one of `tsc -b` stays as it is.
  typescript: { tsconfigPath: "tsconfig.next.json" },
  outputFileTracingRoot: new URL("../..", import.meta.url).pathname,
  turbopack: { root: new URL("../..", import.meta.url).pathname },
};

export default withMessages(config);
