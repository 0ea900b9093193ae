import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const directory = fileURLToPath(new URL(".", import.meta.url));
const executablePath = process.env.CHROMIUM_PATH ?? (await chromium.executablePath());

// In a single process Chromium hangs when a second page context is opened.
const severalProcesses = chromium.args.filter((argument) => argument !== "--single-process");

export default defineConfig({
  root: directory,
  cacheDir: `${directory}../../.cache/vite-ui`,
  plugins: [react(), storybookTest({ configDir: `${directory}.storybook` })],
  // A dependency found late makes Vite reload the page in the middle of a run: name them all up front.
  optimizeDeps: {
    include: [
      "react",
      "react-dom",
      "react-dom/client",
      "react-dom/test-utils",
      "react/jsx-runtime",
      "react/jsx-dev-runtime",
    ],
  },
  test: {
    name: "stories",
    testTimeout: 20_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1000, height: 800 },
      provider: playwright({
        // A check of contrast in the middle of a fade would be a matter of luck.
        contextOptions: { reducedMotion: "reduce" },
        launchOptions: {
          executablePath,
          args: [...severalProcesses, "--no-sandbox", "--disable-background-networking"],
        },
      }),
      instances: [{ browser: "chromium" }],
    },
  },
});
