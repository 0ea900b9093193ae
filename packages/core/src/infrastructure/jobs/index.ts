export { cronPeriodS } from "./cron-period.ts";
export {
  defineJob,
  type EnqueueOptions,
  type ExternalRun,
  handleExternal,
  handleLocal,
  type Job,
  JobGaveUp,
  type JobHandler,
  type JobRun,
  type Lane,
  lanes,
} from "./job.ts";
export { createJobMonitor, type DeadLetter, type Heartbeat, type JobMonitor, type JobOverview } from "./job-monitor.ts";
export { createJobRunner, type JobRunner, type SettleOptions } from "./job-runner.ts";
export { createOutbox } from "./outbox.ts";
export { createQueue, deadLetterQueue, idOfKey, prepareQueues, type Queue } from "./queue.ts";
export { createTraffic, type Traffic } from "./traffic.ts";
