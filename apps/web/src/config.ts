const origin = (value: string | undefined, fallback: string): string => new URL(value || fallback).origin;

/** What the web app needs to know of its surroundings. Read on each use: a built app can be moved without a rebuild. */
export const config = {
  /** Where the API answers; the browser never sees it. */
  get apiOrigin(): string {
    return origin(process.env.API_ORIGIN, "http://127.0.0.1:4000");
  },
  /** The address people type. */
  get publicUrl(): string {
    return origin(process.env.PUBLIC_URL, "http://127.0.0.1:3000");
  },
  /** The card processor's form, shown in an iframe: the only foreign page that may be framed. */
  get cardFormOrigin(): string {
    return origin(process.env.CARD_FORM_ORIGIN, "http://127.0.0.1:4010");
  },
  get development(): boolean {
    return process.env.NODE_ENV === "development";
  },
};
