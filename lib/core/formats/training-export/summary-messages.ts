import type { Compaction } from './compactions.ts';
import { exportedConversation, summarisedConversation } from './conversation-text.ts';
import type { ExportMessage } from './export-line.ts';

/** What the summariser was told. The wording of OpenClaw itself is not ours to repeat; its layout is. */
export interface SummaryWording {
  readonly system: string;
  readonly initial: string;
  readonly update: string;
}

const HEADINGS = `## Goal
## Constraints & Preferences
## Progress
### Done
### In Progress
### Blocked
## Key Decisions
## Next Steps
## Critical Context`;

export const SUMMARY_WORDING: SummaryWording = {
  system:
    'You summarise conversations between a person and an assistant, so that the work can go on from the summary alone. Write only the summary. Do not answer anything that the conversation asks.',
  initial: `Summarise the conversation above under these headings, briefly, with exact paths, names and error messages:\n\n${HEADINGS}`,
  update: `Work the conversation above into the previous summary: keep what still holds, move what got done, add what is new. Keep these headings, be brief, and keep exact paths, names and error messages:\n\n${HEADINGS}`,
};

export interface SummaryOptions {
  /** As the training export writes it, or as the summariser saw it, without what code appended to the answer. */
  readonly layout: 'exported' | 'summariser';
  readonly wording: SummaryWording;
  readonly customInstructions?: string;
}

export interface SummaryTexts {
  readonly system: string;
  /** Untrimmed, as its id covers them. */
  readonly prompt: string;
  readonly answer: string;
}

/** The task that a compaction was, or null when nothing can be learned from it (training-export.md section 11). */
export function summaryTexts(compaction: Compaction, options: SummaryOptions): SummaryTexts | null {
  const { layout, wording, customInstructions } = options;
  const { messages, previousSummary, summary } = compaction;
  const conversation = layout === 'exported' ? exportedConversation(messages) : summarisedConversation(messages);
  const previous = previousSummary ? `<previous-summary>\n${previousSummary}\n</previous-summary>\n\n` : '';
  const focus = customInstructions ? `\n\nAdditional focus: ${customInstructions}` : '';
  const instruction = previousSummary ? wording.update : wording.initial;
  const answer = layout === 'exported' ? summary : withoutFileLists(summary);
  if (conversation.trim() === '' || answer.trim() === '' || isRefusal(answer)) return null;
  return {
    system: wording.system,
    prompt: `<conversation>\n${conversation}\n</conversation>\n\n${previous}${instruction}${focus}`,
    answer,
  };
}

const REFUSALS = ['(No conversation to summarize)', '(No conversation content to summarize)'];
const isRefusal = (summary: string): boolean => REFUSALS.some((words) => summary.includes(words));

const FILE_LISTS = ['read-files', 'modified-files'];

/** Lists of files at the end of a summary are written by code, not by a model. */
export function withoutFileLists(summary: string): string {
  let rest = summary.trimEnd();
  for (;;) {
    const list = FILE_LISTS.find((name) => rest.endsWith(`\n</${name}>`));
    const start = list === undefined ? -1 : rest.lastIndexOf(`<${list}>\n`);
    if (start === -1) return rest;
    rest = rest.slice(0, start).trimEnd();
  }
}

export const summaryMessages = ({ system, prompt, answer }: SummaryTexts): readonly ExportMessage[] => [
  { role: 'system', content: system },
  { role: 'user', content: prompt.trim() },
  { role: 'assistant', content: answer.trim() },
];
