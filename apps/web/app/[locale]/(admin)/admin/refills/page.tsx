import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRefills } from "#features/admin-refills/admin-refills.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";
import type { SearchParams } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("support-admin.refills");
  return { title: t("title"), robots: { index: false } };
}

export default async function AdminRefillsRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = await searchParams;
  return (
    <StaffGate>
      <AdminRefills query={query} />
    </StaffGate>
  );
}
