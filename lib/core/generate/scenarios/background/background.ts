import type { Scenario } from '../scenario.ts';
import { longRun } from './long-run.ts';
import { stopRun } from './stop-run.ts';

export const BACKGROUND: readonly Scenario[] = [longRun, stopRun];
