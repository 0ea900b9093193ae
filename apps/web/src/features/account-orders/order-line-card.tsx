import type { DeliveryProof, LineRefills, OrderLine, OrderSupport, Placement } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { Card } from "@smplat/ui/card";
import { Icon } from "@smplat/ui/icon";
import { Notice } from "@smplat/ui/notice";
import { StatusPill } from "@smplat/ui/status-pill";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { channelName } from "#components/channel-name.ts";
import { lineTones } from "#components/order-tones.ts";
import { ProductArt } from "#components/product-art/product-art.tsx";
import { ProofCard } from "#components/proof-card/proof-card.tsx";
import { proofCardOfLine } from "#components/proof-card/proof-card-data.ts";
import { loadTrackRecords } from "#components/track-record/load-track-records.ts";
import { TrackRecord } from "#components/track-record/track-record.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { LineEvidence } from "./line-evidence.tsx";
import { LinePlacements } from "./line-placements.tsx";
import { LinePlan } from "./line-plan.tsx";
import { LineProgress } from "./line-progress.tsx";
import { LineRefill } from "./line-refill.tsx";

interface OrderLineCardProps {
  orderId: string;
  line: OrderLine;
  proof: DeliveryProof | null;
  /** Before the payment there is nothing to follow. */
  paid: boolean;
  guaranteeOver: boolean;
  /** Every product of the order, so that their numbers are asked for once. */
  productIds: readonly string[];
  /** Null when it could not be read. */
  refills: LineRefills | null;
  placements: readonly Placement[];
  delivery: OrderSupport["lines"][number] | null;
}

/** One line of an order: what it is, how far it is, what shows it, and what it changed. */
export async function OrderLineCard(props: OrderLineCardProps) {
  const { orderId, line, proof, paid, guaranteeOver, productIds, refills, placements, delivery } = props;
  const t = await getTranslations("account.order");
  const found = proof?.lines.find(({ lineId }) => lineId === line.id);
  return (
    <Card as="article" className="grid gap-5">
      <LineHead line={line} />
      {line.progress === null ? null : <LineProgress progress={line.progress} state={line.state} />}
      {delivery === null ? null : (
        <LinePlan delivery={delivery} state={line.state} unit={line.product.unit} quantity={line.quantity} />
      )}
      {paid && refills !== null ? <LineRefill orderId={orderId} claim={refills} unit={line.product.unit} /> : null}
      {paid ? <LineEvidence line={line} guaranteeOver={guaranteeOver} /> : null}
      <LinePlacements placements={placements} />
      {proof !== null && found !== undefined && paid ? (
        <ProofCard proof={proofCardOfLine(found, proof.computedAt)} />
      ) : null}
      {proof === null && paid ? <Notice title={t("proofMissing")} /> : null}
      <LineTrackRecord productId={line.product.id} productIds={productIds} />
    </Card>
  );
}

async function LineTrackRecord({ productId, productIds }: { productId: string; productIds: readonly string[] }) {
  const [t, records] = await Promise.all([getTranslations("proof.track"), loadTrackRecords(productIds)]);
  const metrics = records.get(productId);
  if (metrics === undefined) return null;
  return (
    <section className="grid gap-1 border-t border-line pt-4">
      <h4 className="text-sm font-semibold">{t("title")}</h4>
      <TrackRecord metrics={metrics} />
    </section>
  );
}

async function LineHead({ line }: { line: OrderLine }) {
  const [t, states, platforms, shop, format] = await Promise.all([
    getTranslations("account.order"),
    getTranslations("account.lineStates"),
    getTranslations("shell.platforms"),
    shopContext(),
    getFormatter(),
  ]);
  const channel = line.platformContext;
  const named =
    channel === null
      ? null
      : [platforms(channel.platform), channel.handle && channelName(channel.handle)].filter(Boolean).join(" ");
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-3">
      <ProductArt
        seed={line.product.artSeed}
        platform={channel?.platform}
        columns={3}
        rows={3}
        className="size-16 rounded-md sm:size-20"
      />
      <div className="grid min-w-0 content-start gap-1">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h3 className="min-w-0 text-lg">
            <Link href={shop.href(`/products/${line.product.slug}`)} className="underline-offset-4 hover:underline">
              {line.product.title}
            </Link>
          </h3>
          {line.state === null ? null : <StatusPill tone={lineTones[line.state]}>{states(line.state)}</StatusPill>}
        </div>
        <p className="figures text-sm">
          {t("quantity", { quantity: format.number(line.quantity), unit: line.product.unit })}
          {" · "}
          <Amount amountMinor={line.gross.amountMinor} currency={line.gross.currency} locale={shop.locale} />
        </p>
        <p className="text-sm text-ink-muted wrap-anywhere">
          {named === null ? t("noChannel") : t("channel", { channel: named })}
        </p>
      </div>
      {line.summary.length === 0 ? null : (
        <details className="group col-span-2 text-sm">
          <summary className="tap flex w-fit cursor-pointer items-center gap-1 rounded-sm text-ink-muted hover:text-ink">
            <Icon name="chevron-right" className="transition-transform group-open:rotate-90" />
            {t("chosen")}
          </summary>
          <ul className="mt-2 grid gap-1 ps-4">
            {line.summary.map((choice) => (
              <li key={choice} className="list-disc wrap-anywhere">
                {choice}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
