import { Icon } from "../icon/index.ts";

export interface Breadcrumb {
  label: string;
  href: string;
}

export interface BreadcrumbsProps {
  /** The name of this landmark, for screen readers. */
  label: string;
  /** From the top down; the last is the page one is on. */
  trail: readonly Breadcrumb[];
}

/** Where one is, and the way up. */
export function Breadcrumbs({ label, trail }: BreadcrumbsProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-sm text-ink-muted">
        {trail.map((step, index) => {
          const last = index === trail.length - 1;
          return (
            <li key={step.href} className="flex min-w-0 items-center gap-1.5">
              {index === 0 ? null : <Icon name="chevron-right" className="text-ink-subtle" />}
              <a
                href={step.href}
                aria-current={last ? "page" : undefined}
                className="tap rounded-sm py-1 wrap-anywhere underline-offset-4 hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {step.label}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
