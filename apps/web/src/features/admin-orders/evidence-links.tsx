import type { OrderLine } from "@smplat/contracts";
import { getTranslations } from "next-intl/server";

const webAddress = /^https?:\/\//;

/** The evidence of a line, folded: each piece with what it covers. */
export async function EvidenceLinks({ evidence }: { evidence: OrderLine["evidence"] }) {
  const t = await getTranslations("admin.order");
  if (evidence.length === 0) return null;
  return (
    <details className="text-xs">
      <summary className="tap w-fit cursor-pointer rounded-sm text-ink-muted underline underline-offset-4 hover:text-ink">
        {t("evidenceOf", { count: evidence.length })}
      </summary>
      <ul className="grid pt-1">
        {evidence.map(({ kind, title, url, units, reportedAt }) => {
          const name = title.trim() === "" ? t(`kinds.${kind}`) : title;
          return (
            <li key={`${reportedAt}:${url}:${title}`} className="wrap-anywhere">
              {url !== null && webAddress.test(url) ? (
                <a
                  href={url}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="text-accent-ink underline-offset-4 hover:underline"
                >
                  {name}
                </a>
              ) : (
                name
              )}{" "}
              <span className="figures text-ink-muted">({units})</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
