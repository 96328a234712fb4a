import { CHANGE } from './change/change.ts';
import { CLARIFY } from './clarify/clarify.ts';
import { INSPECT } from './inspect/inspect.ts';
import { RECOVER } from './recover/recover.ts';
import type { Scenario } from './scenario.ts';
import { confirmThenSend } from './talk/confirm-then-send.ts';

export const SCENARIOS: readonly Scenario[] = [...INSPECT, ...CHANGE, ...RECOVER, ...CLARIFY, confirmThenSend];
