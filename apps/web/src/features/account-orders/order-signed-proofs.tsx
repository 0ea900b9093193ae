import type { ProofReceipts } from "@smplat/contracts";
import { Card } from "@smplat/ui/card";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";

const digestShown = 12;
const newestShown = 3;

/** The signed proofs of an order: one file with all of them, and where anybody can check it. */
export async function OrderSignedProofs({ orderId, signed }: { orderId: string; signed: ProofReceipts }) {
  const [t, format, shop] = await Promise.all([getTranslations("account.order.signed"), getFormatter(), shopContext()]);
  if (signed.receipts.length === 0) return null;
  const newest = signed.receipts.slice(-newestShown).reverse();
  return (
    <Card as="section" aria-labelledby="signed" className="grid gap-3">
      <h2 id="signed" className="text-lg">
        {t("title")}
      </h2>
      <p className="text-sm text-ink-muted">{t("text")}</p>
      <p className="flex flex-wrap gap-x-4 text-sm">
        <a
          href={`/api/v1/orders/${orderId}/proof-receipts/file`}
          download
          className="tap py-1 font-semibold text-accent-ink underline-offset-4 hover:underline"
        >
          {t("download")}
        </a>
        <Link
          href={shop.href("/verify")}
          className="tap py-1 font-semibold text-accent-ink underline-offset-4 hover:underline"
        >
          {t("verify")}
        </Link>
      </p>
      <ul className="grid gap-2">
        {newest.map(({ digest, sequence, issuedAt, cause }) => (
          <li key={digest} className="text-xs text-ink-muted">
            <span className="figures">
              {sequence}. {t(`causes.${cause}`)} · {format.dateTime(new Date(issuedAt), { dateStyle: "medium" })}
            </span>
            <code className="block font-mono text-ink-subtle" title={digest}>
              {t("digest", { digest: digest.slice(0, digestShown) })}
            </code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
