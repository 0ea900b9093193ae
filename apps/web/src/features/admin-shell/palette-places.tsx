"use client";

import { Command } from "cmdk";
import { useCopy } from "#i18n/copy.tsx";
import { adminPages } from "./admin-pages.ts";

interface PalettePlacesProps {
  search: string;
  onGo: (address: string) => void;
  row: string;
  group: string;
}

const views = ["processing", "active", "on_hold", "disputed", "awaiting_payment"] as const;

/** The pages and the usual views whose names hold what was typed. */
export function PalettePlaces({ search, onGo, row, group }: PalettePlacesProps) {
  const t = useCopy("admin");
  const wanted = search.trim().toLowerCase();
  const fits = ({ name }: { name: string }) => name.toLowerCase().includes(wanted);
  const pages = [
    ...adminPages.map(({ name, path }) => ({ name: t(`nav.${name}`), address: path })),
    { name: t("nav.shop"), address: "/" },
  ].filter(fits);
  const shown = views
    .map((state) => ({ name: `${t("nav.orders")}: ${t(`states.${state}`)}`, address: `/admin/orders?state=${state}` }))
    .filter(fits);
  const items = (places: typeof pages) =>
    places.map(({ name, address }) => (
      <Command.Item key={address} value={address} onSelect={() => onGo(address)} className={row}>
        {name}
      </Command.Item>
    ));
  return (
    <>
      {pages.length === 0 ? null : (
        <Command.Group heading={t("palette.pages")} className={group}>
          {items(pages)}
        </Command.Group>
      )}
      {shown.length === 0 ? null : (
        <Command.Group heading={t("palette.views")} className={group}>
          {items(shown)}
        </Command.Group>
      )}
    </>
  );
}
