import type {} from "next-intl";
import deShell from "../../messages/de/shell.json" with { type: "json" };
import enShell from "../../messages/en/shell.json" with { type: "json" };

/** All texts by language and area. An area is one file per language in `messages/`; add new areas here. */
export const messages = {
  en: { shell: enShell },
  de: { shell: deShell },
};
export type Messages = (typeof messages)["en"];
export type Area = keyof Messages;

declare module "next-intl" {
  interface AppConfig {
    Locale: keyof typeof messages;
    Messages: Messages;
  }
}
