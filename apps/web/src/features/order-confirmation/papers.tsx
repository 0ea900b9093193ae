"use client";

import type { Order } from "@smplat/contracts";
import { useCopy } from "#i18n/copy.tsx";

/** Papers that exist, and nothing that does not. */
export function Papers({ order, pending }: { order: Order; pending: boolean }) {
  const t = useCopy("confirmation");
  if (order.papers.length === 0 && !pending) return null;
  return (
    <section aria-labelledby="papers-title" className="grid gap-2 border-t border-line pt-4">
      <h2 id="papers-title" className="text-base">
        {t("papers.title")}
      </h2>
      {order.papers.length === 0 ? (
        <p className="text-sm text-ink-muted">{t("papers.pending")}</p>
      ) : (
        <ul className="grid gap-1 text-sm">
          {order.papers.flatMap(({ kind, number, formats }) =>
            formats.map((format) => (
              <li key={`${kind}-${number}-${format}`}>
                <a
                  href={`/api/v1/orders/${order.id}/papers/${kind}/${format}${kind === "credit_note" ? `?number=${number}` : ""}`}
                  className="tap inline-block text-accent-ink underline underline-offset-2"
                >
                  {t("papers.open", {
                    kind: t(`papers.${kind}`),
                    number: number ?? "",
                    format: t(`papers.formats.${format}`),
                  })}
                </a>
              </li>
            )),
          )}
        </ul>
      )}
    </section>
  );
}
