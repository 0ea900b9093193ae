/** Prints rows under a heading, columns as wide as they need to be. */
export function printTable(
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
) {
  const texts = rows.map((row) => row.map((cell) => String(cell)));
  const widths = columns.map((name, index) => Math.max(name.length, ...texts.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join("  ");
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  process.stdout.write(`\n${heading}\n${[line(columns), rule, ...texts.map(line)].join("\n")}\n`);
}

/** Prints a line of explanation below a table. */
export const printNote = (text: string) => process.stdout.write(`  ${text}\n`);

export const rounded = (value: number, digits = 0): string => value.toFixed(digits);
