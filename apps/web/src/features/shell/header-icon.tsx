/** Strokes on a 20 × 20 grid. */
const paths = {
  cart: "M5 6.5h10l1 10.5H4L5 6.5ZM7 6.5V6a3 3 0 0 1 6 0v.5",
  menu: "M3.5 6h13M3.5 10h13M3.5 14h13",
} as const;

/** A sign that stands for its word where there is no room for it; the word stays for screen readers. */
export function HeaderIcon({ name }: { name: keyof typeof paths }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className="size-6 shrink-0 sm:hidden"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
