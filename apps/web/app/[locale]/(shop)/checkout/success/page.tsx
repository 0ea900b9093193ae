import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmationPage } from "#features/order-confirmation/confirmation-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("confirmation");
  return { title: t("metaTitle"), robots: { index: false } };
}

interface Props {
  searchParams: Promise<{ order?: string | string[] }>;
}

export default async function SuccessRoute({ searchParams }: Props) {
  const { order } = await searchParams;
  return <ConfirmationPage orderId={Array.isArray(order) ? order[0] : order} />;
}
