import type { Scenario } from '../scenario.ts';
import { draftMessage } from './draft-message.ts';
import { explainCode } from './explain-code.ts';
import { explainCron } from './explain-cron.ts';
import { explainMode } from './explain-mode.ts';
import { pastedLog } from './pasted-log.ts';
import { reshapeList } from './reshape-list.ts';
import { noMessage, noShell, noWeb } from './tool-not-offered.ts';

export const ASK: readonly Scenario[] = [
  draftMessage,
  explainCode,
  explainCron,
  explainMode,
  pastedLog,
  reshapeList,
  noWeb,
  noMessage,
  noShell,
];
