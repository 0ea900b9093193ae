/** The mark: a baseline, a reading above it, and the interval that keeps the reading honest. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg aria-hidden="true" viewBox="0 0 28 28" className="size-7 shrink-0">
        <rect width="28" height="28" rx="6" className="fill-accent" />
        <g className="stroke-on-accent" strokeWidth="2.2" strokeLinecap="round" fill="none">
          <path d="M6 20.5h4.4M13.6 20.5h1.2" opacity="0.75" />
          <path d="M19.5 6.5v12M17 6.5h5M17 18.5h5" />
        </g>
        <circle cx="19.5" cy="12.5" r="2.9" className="fill-on-accent" />
      </svg>
      <span className="display sr-only text-xl tracking-tight sm:not-sr-only">{name}</span>
    </span>
  );
}
