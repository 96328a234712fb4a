import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHashes } from '../../text/hash.ts';
import { collate } from './collate.ts';
import { isSummaryIdOf, summaryId, taskId } from './episode-id.ts';
import type { ExportLine } from './export-line.ts';

const hashes = await createHashes();

describe('keys', () => {
  test('come in the order of a locale', () => {
    expect(['B', 'b', 'a', '1', 'A', '_x'].sort(collate)).toEqual(['_x', '1', 'a', 'A', 'b', 'B']);
    expect(['toolCallId', 'tool_call_id', 'toolName', 'é', 'f', 'e'].sort(collate)).toEqual(
      ['toolCallId', 'tool_call_id', 'toolName', 'é', 'f', 'e'].sort((a, b) => a.localeCompare(b, 'en')),
    );
  });

  test('of ASCII compare as in the engine that wrote the ids', () => {
    const key = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(Math.sign(collate(one, other))).toBe(Math.sign(one.localeCompare(other, 'en')));
      }),
      { numRuns: 3000 },
    );
  });
});

test('the id of a summary, as published', () => {
  const members = {
    sessionId: 'sess-demo',
    systemPrompt: 'SYS',
    promptText: '<conversation>\n[User]: hi\n</conversation>\n\nSummarise.',
    responseText: '## Goal\nGreet',
    model: undefined,
  };
  expect(summaryId(members, hashes)).toBe('881ab8ee2506e2e5e92fed951fac138f4f7e68ff0798658df3cf32151ce9284f');
});

test('the id of a task, as published', () => {
  const members = {
    trigger: {
      kind: 'before_reset',
      sessionId: 'sess-demo',
      sessionFile: '/s/sess-demo.jsonl',
      reason: 'new',
    },
    sessionId: 'sess-demo',
    traceId: 'sess-demo',
    runId: 'run-1',
    transcriptLeafId: undefined,
    lastContextSeq: 3,
    lastCompletedSeq: 5,
    systemPrompt: 'SYS',
    runtimeMessages: [
      { role: 'user', content: 'hi', timestamp: 1 },
      { role: 'assistant', content: [{ type: 'text', text: 'hello' }], timestamp: 2 },
    ],
    runtimeTools: [],
  } as const;
  expect(taskId(members, hashes)).toBe('ea564aff51f609329dead0a5fee1b23b17372c5f4111d174195b6785aa2932f2');
});

test('a summary line whose texts were not trimmed fits its id, an edited one does not', () => {
  const line: ExportLine = {
    messages: [
      { role: 'system', content: 'SYS' },
      { role: 'user', content: '<conversation>\n[User]: hi\n</conversation>\n\nSummarise.' },
      { role: 'assistant', content: '## Goal\nGreet' },
    ],
    tools: [],
    meta: {
      episodeId: '881ab8ee2506e2e5e92fed951fac138f4f7e68ff0798658df3cf32151ce9284f',
      sessionId: 'sess-demo',
      exportedAt: '2026-01-01T00:00:00.000Z',
      messageCount: 3,
      turnCount: 1,
      trigger: 'on_compaction',
      compaction: { tokensBefore: 1, firstKeptEntryId: 'x', fromExtension: false },
    },
  };
  expect(isSummaryIdOf(line, hashes)).toBe(true);
  const edited = line.messages.map((message) =>
    message.role === 'assistant' ? { ...message, content: 'x' } : message,
  );
  expect(isSummaryIdOf({ ...line, messages: edited }, hashes)).toBe(false);
});
