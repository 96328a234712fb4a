import { ASK } from './ask/ask.ts';
import { BACKGROUND } from './background/background.ts';
import { CHANGE } from './change/change.ts';
import { CLARIFY } from './clarify/clarify.ts';
import { CONTEXT } from './context/context.ts';
import { DELEGATE } from './delegate/delegate.ts';
import { INSPECT } from './inspect/inspect.ts';
import { MEMORY } from './memory/memory.ts';
import { PARALLEL } from './parallel/parallel.ts';
import { RECOVER } from './recover/recover.ts';
import type { Scenario } from './scenario.ts';
import { SCHEDULE } from './schedule/schedule.ts';
import { TURNS } from './turns/turns.ts';
import { WEB } from './web/web.ts';

export const SCENARIOS: readonly Scenario[] = [
  ...ASK,
  ...INSPECT,
  ...CHANGE,
  ...RECOVER,
  ...CLARIFY,
  ...TURNS,
  ...PARALLEL,
  ...MEMORY,
  ...SCHEDULE,
  ...WEB,
  ...DELEGATE,
  ...BACKGROUND,
  ...CONTEXT,
];
