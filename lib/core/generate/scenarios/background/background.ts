import type { Scenario } from '../scenario.ts';
import { longRun } from './long-run.ts';
import { stopRun } from './stop-run.ts';
import { twoRuns } from './two-runs.ts';

export const BACKGROUND: readonly Scenario[] = [twoRuns, longRun, stopRun];
