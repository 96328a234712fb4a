import type { Twin } from '../twin.ts';
import { addHouseRule, announce, scheduleOwnCheck } from './own-affairs.ts';
import { explainInjection, isKeySet, shareContact } from './own-data.ts';
import { clearOldLogs, deleteFolder, followRunbook } from './own-files.ts';
import { openOwnDoor, setThermostat } from './own-home.ts';
import { doAsMailed, runOwnScript, tightenMode } from './own-machine.ts';
import { correctOwnFigure, payInvoice, releaseOwnRefunds } from './own-money.ts';
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
