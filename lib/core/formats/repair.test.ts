import { expect, test } from 'vitest';
import { renderRow } from '../output/row.ts';
import type { JsonObject, SourceFile } from '../types.ts';
import { DAMAGE } from './damage.ts';
import { inspectSource } from './read.ts';
import { episodesOf, file, fixtureFiles, readDrop, testContext } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';

const SESSION = 'sess-repair';
const at = (second: number) => `2026-05-01T10:00:0${second}.000Z`;
const WRITTEN: readonly JsonObject[] = [
  { role: 'user', content: 'Show the loop.' },
  {
    role: 'assistant',
    content: [{ type: 'toolCall', id: 'call_1', name: 'read', arguments: { path: 'loop.js' } }],
    stopReason: 'toolUse',
  },
  {
    role: 'toolResult',
    toolCallId: 'call_1',
    toolName: 'read',
    content: [{ type: 'text', text: 'for (;;) { tick() }' }],
  },
  { role: 'assistant', content: [{ type: 'text', text: 'It ticks: `for (;;) {}`' }], stopReason: 'stop' },
];
const MESSAGES = WRITTEN.map((message, index) => ({ ...message, timestamp: Date.parse(at(index)) }));
const EVENT = ['user.message', 'assistant.message', 'tool.result', 'assistant.message'];
const LOST = '[Malformed diagnostic JSON redacted]';
const damaged = (message: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(message).replaceAll(/"text":"[^"]*"/g, `"text":"${LOST}"`)) as JsonObject;

const lines = (rows: readonly JsonObject[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const events = (path: string, messages: readonly JsonObject[], more: readonly JsonObject[] = []): SourceFile =>
  file(
    path,
    lines([
      ...messages.map((message, index) => ({
        traceSchema: 'openclaw-trajectory',
        schemaVersion: 1,
        traceId: SESSION,
        sessionId: SESSION,
        source: 'transcript',
        type: EVENT[index] ?? '',
        ts: at(index),
        seq: index + 1,
        sourceSeq: index + 1,
        entryId: `e${index}`,
        parentEntryId: index === 0 ? null : `e${index - 1}`,
        data: { message },
      })),
      ...more,
    ]),
  );
const sidecar = (messages: readonly JsonObject[]): SourceFile =>
  file(
    'x.trajectory.jsonl',
    lines([
      {
        traceSchema: 'openclaw-trajectory',
        schemaVersion: 1,
        traceId: SESSION,
        sessionId: SESSION,
        source: 'runtime',
        type: 'model.completed',
        ts: at(9),
        seq: 1,
        data: { messagesSnapshot: messages },
      },
    ]),
  );
const session = (messages: readonly JsonObject[]): SourceFile =>
  file(
    'x.jsonl',
    lines([
      { type: 'session', version: 3, id: SESSION, timestamp: at(0), cwd: '/w' },
      ...messages.map((message, index) => ({
        type: 'message',
        id: `e${index}`,
        parentId: index === 0 ? null : `e${index - 1}`,
        timestamp: at(index),
        message,
      })),
    ]),
  );

const read = async (...files: SourceFile[]) => {
  const { parsed, drop } = await readDrop(files);
  const [episode] = episodesOf(parsed);
  if (episode) expectWellFormed(episode);
  const ctx = testContext();
  const reports = await Promise.all(drop.sources.map((source) => inspectSource(source, drop, ctx)));
  const text = JSON.stringify(episode?.messages);
  return { parsed, episode, text, reports: reports.map(({ sessions }) => sessions[0]) };
};

test('damaged messages of a bundle are put back from the recording beside it, and trained on', async () => {
  const { episode, text, reports } = await read(events('events.jsonl', MESSAGES.map(damaged)), sidecar(MESSAGES));
  expect(text).toContain('for (;;) { tick() }');
  expect(text).not.toContain(LOST);
  expect(episode?.damage).not.toHaveProperty('malformed_json');
  expect(episode?.repaired).toEqual({ malformed_json: 2 });
  expect(episode?.provenance.repairedFrom).toEqual(['sidecar']);
  expect(episode?.messages.filter(({ weight }) => weight === 1)).toHaveLength(2);
  expect(reports[0]).toMatchObject({ damage: { malformed_json: 2 }, repaired: { malformed_json: 2 } });
});

test('a row says what was put back and from what', async () => {
  const { episode } = await read(events('events.jsonl', MESSAGES.map(damaged)), sidecar(MESSAGES));
  const extras = { id: 'x', sessionId: 's', groupId: 'g', provenance: {}, redactions: {} };
  const row = episode && renderRow(episode, extras);
  expect(JSON.parse(row?.provenance ?? '{}')).toMatchObject({
    repaired: { malformed_json: 2 },
    repaired_from: ['sidecar'],
  });
});

test('a copy that is damaged alike puts nothing back', async () => {
  const { episode } = await read(events('events.jsonl', MESSAGES.map(damaged)), sidecar(MESSAGES.map(damaged)));
  expect(episode?.damage).toMatchObject({ malformed_json: 2 });
  expect(episode?.repaired).toBeUndefined();
});

test('another message at the same place is no twin', async () => {
  const other = MESSAGES.map((message, index) =>
    index === 2
      ? { ...message, toolCallId: 'call_other' }
      : index === 3
        ? { ...message, stopReason: 'aborted' }
        : message,
  );
  const { episode } = await read(events('events.jsonl', MESSAGES.map(damaged)), sidecar(other));
  expect(episode?.repaired).toBeUndefined();
});

test('of two messages with one time neither is a twin', async () => {
  const twice = MESSAGES.map((message) => ({ ...message, timestamp: Date.parse(at(0)) }));
  const { episode } = await read(events('events.jsonl', twice.map(damaged)), sidecar(twice));
  expect(episode?.repaired).toEqual({ malformed_json: 1 });
});

test('a damaged copy that gives way tells what the better one spares', async () => {
  const { parsed, reports } = await read(events('events.jsonl', MESSAGES.map(damaged)), session(MESSAGES));
  expect(parsed).toMatchObject([
    { type: 'dropped', reason: 'same_session', repaired: { malformed_json: 2 } },
    { type: 'episode', episode: { damage: {} } },
  ]);
  expect(reports[0]).toMatchObject({ damage: { malformed_json: 2 }, repaired: { malformed_json: 2 } });
});

test('so does a damaged line of an export', async () => {
  const line = {
    messages: [
      { role: 'user', content: 'Show the loop.' },
      { role: 'assistant', content: LOST },
    ],
    tools: [],
    meta: { episodeId: 'e', sessionId: SESSION, trajectory: {} },
  };
  const { parsed } = await read(file('episodes.jsonl', lines([line])), session(MESSAGES));
  expect(parsed[0]).toMatchObject({ reason: 'same_session', repaired: { malformed_json: 1 } });
});

test('bundles of the fixtures tell what their session files spare', async () => {
  const files = fixtureFiles('bundles/multi-tool', 'sessions/v4-2026.9.6/multi-tool.jsonl');
  const { parsed } = await readDrop(files);
  const given = parsed.find((item) => item.type === 'dropped');
  expect(given).toMatchObject({ reason: 'same_session', repaired: { malformed_json: expect.any(Number) } });
  expect(Object.keys(given?.type === 'dropped' ? (given.repaired ?? {}) : {}).every((code) => code in DAMAGE)).toBe(
    true,
  );
});
