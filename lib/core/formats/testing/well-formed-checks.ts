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
