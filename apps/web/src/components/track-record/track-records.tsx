import { getTranslations } from "next-intl/server";
import { loadTrackRecords } from "./load-track-records.ts";
import { TrackRecord } from "./track-record.tsx";

interface TrackRecordsProps {
  products: readonly { readonly id: string; readonly title: string }[];
}

/** How earlier orders of these products went, one after another. Nothing where the numbers can't be read. */
export async function TrackRecords({ products }: TrackRecordsProps) {
  const [t, records] = await Promise.all([
    getTranslations("proof.track"),
    loadTrackRecords(products.map(({ id }) => id)),
  ]);
  const known = [...new Map(products.map((product) => [product.id, product])).values()].flatMap((product) => {
    const metrics = records.get(product.id);
    return metrics === undefined ? [] : [{ ...product, metrics }];
  });
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="track-title" className="grid gap-4 lg:max-w-[38rem] border-t border-line pt-6">
      <h2 id="track-title" className="text-lg">
        {t("titleMany")}
      </h2>
      <ul className="grid gap-4">
        {known.map(({ id, title, metrics }) => (
          <li key={id} className="grid gap-1">
            <p className="text-sm font-semibold">{title}</p>
            <TrackRecord metrics={metrics} />
          </li>
        ))}
      </ul>
    </section>
  );
}
