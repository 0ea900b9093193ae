import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewProvider } from "#features/admin-providers/new-provider.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("providers");
  return { title: t("add.title"), robots: { index: false } };
}

export default function NewProviderRoute() {
  return (
    <StaffGate>
      <NewProvider />
    </StaffGate>
  );
}
