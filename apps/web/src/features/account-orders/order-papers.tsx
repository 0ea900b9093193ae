import type { Order } from "@smplat/contracts";
import { Card } from "@smplat/ui/card";
import { getFormatter, getTranslations } from "next-intl/server";

const checksumShown = 12;

/** An order may have several credit notes: their number says which. */
const which = ({ kind, number }: Order["papers"][number]): string =>
  kind === "credit_note" && number !== null ? `?number=${encodeURIComponent(number)}` : "";

/** Invoice, receipt and credit notes, to look at and to keep. */
export async function OrderPapers({ order }: { order: Order }) {
  const t = await getTranslations("account.order");
  if (order.papers.length === 0 && (order.state === "canceled" || order.state === "refunded")) return null;
  return (
    <Card as="section" aria-labelledby="papers" className="grid gap-3">
      <h2 id="papers" className="text-lg">
        {t("papers")}
      </h2>
      {order.papers.length === 0 ? <p className="text-sm text-ink-muted">{t("papersNone")}</p> : null}
      <ul className="grid gap-4">
        {order.papers.map((paper) => (
          <PaperItem key={`${paper.kind}:${paper.sha256}`} orderId={order.id} paper={paper} />
        ))}
      </ul>
    </Card>
  );
}

async function PaperItem({ orderId, paper }: { orderId: string; paper: Order["papers"][number] }) {
  const [t, format] = await Promise.all([getTranslations("account.order"), getFormatter()]);
  const name = t(paper.kind);
  return (
    <li className="grid gap-1">
      <p className="font-semibold">{name}</p>
      <p className="figures text-xs text-ink-muted">
        {paper.number === null ? null : `${t("paperNumber", { number: paper.number })} · `}
        {format.dateTime(new Date(paper.issuedAt), { dateStyle: "medium" })}
      </p>
      <p className="flex gap-4 text-sm">
        {paper.formats.map((kind) => (
          // Not a page of this app: a router's link would try to draw it.
          <a
            key={kind}
            href={`/api/v1/orders/${orderId}/papers/${paper.kind}/${kind}${which(paper)}`}
            aria-label={t("download", { paper: name, format: t(kind) })}
            {...(kind === "pdf" ? { download: true } : { target: "_blank", rel: "noopener" })}
            className="tap py-1 font-semibold text-accent-ink underline-offset-4 hover:underline"
          >
            {t(kind)}
          </a>
        ))}
      </p>
      <p className="font-mono text-xs text-ink-subtle" title={paper.sha256}>
        {t("checksum", { sum: paper.sha256.slice(0, checksumShown) })}
      </p>
    </li>
  );
}
