import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProofInspector } from "#features/admin-proof/proof-inspector.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin-proof");
  return { title: t("title"), robots: { index: false } };
}

export default async function AdminProofRoute({ params }: { params: Promise<{ orderId: string }> }) {
  const { orderId } = await params;
  return (
    <StaffGate>
      <ProofInspector orderId={orderId} />
    </StaffGate>
  );
}
