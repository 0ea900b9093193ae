import packaged from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** The Chromium that came with the packages, or the one CHROMIUM_PATH names. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || (await packaged.executablePath());
  // In a single process Chromium hangs when a second context is opened.
  const args = packaged.args.filter((argument) => argument !== "--single-process");
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...args, "--no-sandbox", "--disable-background-networking"],
  });
}
