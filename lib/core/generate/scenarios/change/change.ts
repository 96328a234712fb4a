import type { Scenario } from '../scenario.ts';
import { editSetting } from './edit-setting.ts';

export const CHANGE: readonly Scenario[] = [editSetting];
