import type { Scenario } from '../scenario.ts';
import { childFails } from './child-fails.ts';
import { delegateOne } from './delegate-one.ts';
import { delegateTwo } from './delegate-two.ts';

export const DELEGATE: readonly Scenario[] = [childFails, delegateOne, delegateTwo];
