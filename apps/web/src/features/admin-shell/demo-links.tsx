import { getTranslations } from "next-intl/server";
import { api, orNull } from "#api/server-client.ts";
import { config } from "#config.ts";

/** Windows into the outside world of the demo; outside it there is nothing to look into. */
export async function DemoLinks() {
  const [t, demo] = await Promise.all([getTranslations("admin.nav"), orNull(api().auth.demoLogins({}))]);
  if (demo === null || demo.logins.length === 0) return null;
  const links = [
    { href: `${config.cardFormOrigin}/mailbox`, label: t("mailbox") },
    { href: `${config.cardFormOrigin}/`, label: t("sandbox") },
  ];
  return (
    <nav aria-label={t("demo")} className="grid border-t border-line pt-3">
      <p className="px-2 pb-1 text-xs text-ink-muted">{t("demo")}</p>
      {links.map(({ href, label }) => (
        <a
          key={href}
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          className="rounded-md px-2 py-1 text-sm hover:bg-surface-hover"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
