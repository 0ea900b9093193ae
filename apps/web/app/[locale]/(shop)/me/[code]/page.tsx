import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, orNotFound } from "#api/server-client.ts";
import { LinkBack } from "#features/channel-proof/link-back.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("channels.proofPage");
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function ProofPageRoute({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  return <LinkBack channel={await orNotFound(api().channels.proofPage({ params: { code } }))} />;
}
