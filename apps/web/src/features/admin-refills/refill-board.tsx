"use client";

import type { OperatorRefill } from "@smplat/contracts";
import { Button, buttonClasses } from "@smplat/ui/button";
import Link from "next/link";
import { useState } from "react";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { DeclineDialog } from "./decline-dialog.tsx";
import type { RefillState } from "./refill-filter-state.ts";
import { RefillTable } from "./refill-table.tsx";
import { useDecisions } from "./use-decisions.ts";

interface RefillBoardProps {
  refills: readonly OperatorRefill[];
  nextCursor: string | null;
  state: RefillState | null;
}

/** The listed refills with what decides them, one by one or several at once. */
export function RefillBoard({ refills, nextCursor, state }: RefillBoardProps) {
  const t = useCopy("support-admin");
  const href = useHref();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [declining, decline] = useState<OperatorRefill | null>(null);
  const { approve, working, problem } = useDecisions();
  const open = refills.filter((refill) => refill.state === "requested" && chosen.has(refill.id));
  const more = new URLSearchParams({ ...(state === null ? {} : { state }), cursor: nextCursor ?? "" });
  return (
    <div className="grid gap-3">
      {problem === null ? null : <ProblemNotice error={problem} />}
      {open.length === 0 ? null : (
        <div>
          <Button
            size="small"
            onClick={async () => {
              await approve(open);
              choose(new Set());
            }}
            loadingLabel={working ? t("refills.approving") : undefined}
          >
            {t("refills.approveAll", { count: open.length })}
          </Button>
        </div>
      )}
      <RefillTable
        refills={refills}
        chosen={chosen}
        working={working}
        onChoose={choose}
        onApprove={(refill) => approve([refill])}
        onDecline={decline}
      />
      {nextCursor === null ? null : (
        <Link
          href={href(`/admin/refills?${more}`)}
          className={buttonClasses({ variant: "secondary", size: "small" })}
          rel="next"
        >
          →
        </Link>
      )}
      {declining === null ? null : <DeclineDialog refill={declining} onClose={() => decline(null)} />}
    </div>
  );
}
