import type { Scenario } from '../scenario.ts';
import { bisect } from './bisect.ts';
import { brokenJson } from './broken-json.ts';
import { fileMissing } from './file-missing.ts';
import { lockedFile } from './locked-file.ts';
import { noJq } from './no-jq.ts';
import { notExecutable } from './not-executable.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { pageDown } from './page-down.ts';
import { pageGone } from './page-gone.ts';
import { tooMuchOutput } from './too-much-output.ts';
import { wrongSeparator } from './wrong-separator.ts';

export const RECOVER: readonly Scenario[] = [
  bisect,
  oneAfterAnother,
  brokenJson,
  fileMissing,
  lockedFile,
  noJq,
  notExecutable,
  pageDown,
  pageGone,
  tooMuchOutput,
  wrongSeparator,
];
