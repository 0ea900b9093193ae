"use client";

import { useState } from "react";

export interface Task {
  readonly working: boolean;
  readonly problem: unknown;
  /** Does it; true when it was done, and otherwise the problem is kept. */
  run(work: () => Promise<void>): Promise<boolean>;
  /** Forgets what went wrong: it no longer speaks of what is typed. */
  dismiss(): void;
}

/** One call at a time, and what went wrong with the last one. */
export function useTask(): Task {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (work: () => Promise<void>) => {
    if (working) return false;
    setWorking(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setWorking(false);
    }
  };
  return { working, problem, run, dismiss: () => setProblem(null) };
}
