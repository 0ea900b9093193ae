import { createCaller } from "./http-caller.ts";

/** Readers in a process of their own: each asks for one page after the other, from a list it walks through in its order. */
export interface ReadersTask {
  readonly origin: string;
  readonly readers: number;
  readonly ms: number;
  readonly paths: readonly string[];
}

export interface ReadersResult {
  readonly done: number;
  readonly ms: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

async function run(task: ReadersTask): Promise<ReadersResult> {
  const took: number[] = [];
  const started = performance.now();
  const until = started + task.ms;
  const read = async (reader: number) => {
    const caller = createCaller(task.origin);
    for (let turn = reader; performance.now() < until; turn += 1) {
      const before = performance.now();
      const path = task.paths[turn % task.paths.length] ?? "/";
      const answer = await caller.get(path);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
      took.push(performance.now() - before);
    }
    caller.close();
  };
  await Promise.all(Array.from({ length: task.readers }, (_, reader) => read(reader * 7)));
  const ms = performance.now() - started;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { done: took.length, ms, p50Ms: at(0.5), p99Ms: at(0.99) };
}

const task = JSON.parse(process.argv[2] ?? "{}") as ReadersTask;
process.stdout.write(`${JSON.stringify(await run(task))}\n`);
