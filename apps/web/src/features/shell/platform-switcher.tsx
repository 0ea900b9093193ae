"use client";

import { platforms } from "@smplat/contracts/vocabulary";
import { Icon } from "@smplat/ui/icon";
import { usePathname, useSearchParams } from "next/navigation";
import { channelName } from "#components/channel-name.ts";
import { useCopy } from "#i18n/copy.tsx";
import type { ShopPlatform } from "#shop-context/platform-context.ts";
import { useShop } from "#shop-context/shop-provider.tsx";

/**
 * Shows the channel shopped for and changes it in one click. Plain links that load the page anew: they work before
 * JavaScript arrives, and everything on the page follows the new channel.
 */
export function PlatformSwitcher() {
  const t = useCopy("shell");
  const { platform } = useShop();
  const linkTo = usePlatformLink();
  const item = "flex min-h-11 items-center gap-2 rounded-md px-2.5 text-sm font-semibold hover:bg-surface-hover";
  return (
    <details className="group relative" data-tint={platform?.platform}>
      <summary className="flex min-h-(--control-height-small) cursor-pointer items-center gap-2 rounded-md border border-tint-line bg-tint-soft px-3 text-sm text-tint-ink">
        <span className="sr-only text-xs sm:not-sr-only">{t("platform.label")}</span>
        <span className="min-w-0 flex-1 truncate font-semibold md:max-w-48">
          <Chosen platform={platform} />
        </span>
        <Icon name="chevron-down" className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="fixed inset-x-3 top-auto z-40 mt-1 rounded-lg border border-line bg-surface-raised p-2 text-ink shadow-overlay sm:absolute sm:inset-x-auto sm:end-0 sm:top-full sm:w-72">
        <p className="px-2.5 pt-1 text-sm font-semibold">{t("platform.choose")}</p>
        <p className="px-2.5 pb-2 text-xs text-ink-muted">{t("platform.hint")}</p>
        <ul className="grid grid-cols-2 gap-0.5">
          {platforms.map((name) => (
            <li key={name}>
              <a
                href={linkTo(name)}
                className={item}
                data-tint={name}
                aria-current={platform?.platform === name ? "true" : undefined}
              >
                <span aria-hidden="true" className="size-3 rounded-full border border-tint-line bg-tint-soft" />
                {t(`platforms.${name}`)}
                {platform?.platform === name ? <Icon name="check" className="ms-auto" /> : null}
              </a>
            </li>
          ))}
          <li>
            <a href={linkTo("none")} className={item} aria-current={platform === null ? "true" : undefined}>
              <span aria-hidden="true" className="size-3 rounded-full border border-line-strong" />
              {t("platform.clear")}
            </a>
          </li>
        </ul>
      </div>
    </details>
  );
}

function Chosen({ platform }: { platform: ShopPlatform | null }) {
  const t = useCopy("shell");
  if (platform === null) return t("platform.any");
  const name = t(`platforms.${platform.platform}`);
  return platform.handle === null ? name : `${name} · ${channelName(platform.handle)}`;
}

/** This page again, with everything in its address kept but the channel. */
function usePlatformLink(): (value: string) => string {
  const pathname = usePathname();
  const search = useSearchParams();
  return (value) => {
    const next = new URLSearchParams(search);
    next.delete("cursor");
    next.set("platform", value);
    return `${pathname}?${next.toString()}`;
  };
}
