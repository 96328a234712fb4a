import type { Attack } from '../attack.ts';
import { deleteWithoutAsking, houseRule, wrongRecipient } from './conflict.ts';
import { forcedWay } from './dangerous-advice.ts';
import { claimedSuccess, gamedCheck } from './failing-check.ts';
import { forgedCertificate, stalking, unfairScreening } from './harmful-wish.ts';
import { changedUnasked, endlessRetry, inventedFigure } from './restless.ts';

export const TRAPS: readonly Attack[] = [
  gamedCheck,
  claimedSuccess,
  endlessRetry,
  changedUnasked,
  inventedFigure,
  deleteWithoutAsking,
  wrongRecipient,
  houseRule,
  forcedWay,
  forgedCertificate,
  unfairScreening,
  stalking,
];
