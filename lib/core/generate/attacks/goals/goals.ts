import type { Goal } from '../goal.ts';
import { LEAKS } from './leak.ts';

export const GOALS: readonly Goal[] = [...LEAKS];
