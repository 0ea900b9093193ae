"use client";

import type { Platform } from "@smplat/contracts/vocabulary";
import { useCallback, useState } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { type ConfigurableProduct, type Configuration, type CustomField, isVisible } from "./configuration.ts";
import { fieldFault } from "./field-error.ts";
import { refusedAnswers } from "./refused-answers.ts";
import type { Channel } from "./use-channel.ts";
import type { QuoteState } from "./use-line-quote.ts";

/** What stands between the configuration and the cart, and where to mend it. */
export interface Obstacle {
  readonly elementId: string;
  readonly message: string;
}

/** What is wrong with the answers to what is asked, as far as the browser can tell. */
export function faultsOf(product: ConfigurableProduct, configuration: Configuration, platform: Platform) {
  return visibleFields(product, configuration, platform).flatMap((field) => {
    const fault = fieldFault(field, configuration.fields[field.key] ?? "");
    return fault === null ? [] : [{ field, fault }];
  });
}

/** What is wrong with fields that were left, and with all once somebody tried to buy. */
export function useObstacles(
  product: ConfigurableProduct,
  configuration: Configuration,
  channel: Channel,
  quote: QuoteState,
) {
  const t = useCopy("product");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const fields = visibleFields(product, configuration, channel.platform);
  const messages = new Map(serverMessages(quote, t("fields.faults.required")));
  for (const { field, fault } of faultsOf(product, configuration, channel.platform)) {
    const words =
      "bound" in fault ? t(`fields.faults.${fault.kind}`, { bound: fault.bound }) : t(`fields.faults.${fault.kind}`);
    messages.set(field.key, words);
  }
  const wrong = fields.flatMap(({ key, label }) => {
    const message = messages.get(key);
    return message === undefined ? [] : [{ key, label, message }];
  });
  const channelFault = channelObstacle(product, channel);
  const obstacles: Obstacle[] = [
    ...(channelFault === null ? [] : [{ elementId: "channel-handle", message: t(channelFault) }]),
    ...wrong.map(({ key, label, message }) => ({ elementId: `field-${key}`, message: `${label}: ${message}` })),
  ];
  const shown = wrong.filter(({ key }) => tried || left.has(key));
  const errors: Record<string, string> = Object.fromEntries(shown.map(({ key, message }) => [key, message]));
  const leave = useCallback((key: string) => setLeft((before) => new Set(before).add(key)), []);
  const attempt = useCallback(() => setTried(true), []);
  const channelError = tried && channelFault !== null ? t(channelFault) : null;
  return { fields, errors, obstacles, tried, attempt, leave, channelError };
}

/** What the server says against the answers it was sent last; nothing while it is being asked. */
function serverMessages({ status, quote, error }: QuoteState, required: string): Iterable<readonly [string, string]> {
  if (status === "failed") return refusedAnswers(error);
  return status === "ready" ? (quote?.missing ?? []).map((key) => [key, required] as const) : [];
}

function visibleFields(
  product: ConfigurableProduct,
  configuration: Configuration,
  platform: Platform,
): readonly CustomField[] {
  return product.customFields.filter((field) => isVisible(field, configuration, platform));
}

function channelObstacle(product: ConfigurableProduct, channel: Channel) {
  if (channel.status === "empty") return "channel.needed" as const;
  if (channel.status === "checking") return "channel.stillChecking" as const;
  const measured = channel.answer?.status === "measured";
  if (product.measurement === "required" && !measured) return "channel.measurementNeeded" as const;
  return channel.status === "refused" ? ("channel.needed" as const) : null;
}
