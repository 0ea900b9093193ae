const minutesPerDay = 1_440;
const dayS = 86_400;
/** Jobs with days, months or weekdays in their cron run at least this often. */
const monthS = 31 * dayS;

/** The numbers a field of a cron expression stands for: all of them, every n-th, a list, or ranges. */
function valuesOf(field: string, count: number): number[] {
  return field.split(",").flatMap((part) => {
    const [range = "*", every] = part.split("/");
    const [from, to] = range === "*" ? [0, count - 1] : range.split("-").map(Number);
    const last = to ?? (every === undefined ? from : count - 1);
    const step = every === undefined ? 1 : Number(every);
    const values: number[] = [];
    for (let value = from ?? 0; value <= (last ?? 0); value += step) values.push(value);
    return values;
  });
}

/** The longest time between two runs of a five-field cron expression, in seconds; a month for anything rarer than daily. */
export function cronPeriodS(cron: string): number {
  const [minute = "*", hour = "*", ...rest] = cron.trim().split(/\s+/);
  if (rest.some((field) => field !== "*")) return monthS;
  const minutes = valuesOf(minute, 60);
  const runs = valuesOf(hour, 24)
    .flatMap((h) => minutes.map((m) => h * 60 + m))
    .sort((a, b) => a - b);
  const gaps = runs.map((run, index) => (runs[index + 1] ?? (runs[0] ?? 0) + minutesPerDay) - run);
  return Math.max(...gaps) * 60;
}
