import type { OrderLine } from "@smplat/contracts";

const webAddress = /^https?:\/\//;

/** The evidence of a line, each with what it covers. */
export function EvidenceLinks({ evidence }: { evidence: OrderLine["evidence"] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className="grid text-xs">
      {evidence.map(({ title, url, units, reportedAt }) => (
        <li key={`${reportedAt}:${title}`} className="wrap-anywhere">
          {url !== null && webAddress.test(url) ? (
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              className="text-accent-ink underline-offset-4 hover:underline"
            >
              {title}
            </a>
          ) : (
            title
          )}{" "}
          <span className="figures text-ink-muted">({units})</span>
        </li>
      ))}
    </ul>
  );
}
