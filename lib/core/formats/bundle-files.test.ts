import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../types.ts';
import { dropsOf, episodesOf, file, fixtureFiles, readDrop } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';

const base = (one: SourceFile) => one.path.slice(one.path.lastIndexOf('/') + 1);
const parts = (name: string, ...wanted: string[]) =>
  fixtureFiles(`bundles/${name}`).filter((one) => wanted.length === 0 || wanted.includes(base(one)));
const read = async (files: readonly SourceFile[]) => {
  const { parsed, findings, drop } = await readDrop(files);
  for (const episode of episodesOf(parsed)) expectWellFormed(episode);
  return {
    kinds: drop.sources.map(({ kind }) => kind),
    codes: findings.map(({ code }) => code),
    drops: dropsOf(parsed),
    episodes: episodesOf(parsed),
    said: episodesOf(parsed).map(({ messages }) => messages.filter(({ role }) => role !== 'system')),
  };
};
const without = (files: readonly SourceFile[], name: string) => files.filter((one) => base(one) !== name);

describe('a bundle', () => {
  test('without its manifest, or with a broken one, is read from its other files and says so', async () => {
    const whole = await read(parts('multi-tool'));
    const bare = without(parts('multi-tool'), 'manifest.json');
    for (const files of [bare, [...bare, file('bundles/multi-tool/manifest.json', '{"traceSchema":')]]) {
      const found = await read(files);
      expect(found.kinds).toEqual(['bundle']);
      expect(found.said).toEqual(whole.said);
      expect(found.codes).toEqual(['manifest_missing']);
    }
  });

  test('is read from its events alone', async () => {
    const found = await read(parts('multi-tool', 'events.jsonl'));
    expect([found.kinds, found.codes]).toEqual([['events'], []]);
    expect(found.said).toEqual((await read(parts('multi-tool'))).said);
  });

  test('is read from its branch alone where that is whole', async () => {
    const found = await read(parts('legacy-branched', 'session-branch.json'));
    expect([found.kinds, found.codes]).toEqual([['bundle'], ['manifest_missing']]);
    expect(found.said).toEqual((await read(parts('legacy-branched'))).said);
    expect(found.episodes[0]?.sessionId).toMatch(/^01a1fbf2/);
  });

  test('of which only a cut branch is left says what is missing', async () => {
    const found = await read(parts('long-session', 'session-branch.json', 'manifest.json'));
    expect(found.episodes).toEqual([]);
    expect(found.codes).toEqual(['branch_cut']);
  });

  test('takes its prompt from the text file when nothing else has it', async () => {
    const prompt = file('b/system-prompt.txt', 'You are a careful helper.\n');
    const events = parts('transcript-only').map((one) => ({
      ...one,
      path: one.path.replace('bundles/transcript-only', 'b'),
    }));
    const { episodes } = await read([...events, prompt]);
    expect(episodes[0]?.messages[0]).toMatchObject({
      role: 'system',
      content: [{ text: 'You are a careful helper.' }],
    });
  });
});

describe('files that came under one path', () => {
  const session = (id: string, answer: string) =>
    [
      { type: 'session', version: 3, id, timestamp: '2026-05-01T00:00:00.000Z' },
      { type: 'message', id: 'a', parentId: null, timestamp: 1, message: { role: 'user', content: 'q' } },
      { type: 'message', id: 'b', parentId: 'a', timestamp: 2, message: { role: 'assistant', content: answer } },
    ]
      .map((row) => `${JSON.stringify(row)}\n`)
      .join('');
  const files = () => ['s1', 's2', 's3'].map((id) => file('s.jsonl', session(id, id === 's2' ? 'longer' : 'short')));

  test('are all read, and called the same in whatever order they came', async () => {
    const one = await readDrop(files());
    const other = await readDrop(files().reverse());
    expect(one.drop.sources.map(({ path }) => path)).toEqual(['s.jsonl', 's.jsonl (2)', 's.jsonl (3)']);
    expect(one.parsed).toEqual(other.parsed);
    expect(episodesOf(one.parsed)).toHaveLength(3);
  });

  test('a session without a header is called by the id in its file name', async () => {
    const id = '0d4f6c3e-5f0a-4c8f-b1a2-1e9c8d7b6a50';
    for (const name of [
      `${id}.jsonl`,
      `2026-05-01T00-00-00-000Z_${id}.jsonl`,
      `${id}-topic-7.jsonl.reset.2026-05-02`,
    ]) {
      const body = session(id, 'a').split('\n').slice(1).join('\n');
      expect((await readDrop([file(name, body)])).drop.sources[0]?.sessions).toMatchObject([{ id }]);
    }
  });

  test('sessions that were put behind one another in one file stay apart, each joined with its other copies', async () => {
    const { parsed } = await readDrop([file('all.jsonl', session('s1', 'x') + session('s2', 'y'))]);
    expect(episodesOf(parsed).map(({ sessionId, messages }) => [sessionId, messages.length])).toEqual([
      ['s1', 2],
      ['s2', 2],
    ]);
    const paths = ['leaf-reset-v4', 'legacy-v1'].map((name) => `sessions/handmade/${name}.jsonl`);
    const texts = await Promise.all(fixtureFiles(...paths).map(async (one) => (await one.blob()).text()));
    const joined = await readDrop([
      file('all.jsonl', texts.join('')),
      ...fixtureFiles('bundles/leaf-reset', 'bundles/legacy-v1'),
    ]);
    const apart = await readDrop(fixtureFiles(...paths));
    expect(episodesOf(joined.parsed).map(({ id, messages }) => [id, messages])).toEqual(
      episodesOf(apart.parsed).map(({ id, messages }) => [id, messages]),
    );
  });

  test('events of several sessions in one file are joined with each session file', async () => {
    const names = ['unicode', 'secrets'];
    const events = await Promise.all(
      names.map(async (name) => (await parts(name, 'events.jsonl')[0]?.blob())?.text() ?? ''),
    );
    const files = [
      file('events.jsonl', events.join('')),
      ...names.flatMap((name) => fixtureFiles(`sessions/v4-2026.9.6/${name}.jsonl`)),
    ];
    const { parsed } = await readDrop(files);
    expect(episodesOf(parsed).map(({ provenance }) => provenance.parser)).toEqual([
      'openclaw-session/4',
      'openclaw-session/4',
    ]);
    expect(episodesOf(parsed).every(({ messages }) => messages[0]?.role === 'system' || messages.length > 0)).toBe(
      true,
    );
    expect(dropsOf(parsed)).toHaveLength(2);
  });
});
