"use client";

import type { Platform } from "@smplat/contracts/vocabulary";
import { useCallback, useMemo, useState } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { type ConfigurableProduct, type Configuration, type CustomField, isVisible } from "./configuration.ts";
import { type FieldFault, fieldFault } from "./field-error.ts";
import type { Channel } from "./use-channel.ts";

/** What stands between the configuration and the cart, and where to mend it. */
export interface Obstacle {
  readonly elementId: string;
  readonly message: string;
}

/** Faults of fields that were left, and of all once somebody tried to buy. */
export function useObstacles(product: ConfigurableProduct, configuration: Configuration, channel: Channel) {
  const t = useCopy("product");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const fields = visibleFields(product, configuration, channel.platform);
  const faults = useMemo(
    () =>
      fields.flatMap((field) => {
        const fault = fieldFault(field, configuration.fields[field.key] ?? "");
        return fault === null ? [] : [{ field, fault }];
      }),
    [fields, configuration.fields],
  );
  const channelFault = channelObstacle(product, channel);
  const obstacles: Obstacle[] = [
    ...(channelFault === null ? [] : [{ elementId: "channel-handle", message: t(channelFault) }]),
    ...faults.map(({ field, fault }) => ({
      elementId: `field-${field.key}`,
      message: `${field.label}: ${
        "bound" in fault ? t(`fields.faults.${fault.kind}`, { bound: fault.bound }) : t(`fields.faults.${fault.kind}`)
      }`,
    })),
  ];
  const shown: Record<string, FieldFault> = Object.fromEntries(
    faults.filter(({ field }) => tried || left.has(field.key)).map(({ field, fault }) => [field.key, fault]),
  );
  const leave = useCallback((key: string) => setLeft((before) => new Set(before).add(key)), []);
  const attempt = useCallback(() => setTried(true), []);
  const channelError = tried && channelFault !== null ? t(channelFault) : null;
  return { fields, faults: shown, complete: faults.length === 0, obstacles, tried, attempt, leave, channelError };
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
