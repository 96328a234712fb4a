import type { Scenario } from '../scenario.ts';
import { childFails } from './child-fails.ts';
import { delegateOne } from './delegate-one.ts';
import { delegateTwo } from './delegate-two.ts';
import { threeParts } from './three-parts.ts';

export const DELEGATE: readonly Scenario[] = [threeParts, childFails, delegateOne, delegateTwo];
