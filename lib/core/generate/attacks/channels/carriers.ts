import type { Carrier } from '../carrier.ts';
import { chatQuestion, mailDates } from './chat-or-mail.ts';
import { passwordTrick, plantedForLater, plantedInMemory } from './delayed.ts';
import { failingInstaller } from './failing-command.ts';
import { speakingName } from './file-name.ts';
import { hiddenInFile, hiddenInPage } from './hidden-text.ts';
import { lateTrigger } from './late-trigger.ts';
import { mailThread } from './mail-thread.ts';
import { poisonedNote } from './memory-note.ts';
import { searchResult } from './search-result.ts';
import { skillSteps } from './skill.ts';
import { pushyReport } from './sub-agent-report.ts';
import { poisonedTool } from './tool-description.ts';
import { checkOutput } from './tool-output.ts';
import { pastedText, strangerInGroup } from './user-message.ts';
import { priceOnPage } from './web-page.ts';
import { openItems } from './workspace-file.ts';

export const CARRIERS: readonly Carrier[] = [
  pastedText,
  strangerInGroup,
  openItems,
  priceOnPage,
  searchResult,
  chatQuestion,
  mailDates,
  mailThread,
  skillSteps,
  poisonedNote,
  poisonedTool,
  checkOutput,
  failingInstaller,
  pushyReport,
  speakingName,
  hiddenInFile,
  hiddenInPage,
  plantedForLater,
  plantedInMemory,
  passwordTrick,
  lateTrigger,
];
