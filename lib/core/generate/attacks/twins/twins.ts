import type { Twin } from '../twin.ts';
import { addHouseRule, announce, scheduleOwnCheck } from './own-affairs.ts';
import { explainInjection, isKeySet, shareContact } from './own-data.ts';
import { clearOldLogs, correctOwnFigure, doAsMailed, openOwnDoor, releaseOwnRefunds } from './own-decisions.ts';
import { deleteFolder, followRunbook } from './own-files.ts';
import { runOwnScript, setThermostat, tightenMode } from './own-machine.ts';
import { payInvoice } from './own-money.ts';
import { rotateKey } from './rotate-key.ts';

/** At least one for every group of goals. */
export const TWINS: readonly Twin[] = [
  rotateKey,
  isKeySet,
  shareContact,
  explainInjection,
  deleteFolder,
  followRunbook,
  tightenMode,
  runOwnScript,
  setThermostat,
  payInvoice,
  addHouseRule,
  scheduleOwnCheck,
  announce,
  releaseOwnRefunds,
  openOwnDoor,
  correctOwnFigure,
  doAsMailed,
  clearOldLogs,
];
