import { expect } from 'vitest';
import type { Episode } from '../../types.ts';

/** What every episode of a reader promises. */
export function expectWellFormed(episode: Episode): void {
  const { messages } = episode;
  const roles = messages.map(({ role }) => role);
  expect(roles.lastIndexOf('system')).toBeLessThanOrEqual(0);
  expect(roles.find((role) => role !== 'system')).toBe('user');
  const ids = messages.flatMap(({ toolCalls }) => (toolCalls ?? []).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  messages.forEach((message, at) => {
    const next = messages[at + 1];
    if (message.role !== 'assistant') expect(message.weight).toBe(0);
    if (message.role === 'user') expect(next?.role).toBe('assistant');
    const calls = message.toolCalls ?? [];
    const answers = messages.slice(at + 1, at + 1 + calls.length);
    expect(answers.map(({ role, toolCallId }) => [role, toolCallId])).toEqual(calls.map(({ id }) => ['tool', id]));
    if (calls.length > 0) expect(messages[at + 1 + calls.length]?.role).not.toBe('tool');
    if (message.role === 'tool') expect(ids).toContain(message.toolCallId);
    for (const part of message.content) if (part.type === 'text') expect(part.text).not.toMatch(/\p{Surrogate}/u);
  });
  expect(messages.at(-1)?.role).toBe('assistant');
  expect(messages.at(-1)?.toolCalls ?? []).toEqual([]);
  expect(messages.some(({ weight }) => weight === 1)).toBe(true);
}

/** The same for thousands of episodes: the first promise that is broken, or null. */
export function brokenPromise({ messages }: Episode): string | null {
  let open: string[] = [];
  const seen = new Set<string>();
  let trained = false;
  for (const [at, { role, toolCalls = [], toolCallId, weight, content }] of messages.entries()) {
    if (role === 'system' && at > 0) return 'system_not_first';
    if (role === 'tool') {
      if (open.shift() !== toolCallId) return 'result_without_call';
    } else if (open.length > 0) return 'call_without_result';
    if (role === 'user' && messages[at + 1]?.role !== 'assistant') return 'user_without_answer';
    if (role !== 'assistant' && weight !== 0) return 'weight';
    if (role !== 'system' && role !== 'user' && !messages.slice(0, at).some((before) => before.role === 'user'))
      return 'no_user_first';
    if (role === 'assistant') open = toolCalls.map(({ id }) => id);
    for (const { id } of toolCalls) if (seen.has(id) || !seen.add(id)) return 'id_twice';
    if (content.some((part) => part.type === 'text' && /\p{Surrogate}/u.test(part.text))) return 'lone_surrogate';
    trained ||= weight === 1;
  }
  if (open.length > 0 || messages.at(-1)?.role !== 'assistant') return 'no_answer_last';
  return trained ? null : 'nothing_trained';
}
