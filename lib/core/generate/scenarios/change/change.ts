import type { Scenario } from '../scenario.ts';
import { bulkRename } from './bulk-rename.ts';
import { convertConfigs } from './convert-configs.ts';
import { csvAddColumn } from './csv-add-column.ts';
import { dedupeList } from './dedupe-list.ts';
import { dropSetting } from './drop-setting.ts';
import { editSetting } from './edit-setting.ts';
import { fixCheck } from './fix-check.ts';
import { jsonSetField } from './json-set-field.ts';
import { manyFiles } from './many-files.ts';
import { moveDocument } from './move-document.ts';
import { newScript } from './new-script.ts';
import { releaseSteps } from './release-steps.ts';
import { renameSymbol } from './rename-symbol.ts';
import { sortFiles } from './sort-files.ts';
import { sortedInsert } from './sorted-insert.ts';
import { writeReport } from './write-report.ts';

export const CHANGE: readonly Scenario[] = [
  moveDocument,
  convertConfigs,
  releaseSteps,
  bulkRename,
  csvAddColumn,
  dedupeList,
  dropSetting,
  editSetting,
  fixCheck,
  jsonSetField,
  manyFiles,
  newScript,
  renameSymbol,
  sortFiles,
  sortedInsert,
  writeReport,
];
