"use client";

import type { Product } from "@smplat/contracts";
import { useMemo, useRef, useState } from "react";
import { track } from "#api/track.ts";
import { useLocale } from "#i18n/copy.tsx";
import { useShop } from "#shop-context/shop-provider.tsx";
import { BuyBox } from "./buy-box.tsx";
import { ChannelField } from "./channel-field.tsx";
import { Choices } from "./choices.tsx";
import { type ConfigurableProduct, type Configuration, fitConfiguration, selectionOf } from "./configuration.ts";
import { CustomFields } from "./custom-fields.tsx";
import { Presets } from "./presets.tsx";
import type { PriceLabels } from "./price-labels.ts";
import { PricePanel } from "./price-panel.tsx";
import { QuantitySection } from "./quantity-section.tsx";
import type { SavedChannel } from "./saved-channels.tsx";
import { useChannel } from "./use-channel.ts";
import { useConfiguration } from "./use-configuration.ts";
import { useLineQuote } from "./use-line-quote.ts";
import { faultsOf, useObstacles } from "./use-obstacles.ts";

interface ConfiguratorProps {
  product: ConfigurableProduct;
  labels: PriceLabels;
  saved: readonly SavedChannel[];
}

/** Channel, options and quantity on one side, the server's price and the way into the cart on the other. */
export function Configurator({ product, labels, saved }: ConfiguratorProps) {
  const { channel, setTyped, choosePlatform, chooseSaved, retry } = useChannel(product.platforms);
  const { configuration, change, reset } = useConfiguration(product);
  const [preset, setPreset] = useState<string | null>(null);
  const request = useQuoteRequest(product, configuration, channel);
  const quote = useLineQuote(request);
  const { fields, errors, ...rest } = useObstacles(product, configuration, channel, quote);
  const configured = useRef(false);
  const changeByHand = (part: Partial<Configuration>) => {
    if (!configured.current) track("product.configured", { subject: product.slug }, channel.platform);
    configured.current = true;
    setPreset(null);
    change(part);
  };
  const applyPreset = (key: string) => {
    const chosen = product.presets.find((one) => one.key === key);
    if (chosen === undefined) return;
    track("preset.applied", { subject: product.slug, preset: key }, channel.platform);
    setPreset(key);
    const { options, addOns, plan } = chosen.selection;
    const answers = { ...configuration.fields, ...chosen.selection.fields };
    change(fitConfiguration(product, { quantity: chosen.quantity, options, addOns, plan, fields: answers }));
  };
  const clearPreset = () => {
    setPreset(null);
    reset();
  };
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12">
      <div className="grid min-w-0 content-start gap-9">
        <ChannelField
          platforms={product.platforms}
          channel={channel}
          error={rest.channelError}
          onType={setTyped}
          onChoosePlatform={choosePlatform}
          onRetry={retry}
          saved={saved}
          onChooseSaved={chooseSaved}
          ownershipRequired={product.ownership === "required"}
        />
        <Presets product={product} applied={preset} onApply={applyPreset} onClear={clearPreset} />
        <QuantitySection
          product={product}
          quantity={configuration.quantity}
          onChange={(quantity) => changeByHand({ quantity })}
        />
        <Choices product={product} configuration={configuration} labels={labels} onChange={changeByHand} />
        <CustomFields
          fields={fields}
          answers={configuration.fields}
          errors={errors}
          onAnswer={(key, value) => changeByHand({ fields: { ...configuration.fields, [key]: value } })}
          onLeave={rest.leave}
        />
      </div>
      <div className="lg:sticky lg:top-20 lg:self-start">
        <PricePanel product={product} quote={quote}>
          <BuyBox product={product} quote={quote} obstacles={rest.obstacles} tried={rest.tried} onTry={rest.attempt} />
        </PricePanel>
      </div>
    </div>
  );
}

type Channel = ReturnType<typeof useChannel>["channel"];

/** What is asked of the server; the channel is named once it was looked up, so that typing does not ask for prices. */
function useQuoteRequest(product: ConfigurableProduct, configuration: Configuration, channel: Channel) {
  const { currency, country } = useShop();
  const locale = useLocale();
  return useMemo(() => {
    const account = channel.answer?.account ?? null;
    const typed = channel.status === "answered" ? channel.typed.trim() : null;
    const handle = account?.handle ?? typed;
    const faults = faultsOf(product, configuration, channel.platform);
    const unusable = new Set(faults.map(({ field }) => field.key));
    const platformContext = { platform: channel.platform, handle, accountId: account?.id ?? null };
    return {
      productId: product.id satisfies Product["id"],
      quantity: configuration.quantity,
      selection: selectionOf(product, configuration, channel.platform, unusable),
      platformContext,
      currency,
      country,
      locale,
    };
  }, [product, configuration, channel, currency, country, locale]);
}
