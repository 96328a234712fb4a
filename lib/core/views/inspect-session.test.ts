import { describe, expect, test } from 'vitest';
import { openDrop } from '../formats/drop.ts';
import { each, file, fixtureFiles, testContext } from '../formats/testing/drops.ts';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from '../redaction/index.ts';
import type { JsonObject, SourceFile } from '../types.ts';
import { inspectSession } from './inspect-session.ts';

const redaction = { redactor: createRedactor(DEFAULT_RECIPE.redaction), propagator: null };

async function open(files: readonly SourceFile[], pick: (path: string) => boolean = () => true) {
  const ctx = { ...testContext(), redaction };
  const drop = await openDrop(each(files), ctx);
  const source = drop.sources.find(({ path }) => pick(path));
  const id = source?.sessions?.[0]?.id ?? '';
  if (!source) throw new Error('no source');
  return {
    drop,
    source,
    id,
    ctx,
    session: (await inspectSession(source, id, drop, ctx)) as NonNullable<Awaited<ReturnType<typeof inspectSession>>>,
  };
}
const all = { offset: 0, limit: 1000 };

test('a bundle tells its runs with their attempts, its tools, spending and damage', async () => {
  const { session } = await open(fixtureFiles('bundles/errors-retries'));
  const { overview } = session;
  expect(overview.counts).toEqual({ user: 4, assistant: 5, toolCalls: 2, toolResults: 2 });
  expect(overview.runs).toHaveLength(4);
  expect(overview.runs.flatMap(({ attempts }) => attempts)).toHaveLength(10);
  expect(new Set(overview.runs.map(({ status }) => status))).toEqual(new Set(['success', 'error']));
  expect(overview.runs.map(({ attempts }) => attempts.filter(({ outcome }) => outcome === 'failed').length)).toEqual([
    0, 7, 0, 0,
  ]);
  expect(overview.usage.total).toBeGreaterThan(0);
  expect(overview.models.length).toBeGreaterThan(0);
  expect(overview.prompt).toBeNull();
  expect(overview.promptDamaged).toBe(true);
  expect(overview.tools.find(({ name }) => name === 'exec')?.calls).toBe(1);
  expect(overview.label).toBe('Trajectory bundle');
  expect(Object.values(overview.kinds).reduce((sum, count) => sum + count, 0)).toBe(session.page(all).total);
});

test('a turn that failed and an answer that was cut are marked where they stand', async () => {
  const { session } = await open(fixtureFiles('sessions/v4-2026.9.6/errors-retries.jsonl'));
  const { entries } = session.page({ ...all, damaged: true });
  expect(entries.map(({ kind, damage }) => [kind, ...damage])).toEqual([
    ['assistant', 'failed_turn'],
    ['assistant', 'cut_answer'],
  ]);
  expect(session.overview.damagedEntries).toBe(2);
});

test('the timeline keeps the order of the branch and ties calls to results', async () => {
  const { session } = await open(fixtureFiles('sessions/v4-2026.9.6/multi-tool.jsonl'));
  const { entries } = session.page(all);
  expect(entries.map(({ index }) => index)).toEqual(entries.map((_, at) => at));
  const calls = entries.filter(({ kind }) => kind === 'call');
  for (const call of calls)
    expect(
      entries.some(({ kind, callId, index }) => kind === 'result' && callId === call.callId && index > call.index),
    ).toBe(true);
  expect(entries.filter(({ kind }) => kind === 'thinking').length).toBeGreaterThan(0);
  expect(entries.filter(({ line }) => line > 1).length).toBe(entries.length);
});

test('pages and filters cut the same list', async () => {
  const { session } = await open(fixtureFiles('bundles/multi-tool'));
  const { entries, total } = session.page(all);
  const paged = [0, 7, 14, 21, 28, 35, 42, 49, 56].flatMap((offset) => session.page({ offset, limit: 7 }).entries);
  expect(paged).toEqual(entries.slice(0, 63));
  expect(entries).toHaveLength(total);
  const results = session.page({ ...all, kinds: ['result'] });
  expect(results.entries).toEqual(entries.filter(({ kind }) => kind === 'result'));
  expect(results.total).toBe(session.overview.kinds.result);
  const damaged = session.page({ ...all, damaged: true });
  expect(damaged.entries.flatMap(({ damage }) => damage)).toContain('malformed_json');
});

test('windows are told apart', async () => {
  const { session } = await open(fixtureFiles('sessions/handmade/leaf-reset-v4.jsonl'));
  const { entries } = session.page(all);
  expect(new Set(entries.map(({ window }) => window))).toEqual(new Set([0, 1]));
  expect(entries.find(({ kind }) => kind === 'reset')?.window).toBe(1);
});

describe('texts', () => {
  const secret = ['sk', 'ant', 'api03', 'Zq8Vn3Lk0Pw7Xt5Rb2Hd9Jm4Cf6Gs1Ya'].join('-');
  const row = (id: string, parentId: string | null, message: JsonObject) => ({
    type: 'message',
    id,
    parentId,
    message,
  });
  const files = () => [
    file(
      's.jsonl',
      [
        { type: 'session', version: 3, id: 's', timestamp: '2026-01-01T00:00:00Z' },
        row('a', null, { role: 'user', content: `My key is ${secret}. ${'x'.repeat(5000)}` }),
        row('b', 'a', {
          role: 'assistant',
          content: [{ type: 'toolCall', id: 'c', name: 'exec', arguments: { password: 'hunter2-correct-horse' } }],
        }),
        row('c', 'b', {
          role: 'toolResult',
          toolCallId: 'c',
          toolName: 'exec',
          content: [{ type: 'text', text: `${'y'.repeat(390)} ${secret}` }],
        }),
        row('d', 'c', { role: 'bashExecution', command: `export KEY=${secret}`, output: 'ok', exitCode: 0 }),
        row('e', 'd', { role: 'assistant', content: [{ type: 'text', text: 'Done.' }], stopReason: 'stop' }),
      ]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    ),
  ];

  test('pass the redactor, at the cut too, unless asked for raw', async () => {
    const { session } = await open(files());
    const told = JSON.stringify([
      session.overview,
      session.page(all),
      [0, 1, 2, 3, 4].map((index) => session.text({ index })),
    ]);
    expect(told).not.toContain(secret);
    expect(told).not.toContain(secret.slice(0, 20));
    expect(told).not.toContain('hunter2-correct-horse');
    expect(JSON.stringify(session.page({ ...all, raw: true }))).toContain(secret);
    expect(session.text({ index: 2, raw: true })).toContain(secret);
  });

  test('are short in the list and whole when asked for', async () => {
    const { session } = await open(files());
    const [first, call] = session.page(all).entries;
    expect(first?.text.length).toBeLessThanOrEqual(400);
    expect(first).toMatchObject({ cut: true, chars: 5000 + 12 + secret.length });
    expect(call).toMatchObject({ kind: 'call', name: 'exec', cut: false });
    expect(session.text({ index: 0 }).length).toBeGreaterThan(5000);
    expect(() => session.text({ index: 99 })).toThrow(RangeError);
  });
});

test('a session file learns of its runs and prompt from the recording beside it', async () => {
  const { session } = await open(
    fixtureFiles('sessions/v3-2026.5.28'),
    (path) => path.includes('a3ff9678') && !path.includes('trajectory'),
  );
  expect(session.overview.runs).toHaveLength(3);
  expect(session.overview.prompt?.chars).toBeGreaterThan(5000);
  expect(session.overview.copies).toEqual([
    expect.objectContaining({ label: 'Runtime sidecar', used: false, userTurns: 3 }),
  ]);
  expect(session.overview.tools.map(({ name }) => name)).toEqual(['edit', 'exec', 'read', 'write']);
});

test('lines of one session are one timeline', async () => {
  const ctx = { ...testContext(), redaction };
  const drop = await openDrop(each(fixtureFiles('episodes')), ctx);
  const source = drop.sources[0] as NonNullable<(typeof drop.sources)[0]>;
  const session = await inspectSession(source, 'a3ff9678-81d2-4db9-aea9-6fb30cbd393f', drop, ctx);
  expect(session?.overview.provenance).toContainEqual({ name: 'lines', value: '5' });
  expect(session?.page(all).total).toBeGreaterThan(30);
  expect(await inspectSession(source, 'nobody', drop, ctx)).toBeNull();
});

test('every source of the fixtures can be looked at', async () => {
  const ctx = { ...testContext(), redaction };
  const drop = await openDrop(each(fixtureFiles('bundles', 'sessions', 'db', 'zips')), ctx);
  let seen = 0;
  for (const source of drop.sources)
    for (const { id } of source.sessions ?? []) {
      const session = await inspectSession(source, id, drop, ctx);
      if (!session) continue;
      seen++;
      const { entries, total } = session.page(all);
      expect(entries).toHaveLength(Math.min(total, all.limit));
      expect(JSON.parse(JSON.stringify(session.overview))).toEqual(session.overview);
    }
  expect(seen).toBeGreaterThan(30);
});

test('a session of 50 MB opens in bounded time, and its pages at once', { timeout: 60_000 }, async () => {
  const said = 'The harbour office counts the boats that come in with the tide. '.repeat(40);
  const parts: string[] = [
    `${JSON.stringify({ type: 'session', version: 3, id: 'big', timestamp: '2026-01-01T00:00:00Z' })}\n`,
  ];
  let bytes = 0;
  for (let at = 0; bytes < 50 * 2 ** 20; at++) {
    const message =
      at % 2 === 0
        ? { role: 'user', content: `${at} ${said}` }
        : {
            role: 'assistant',
            content: [{ type: 'text', text: `${at} ${said}` }],
            stopReason: 'stop',
            usage: { input: 1, output: 1 },
          };
    const line = `${JSON.stringify({ type: 'message', id: `e${at}`, parentId: at ? `e${at - 1}` : null, timestamp: '2026-01-01T00:00:00Z', message })}\n`;
    bytes += line.length;
    parts.push(line);
  }
  const started = performance.now();
  const { session } = await open([file('big.jsonl', parts)]);
  const opened = performance.now();
  const { total } = session.page({ offset: 0, limit: 50 });
  const middle = session.page({ offset: Math.floor(total / 2), limit: 50 });
  const paged = performance.now();
  expect(middle.entries).toHaveLength(50);
  expect(session.overview.usage.messages).toBe(Math.floor(total / 2));
  expect(opened - started).toBeLessThan(15_000);
  expect(paged - opened).toBeLessThan(2_000);
});
