import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminJobs } from "#features/admin-jobs/admin-jobs.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.jobs");
  return { title: t("title"), robots: { index: false } };
}

export default function AdminJobsRoute() {
  return (
    <StaffGate>
      <AdminJobs />
    </StaffGate>
  );
}
