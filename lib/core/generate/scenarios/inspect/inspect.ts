import type { Scenario } from '../scenario.ts';
import { accessLog } from './access-log.ts';
import { checksums } from './checksums.ts';
import { configDiff } from './config-diff.ts';
import { csvCountOver } from './csv-count-over.ts';
import { csvJoin } from './csv-join.ts';
import { csvTopGroup } from './csv-top-group.ts';
import { duplicateLines } from './duplicate-lines.ts';
import { followChain } from './follow-chain.ts';
import { jsonLookup } from './json-lookup.ts';
import { largestFile } from './largest-file.ts';
import { logErrors } from './log-errors.ts';
import { missingKeys } from './missing-keys.ts';
import { pagedRead } from './paged-read.ts';
import { todoCount } from './todo-count.ts';
import { traceRequest } from './trace-request.ts';

export const INSPECT: readonly Scenario[] = [
  traceRequest,
  accessLog,
  checksums,
  configDiff,
  csvCountOver,
  csvJoin,
  csvTopGroup,
  duplicateLines,
  followChain,
  jsonLookup,
  largestFile,
  logErrors,
  missingKeys,
  pagedRead,
  todoCount,
];
