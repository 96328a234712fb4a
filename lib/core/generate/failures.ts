import type { Message } from '../types.ts';

const KINDS: readonly (readonly [label: string, sign: RegExp])[] = [
  ['missing-file', /No such file|File not found|cannot stat/],
  ['permission-denied', /EACCES|Permission denied/],
  ['edit-not-unique', /occurrences of/],
  ['command-not-found', /command not found/],
  ['http-error', /Web fetch failed|requested URL returned error/],
  ['syntax-error', /parse error|syntax error/],
  ['sub-agent-failed', /subagent failed/],
  ['nothing-found', /"results": \[\]/],
  ['non-zero-exit', /\(Command exited with code \d+\)|exited with code [1-9]/],
];

/** What went wrong on the way, as tags; read off the results, never claimed. */
export function failuresIn(messages: readonly Message[]): string[] {
  const labels = messages.flatMap(({ role, content, isError }) => {
    if (role !== 'tool') return [];
    const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
    if (!isError && !/exited with code [1-9]|subagent failed|"results": \[\]/.test(text)) return [];
    return KINDS.find(([, sign]) => sign.test(text))?.[0] ?? 'tool-error';
  });
  return [...new Set(labels)].map((label) => `error:${label}`);
}
