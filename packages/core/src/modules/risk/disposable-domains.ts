/** Mail services whose addresses are made to be thrown away, as their own pages advertise. Compared with subdomains. */
const disposable: ReadonlySet<string> = new Set([
  "10minutemail.com",
  "discard.email",
  "dispostable.com",
  "emailondeck.com",
  "fakeinbox.com",
  "getnada.com",
  "guerrillamail.com",
  "maildrop.cc",
  "mailinator.com",
  "mailnesia.com",
  "minuteinbox.com",
  "mohmal.com",
  "moakt.com",
  "sharklasers.com",
  "spamgourmet.com",
  "temp-mail.org",
  "tempmail.dev",
  "tempr.email",
  "throwawaymail.com",
  "trashmail.com",
  "yopmail.com",
]);

/** Whether a mail domain, or one it is below, hands out addresses to throw away. */
export function isDisposable(domain: string): boolean {
  const labels = domain.split(".");
  return labels.some((_, index) => disposable.has(labels.slice(index).join(".")));
}
