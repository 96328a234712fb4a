import type { Scenario } from '../scenario.ts';
import { contradiction } from './contradiction.ts';
import { missingValue } from './missing-value.ts';
import { twoPeople } from './two-people.ts';
import { whichFile } from './which-file.ts';

export const CLARIFY: readonly Scenario[] = [contradiction, missingValue, twoPeople, whichFile];
