import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminProvider } from "#features/admin-providers/admin-provider.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("providers");
  return { title: t("title"), robots: { index: false } };
}

export default async function AdminProviderRoute({ params }: { params: Promise<{ providerId: string }> }) {
  const { providerId } = await params;
  return (
    <StaffGate>
      <AdminProvider providerId={providerId} />
    </StaffGate>
  );
}
