import type { Scenario } from '../scenario.ts';
import { chatSummary } from './chat-summary.ts';
import { confirmThenSend } from './confirm-then-send.ts';
import { dailyJob } from './daily-job.ts';
import { deadJobs } from './dead-jobs.ts';
import { moveJob } from './move-job.ts';
import { oneShot } from './one-shot.ts';
import { removeJob } from './remove-job.ts';

export const SCHEDULE: readonly Scenario[] = [
  deadJobs,
  chatSummary,
  confirmThenSend,
  dailyJob,
  moveJob,
  oneShot,
  removeJob,
];
