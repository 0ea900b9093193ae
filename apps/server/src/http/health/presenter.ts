import type { ReadinessCheck } from "@smplat/contracts";
import type { Core } from "@smplat/core";

type Check = Awaited<ReturnType<Core["readiness"]>>[number];

export const presentCheck = ({
  name,
  kind,
  status,
  reason,
  detail,
  ageSeconds,
  lastSuccessAt,
  overdue,
}: Check): ReadinessCheck => ({
  ...{ name, kind, status, reason, detail, ageSeconds, overdue },
  lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
});
