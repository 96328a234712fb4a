import type { Scenario } from '../scenario.ts';
import { afterCompaction, compactedSession, compactSummary } from './compaction.ts';
import { trimmedBefore, trimNow } from './trim.ts';

export const CONTEXT: readonly Scenario[] = [compactedSession, compactSummary, afterCompaction, trimNow, trimmedBefore];
