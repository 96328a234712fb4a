import type { RunView, SessionListRow, SessionOverview, TimelineEntry, TimelineKind } from '../../workers/protocol.ts';
import { formatCount, plural, sayCode } from './figures.ts';
import type { SessionTab } from './session-browser.ts';

/** What a timeline entry is, in the order of the filters. */
export const KIND_WORDS = {
  user: 'User',
  assistant: 'Model',
  thinking: 'Thinking',
  call: 'Tool call',
  result: 'Tool result',
  shell: 'Shell command of the user',
  note: 'Note to the model',
  compaction: 'Compaction',
  reset: 'Reset',
  branch: 'Branch summary',
  setting: 'Setting',
  record: 'Record',
  run: 'Run',
} as const satisfies Record<TimelineKind, string>;

export const KINDS = Object.keys(KIND_WORDS) as readonly TimelineKind[];

/** Where in a session a kind of damage is to be seen: what is wrong with the whole of it stands at no entry. */
export function tabOfDamage(code: string): SessionTab {
  if (code.startsWith('tool_schema')) return 'tools';
  if (code === 'system_prompt_damaged') return 'prompt';
  return code === 'snapshot_cut' || code === 'reasoning_moved' ? 'provenance' : 'timeline';
}

/** Day and time in UTC: the same for everybody who looks at the same file. */
export const dayOf = (timeMs: number | null): string => isoOf(timeMs).slice(0, 10);
export const timeOf = (timeMs: number | null): string => isoOf(timeMs).slice(11, 19);

function isoOf(timeMs: number | null): string {
  const date = new Date(timeMs ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

export const sayStart = (timeMs: number | null): string =>
  timeMs === null ? '' : `${dayOf(timeMs)} ${timeOf(timeMs).slice(0, 5)}`;

export const sayCodes = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([code, count]) => `${count > 1 ? `${formatCount(count)} × ` : ''}${sayCode(code)}`)
    .join(', ');

/** What became of a session: its episodes, and what it could have given and did not. */
export function sayGiven({ episodes, messages, toolCalls, dropped }: SessionListRow): string {
  const given =
    episodes === 0
      ? []
      : [plural(episodes, 'episode'), plural(messages, 'message'), ...(toolCalls ? [plural(toolCalls, 'call')] : [])];
  const left = sayCodes(dropped);
  return [...given, ...(left ? [`left out: ${left}`] : [])].join(' · ') || 'nothing was read of it';
}

export const sayCounts = ({ counts, windows }: SessionOverview): string =>
  [
    `${formatCount(counts.user)} user`,
    `${formatCount(counts.assistant)} model`,
    plural(counts.toolCalls, 'call'),
    plural(counts.toolResults, 'result'),
    ...(windows > 1 ? [`${formatCount(windows)} context windows`] : []),
  ].join(' · ');

/** How a call, result, run or message ended; `''` when there is nothing to say. */
export function sayOutcome({ isError, outcome }: Pick<TimelineEntry, 'isError' | 'outcome'>): string {
  if (outcome === 'stop' || outcome === 'toolUse') return '';
  return outcome || (isError ? 'failed' : '');
}

export function sayRun({ trigger, status, attempts }: RunView): string {
  return [trigger, status, plural(attempts.length, 'attempt')].filter(Boolean).join(' · ');
}

export const sayDuration = (startedMs: number | null, endedMs: number | null): string =>
  startedMs === null || endedMs === null ? '' : `${((endedMs - startedMs) / 1000).toFixed(1)} s`;
