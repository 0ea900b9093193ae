/** Joins the class names that are there. It does not resolve conflicts: a component's `className` is for layout only. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
