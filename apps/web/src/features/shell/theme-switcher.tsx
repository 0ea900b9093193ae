"use client";

import { useState } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { writeCookie } from "#shop-context/write-cookie.ts";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

/** The server reads the cookie and writes `data-theme` itself, so the page never flashes in the other theme. */
export function ThemeSwitcher({ theme }: { theme: Theme }) {
  const t = useCopy("shell");
  const [chosen, choose] = useState(theme);
  const apply = (next: Theme) => {
    choose(next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    writeCookie("smplat_theme", next === "system" ? null : next);
  };
  return (
    <label className="inline-flex items-center gap-2 text-sm text-ink-muted">
      {t("theme.label")}
      <select
        value={chosen}
        onChange={(event) => apply(themes.find((name) => name === event.target.value) ?? "system")}
        className="min-h-(--control-height-small) rounded-md border border-line-strong bg-surface px-2 text-sm text-ink"
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {t(`theme.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
