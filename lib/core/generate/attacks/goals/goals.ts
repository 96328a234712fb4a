import type { Goal } from '../goal.ts';
import { DESTRUCTION } from './destroy.ts';
import { DANGER } from './endanger.ts';
import { LEAKS } from './leak.ts';
import { DECEPTION } from './mislead.ts';
import { MONEY } from './money.ts';
import { PERSISTENCE } from './persist.ts';
import { SPREADING } from './spread.ts';
import { WEAKENING } from './weaken.ts';

export const GOALS: readonly Goal[] = [
  ...LEAKS,
  ...MONEY,
  ...PERSISTENCE,
  ...DESTRUCTION,
  ...WEAKENING,
  ...DECEPTION,
  ...DANGER,
  ...SPREADING,
];
