import type { Metadata } from "next";
import { loadProduct } from "#features/product/load-product.ts";
import { ProductPage } from "#features/product/product-page.tsx";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await loadProduct((await params).slug);
  return { title: product.title, description: product.summary };
}

export default async function ProductRoute({ params }: Props) {
  return <ProductPage product={await loadProduct((await params).slug)} />;
}
