import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openDrop } from './drop.ts';
import { inspectSource } from './read.ts';
import { dropsOf, each, episodesOf, FIXTURES, fixtureFiles, readDrop, testContext } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';

/** `| bundles/name | u / a / calls / results |` of the fixtures' README. */
const TABLE = [
  ...readFileSync(`${FIXTURES}README.md`, 'utf8').matchAll(
    /^\| `(bundles\/[^`]+)` \| (\d+) \/ (\d+) \/ (\d+) \/ (\d+) \|/gm,
  ),
].map(([, path, ...counts]) => ({ path: path as string, counts: counts.map(Number) }));

const inspect = async (...paths: string[]) => {
  const ctx = testContext();
  const drop = await openDrop(each(fixtureFiles(...paths)), ctx);
  return Promise.all(drop.sources.map((source) => inspectSource(source, drop, ctx)));
};

describe('bundles', () => {
  test('the table of the fixtures lists all twelve', () => expect(TABLE).toHaveLength(12));

  test.each(TABLE)('$path has the counts of its README', async ({ path, counts }) => {
    const [source, ...others] = await inspect(path);
    expect(others).toEqual([]);
    expect(source).toMatchObject({ path, kind: 'bundle' });
    const found = source?.sessions[0]?.counts;
    expect([found?.user, found?.assistant, found?.tool_calls, found?.tool_results]).toEqual(counts);
  });

  test.each(TABLE)('$path gives well-formed episodes', async ({ path }) => {
    const { parsed } = await readDrop(fixtureFiles(path));
    expect(episodesOf(parsed).length).toBeGreaterThan(0);
    for (const episode of episodesOf(parsed)) expectWellFormed(episode);
  });
});

const ALL = ['bundles', 'sessions', 'episodes', 'zips'];

test('the same sessions as bundle, file, sidecar, zip and export come out once', async () => {
  const { parsed, drop } = await readDrop(fixtureFiles(...ALL));
  const tasks = episodesOf(parsed).filter((episode) => episode.kind === 'task');
  expect(new Set(tasks.map((episode) => episode.id)).size).toBe(tasks.length);
  expect(new Set(tasks.map((episode) => episode.sessionId)).size).toBe(12);
  expect(
    tasks.map((episode) => episode.provenance.parser).filter((parser) => !parser.startsWith('openclaw-session')),
  ).toEqual([]);
  expect(dropsOf(parsed).every((drop) => drop.startsWith('same_session'))).toBe(true);
  expect(drop.sources.map((source) => source.path)).toEqual([...drop.sources.map((source) => source.path)].sort());
});

test('what was dropped does not depend on the order files came in', async () => {
  const one = await readDrop(fixtureFiles(...ALL));
  const other = await readDrop(fixtureFiles(...ALL).reverse());
  expect(other.parsed).toEqual(one.parsed);
});

test('abandoned branches stay out of episodes and reports', async () => {
  const { parsed, findings } = await readDrop(fixtureFiles(...ALL));
  const reports = await inspect(...ALL);
  const everything = JSON.stringify([parsed, findings, reports]);
  expect(everything).not.toContain('wxint_branch_only_4421');
  expect(everything).not.toContain('mango-dropped-1177');
  expect(everything).not.toContain('Side note that is not on the visible branch');
  expect(everything).not.toContain('not for the model');
});

test('a session file and its bundle tell the same conversation', async () => {
  const shape = async (...paths: string[]) =>
    episodesOf((await readDrop(fixtureFiles(...paths))).parsed).map((episode) =>
      episode.messages
        .filter(({ role }) => role !== 'system')
        .map(({ role, toolCalls }) => [role, toolCalls?.map(({ name }) => name)]),
    );
  for (const name of [
    'errors-retries',
    'long-session',
    'multi-tool',
    'secrets',
    'simple-chat',
    'transcript-only',
    'unicode',
  ])
    expect(await shape(`sessions/v4-2026.9.6/${name}.jsonl`), name).toEqual(await shape(`bundles/${name}`));
});

test('a damaged answer of a bundle is context only, and whole in the session file', async () => {
  const weights = async (path: string) =>
    episodesOf((await readDrop(fixtureFiles(path))).parsed)
      .flatMap((episode) => episode.messages)
      .filter(({ role }) => role === 'assistant')
      .map(({ weight }) => weight);
  expect(await weights('bundles/multi-tool')).toEqual([1, 1, 1, 1, 1, 0, 1, 0]);
  expect(await weights('sessions/v4-2026.9.6/multi-tool.jsonl')).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});

test('a failed turn is left out and a cut answer is not trained on', async () => {
  const { parsed } = await readDrop(fixtureFiles('sessions/v4-2026.9.6/errors-retries.jsonl'));
  const [episode] = episodesOf(parsed);
  expect(episode?.damage).toMatchObject({ failed_turn: 1, cut_answer: 1 });
  expect(JSON.stringify(episode?.messages)).not.toContain('Try the linter again.');
  expect(episode?.messages.at(-1)).toMatchObject({ role: 'assistant', weight: 0 });
});

test('the sidecar gives the session file its system prompt, whole and without the cache marker', async () => {
  const { parsed } = await readDrop(fixtureFiles('sessions/v3-2026.5.28'));
  const episode = episodesOf(parsed).find(({ sessionId }) => sessionId.startsWith('a3ff9678'));
  const system = JSON.stringify(episode?.messages[0]);
  expect(episode?.messages[0]?.role).toBe('system');
  expect(system).not.toContain('OPENCLAW_CACHE_BOUNDARY');
  expect(system).not.toContain('truncated');
  expect(episode?.tools.map(({ name }) => name)).toEqual(['edit', 'exec', 'read', 'write']);
});

test('a cut system prompt of a bundle is no system prompt', async () => {
  const { parsed } = await readDrop(fixtureFiles('bundles/legacy-secrets'));
  expect(
    episodesOf(parsed)
      .flatMap(({ messages }) => messages)
      .filter(({ role }) => role === 'system'),
  ).toEqual([]);
});

test('a sidecar alone gives the conversation of its last snapshot', async () => {
  const { parsed } = await readDrop(
    fixtureFiles('sessions/v3-2026.5.28/a3ff9678-81d2-4db9-aea9-6fb30cbd393f.trajectory.jsonl'),
  );
  const [episode] = episodesOf(parsed);
  expect(episode?.messages.filter(({ role }) => role === 'user')).toHaveLength(3);
  expect(episode?.messages[0]?.role).toBe('system');
});

test('an archived copy gives way to its live twin', async () => {
  const { parsed } = await readDrop(fixtureFiles('sessions'));
  const paths = episodesOf(parsed).map(({ provenance }) => provenance.path);
  expect(paths).not.toContainEqual(expect.stringContaining('.deleted.'));
});

test('messages kept after a reset are context in the second window', async () => {
  const { parsed } = await readDrop(fixtureFiles('sessions/handmade/leaf-reset-v4.jsonl'));
  const [first, second] = episodesOf(parsed);
  expect(first?.messages.map(({ role, weight }) => `${role}${weight}`)).toEqual([
    'user0',
    'assistant1',
    'user0',
    'assistant1',
  ]);
  expect(second?.messages.map(({ role, weight }) => `${role}${weight}`)).toEqual([
    ...['user0', 'assistant0', 'user0', 'assistant1', 'tool0', 'assistant1'],
  ]);
  expect(second?.title).toMatch(/^Fresh window/);
});

test('a window after a compaction starts with its summary', async () => {
  const { parsed } = await readDrop(fixtureFiles('sessions/handmade/legacy-v1.jsonl'));
  const second = episodesOf(parsed)[1];
  const start = JSON.stringify(second?.messages[0]);
  expect(start).toContain('compacted into the following summary');
  expect(start).toContain('The user asked two old questions.');
  expect(start).toContain('Old question two');
  expect(JSON.stringify(second)).toContain('Hook says hi.');
});

test('nothing of what repeats a message elsewhere gets in', async () => {
  const { parsed } = await readDrop(fixtureFiles(...ALL));
  const keys =
    /"(partialArgs|details|textSignature|thinkingSignature|thoughtSignature|errorBody|providerReplay|usage)":/;
  expect(JSON.stringify(episodesOf(parsed))).not.toMatch(keys);
});
