import { editSetting } from './change/edit-setting.ts';
import { csvTopGroup } from './inspect/csv-top-group.ts';
import { logErrors } from './inspect/log-errors.ts';
import { fileMissing } from './recover/file-missing.ts';
import type { Scenario } from './scenario.ts';
import { confirmThenSend } from './talk/confirm-then-send.ts';

export const SCENARIOS: readonly Scenario[] = [csvTopGroup, logErrors, editSetting, fileMissing, confirmThenSend];
