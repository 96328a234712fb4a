import type { Scenario } from '../scenario.ts';
import { correctValue } from './correct-value.ts';
import { drillDown } from './drill-down.ts';
import { otherFormat } from './other-format.ts';
import { referBack } from './refer-back.ts';
import { sameAgain } from './same-again.ts';
import { undo } from './undo.ts';
import { workingSession } from './working-session.ts';

export const TURNS: readonly Scenario[] = [
  workingSession,
  correctValue,
  drillDown,
  otherFormat,
  referBack,
  sameAgain,
  undo,
];
