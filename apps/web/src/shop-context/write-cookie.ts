/** 180 days. */
const maxAgeMs = 15_552_000_000;

/** Keeps a preference in a cookie the server reads; null forgets it. It may fail silently: a preference can be lost. */
export function writeCookie(name: string, value: string | null): void {
  if (!("cookieStore" in globalThis)) return;
  const done =
    value === null
      ? cookieStore.delete({ name, path: "/" })
      : cookieStore.set({ name, value, path: "/", expires: Date.now() + maxAgeMs, sameSite: "lax" });
  done.catch(() => undefined);
}
