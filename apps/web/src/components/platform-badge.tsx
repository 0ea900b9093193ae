import type { Platform } from "@smplat/contracts/vocabulary";
import { Badge } from "@smplat/ui/badge";
import { useTranslations } from "next-intl";

export function PlatformBadge({ platform }: { platform: Platform }) {
  const t = useTranslations("shell.platforms");
  return <Badge tint={platform}>{t(platform)}</Badge>;
}
