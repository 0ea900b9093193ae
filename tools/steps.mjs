const isTerminal = process.stdout.isTTY === true;
const color = (code, text) => (isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text);
const marks = { done: color(32, "✓"), failed: color(31, "✗"), running: color(36, "…") };

/** Seconds with one decimal, or minutes. */
export function formatDuration(ms) {
  if (ms < 100_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Runs one step and prints its title and its time, on a terminal also while it runs, and a few words about it: its answer
 * when that is a text, or the answer's `detail`. A failing step is marked and its error thrown on.
 */
export async function step(title, work) {
  const begun = performance.now();
  let said = "";
  const draw = () => {
    if (isTerminal)
      process.stdout.write(`\r\u001b[2K${marks.running} ${title} ${formatDuration(performance.now() - begun)} ${said}`);
  };
  // Without a terminal nothing moves: a step that takes long says from time to time that it is under way, and how far.
  const timer = isTerminal
    ? setInterval(draw, 200)
    : setTimeout(() => {
        console.log(`${marks.running} ${title} …`);
        timer.refresh();
      }, 4_000);
  const finish = (mark, detail) => {
    clearInterval(timer);
    const clear = isTerminal ? "\r\u001b[2K" : "";
    const time = formatDuration(performance.now() - begun).padStart(8);
    console.log(`${clear}${mark} ${title.padEnd(24)} ${time}  ${color(2, detail)}`.trimEnd());
  };
  try {
    draw();
    const answer = await work((words) => {
      said = words;
      draw();
    });
    finish(marks.done, typeof answer === "string" ? answer : (answer?.detail ?? ""));
    return answer;
  } catch (error) {
    finish(marks.failed, "");
    throw error;
  }
}

/** An error whose message is all the reader needs; its stack would only hide it. */
export class Explained extends Error {}

/** Prints an error for a person: the message alone when it explains itself, else everything. */
export function printError(error) {
  console.error(`\n${color(31, error instanceof Explained ? error.message : (error?.stack ?? String(error)))}`);
}
