import type { Scenario } from '../scenario.ts';
import { countLines } from './count-lines.ts';
import { statusSweep } from './status-sweep.ts';
import { threeConfigs } from './three-configs.ts';
import { twoPages } from './two-pages.ts';

export const PARALLEL: readonly Scenario[] = [statusSweep, countLines, threeConfigs, twoPages];
