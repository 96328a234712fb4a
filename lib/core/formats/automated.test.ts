import { expect, test } from 'vitest';
import { automatedTags } from './automated.ts';

test.each([
  ['Read HEARTBEAT.md if it exists and follow it.', 'automated:heartbeat'],
  ['[cron:daily] report', 'automated:cron'],
  ['Pre-compaction memory flush. Store what matters.', 'automated:memory-flush'],
  ['A new session was started via /new or /reset. Greet.', 'automated:session-start'],
  ['[Subagent Context] You are running as a subagent', 'automated:subagent'],
  ['[Inter-session message] from=x isUser=false', 'automated:inter-session'],
  ['System: [2026-01-01] node connected', 'automated:system'],
  ['Conversation info (untrusted metadata):\n```json\n{}\n```\nhello', 'channel:envelope'],
])('%j', (text, tag) => expect(automatedTags(text, undefined)).toEqual([tag]));

test('what a person typed has no tag, a mention inside it included', () => {
  expect(automatedTags('What does "Read HEARTBEAT.md if it exists" do?', undefined)).toEqual([]);
});

test('the origin of a message counts as well as its text', () => {
  expect(automatedTags('hello', { kind: 'inter_session' })).toEqual(['automated:inter-session']);
});
