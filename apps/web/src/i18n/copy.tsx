"use client";

import type { Locale } from "@smplat/contracts/vocabulary";
import { createContext, type ReactNode, use, useCallback, useMemo } from "react";
import { fill } from "./fill.ts";
import type { Area, Messages } from "./messages.ts";

/** The dotted paths of an area's texts. */
type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Keys<T[K]>}`;
}[keyof T & string];
export type CopyKey<A extends Area> = Keys<Messages[A]>;

interface Copy {
  readonly locale: Locale;
  readonly areas: Readonly<Record<string, unknown>>;
}

const CopyContext = createContext<Copy>({ locale: "en", areas: {} });

/** Gives client components the texts of some areas, on top of those already there. */
export function CopyProvider({ locale, areas, children }: Copy & { children: ReactNode }) {
  const above = use(CopyContext);
  const value = useMemo(() => ({ locale, areas: { ...above.areas, ...areas } }), [locale, areas, above.areas]);
  return <CopyContext value={value}>{children}</CopyContext>;
}

function read(tree: unknown, path: string): string | undefined {
  let node = tree;
  for (const key of path.split(".")) {
    node = typeof node === "object" && node !== null ? (node as Record<string, unknown>)[key] : undefined;
  }
  return typeof node === "string" ? node : undefined;
}

/** Texts in client components of the shop: plain sentences with `{name}` places, so that no ICU parser is shipped. */
export function useCopy<A extends Area>(area: A) {
  const { areas } = use(CopyContext);
  const tree = areas[area];
  return useCallback(
    (key: CopyKey<A>, values?: Readonly<Record<string, string | number>>): string => {
      const text = read(tree, key);
      return text === undefined ? `${area}.${key}` : fill(text, values);
    },
    [tree, area],
  );
}

export function useLocale(): Locale {
  return use(CopyContext).locale;
}
