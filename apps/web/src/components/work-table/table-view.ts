"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";

export interface TableView {
  readonly hidden: readonly string[];
  readonly sort: { readonly id: string; readonly desc: boolean } | null;
}

/** Reads `?hide=a,b&sort=-total`. */
export function readTableView(params: Pick<URLSearchParams, "get">): TableView {
  const sort = params.get("sort") ?? "";
  const id = sort.startsWith("-") ? sort.slice(1) : sort;
  return {
    hidden: (params.get("hide") ?? "").split(",").filter(Boolean),
    sort: id === "" ? null : { id, desc: sort.startsWith("-") },
  };
}

/** The opposite of `readTableView`, on top of what else the address holds. */
export function writeTableView(params: URLSearchParams, { hidden, sort }: TableView): URLSearchParams {
  const next = new URLSearchParams(params);
  if (hidden.length === 0) next.delete("hide");
  else next.set("hide", hidden.join(","));
  if (sort === null) next.delete("sort");
  else next.set("sort", `${sort.desc ? "-" : ""}${sort.id}`);
  return next;
}

/**
 * Which columns show and what is sorted by lives in the address, so that a view can be kept as a bookmark and sent. The
 * address follows a moment later; until then the press itself is what shows.
 */
export function useTableView(): readonly [TableView, (view: TableView) => void] {
  const pathname = usePathname();
  const params = useSearchParams();
  const [pressed, setPressed] = useState<{ readonly before: typeof params; readonly view: TableView } | null>(null);
  const settled = useMemo(() => readTableView(params), [params]);
  const change = useCallback(
    (view: TableView) => {
      setPressed({ before: params, view });
      const query = writeTableView(new URLSearchParams(location.search), view).toString();
      history.replaceState(null, "", query === "" ? pathname : `${pathname}?${query}`);
    },
    [params, pathname],
  );
  return [pressed?.before === params ? pressed.view : settled, change];
}
