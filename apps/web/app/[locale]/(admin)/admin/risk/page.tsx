import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminRisk } from "#features/admin-risk/admin-risk.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";
import type { SearchParams } from "#i18n/single-value.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin-risk");
  return { title: t("title"), robots: { index: false } };
}

export default async function AdminRiskRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <StaffGate>
      <AdminRisk params={await searchParams} />
    </StaffGate>
  );
}
