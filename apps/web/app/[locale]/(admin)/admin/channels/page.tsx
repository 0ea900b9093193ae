import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";
import { AdminValidation } from "#features/admin-validation/admin-validation.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin-validation");
  return { title: t("title"), robots: { index: false } };
}

export default function AdminChannelsRoute() {
  return (
    <StaffGate>
      <AdminValidation />
    </StaffGate>
  );
}
