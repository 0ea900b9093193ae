import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminProviders } from "#features/admin-providers/admin-providers.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("providers");
  return { title: t("title"), robots: { index: false } };
}

export default function AdminProvidersRoute() {
  return (
    <StaffGate>
      <AdminProviders />
    </StaffGate>
  );
}
