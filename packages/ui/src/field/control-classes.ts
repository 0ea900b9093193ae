/** The look of a control one types or picks into. Turns critical by `aria-invalid`, so state and look can't disagree. */
export const controlClasses = [
  "block w-full min-h-(--control-height) rounded-md border border-line-strong bg-surface px-(--control-padding) py-1.5",
  "text-base text-ink transition-[border-color,box-shadow] duration-(--motion-quick)",
  "enabled:hover:border-ink-muted focus-visible:border-accent focus-visible:outline-offset-0",
  "aria-invalid:border-critical aria-invalid:shadow-[inset_0_0_0_1px_var(--critical)]",
  "[&:is(input,textarea):read-only]:bg-surface-sunken disabled:cursor-not-allowed disabled:bg-surface-sunken disabled:text-ink-subtle",
].join(" ");
