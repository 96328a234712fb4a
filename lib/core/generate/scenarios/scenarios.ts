import { CHANGE } from './change/change.ts';
import { INSPECT } from './inspect/inspect.ts';
import { fileMissing } from './recover/file-missing.ts';
import type { Scenario } from './scenario.ts';
import { confirmThenSend } from './talk/confirm-then-send.ts';

export const SCENARIOS: readonly Scenario[] = [...INSPECT, ...CHANGE, fileMissing, confirmThenSend];
