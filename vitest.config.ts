import { defineConfig } from "vitest/config";

const everywhere = ["packages/*/src", "apps/*/src", "apps/*/app"];
const withSuffix = (suffix: string) => everywhere.map((folder) => `${folder}/**/*${suffix}`);
const database = { globalSetup: ["packages/testing/src/global-setup.ts"], testTimeout: 30_000, hookTimeout: 60_000 };

/**
 * A suffix decides where a test runs (docs/testing.md). Stories have a config of their own, packages/ui/vitest.config.ts:
 * merely loading it unpacks a browser.
 */
export default defineConfig({
  // Else every file looks for the nearest tsconfig, and one broken reference in the root's fails all tests.
  tsconfig: "./tsconfig.node.json",
  cacheDir: ".cache/vite",
  test: {
    pool: "threads",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          isolate: false,
          include: withSuffix(".test.ts"),
          exclude: withSuffix(".{db,http,type}.test.ts"),
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: { name: "architecture", include: ["packages/testing/*.test.ts"], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: { name: "db", isolate: false, include: withSuffix(".db.test.ts"), ...database },
      },
      {
        extends: true,
        test: { name: "http", isolate: false, include: withSuffix(".http.test.ts"), ...database },
      },
    ],
  },
});
