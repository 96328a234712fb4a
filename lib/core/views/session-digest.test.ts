import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDrop } from '../formats/drop.ts';
import { each, FIXTURES, fixtureFiles, testContext } from '../formats/testing/drops.ts';
import { digestSessions } from './session-digest.ts';

/** `| bundles/name | counts | runs / attempts | tools |` of the fixtures' README. */
const TABLE = [
  ...readFileSync(`${FIXTURES}README.md`, 'utf8').matchAll(
    /^\| `(bundles\/[^`]+)` \| [^|]+ \| (\d+) \/ (\d+) \| ([^|]+) \|/gm,
  ),
].map(([, path = '', runs, attempts, tools = '']) => ({
  path,
  runs: Number(runs),
  attempts: Number(attempts),
  tools: tools.trim() === '-' ? [] : tools.trim().split(', ').sort(),
}));

async function digests(...paths: string[]) {
  const ctx = testContext();
  const drop = await openDrop(each(fixtureFiles(...paths)), ctx);
  return Promise.all(drop.sources.map(async (source) => [...(await digestSessions(source, drop, ctx)).values()]));
}

test('the table of the fixtures lists all twelve', () => expect(TABLE).toHaveLength(12));

test.each(TABLE)('$path has the runs, attempts and called tools of its README', async ({ path, ...expected }) => {
  const [[digest] = []] = await digests(path);
  expect({
    runs: digest?.runs.length,
    attempts: digest?.runs.reduce((sum, { attempts }) => sum + attempts.length, 0),
    tools: digest?.tools
      .filter(({ calls }) => calls > 0)
      .map(({ name }) => name)
      .sort(),
  }).toEqual(expected);
});

test('a digest says which copy is read and what another has whole, and holds no text', async () => {
  const [[bundle] = [], [session] = []] = await digests('bundles/multi-tool', 'sessions/v4-2026.9.6/multi-tool.jsonl');
  expect(bundle?.repaired_from).toEqual([{ code: 'malformed_json', from: 'Session', count: 3 }]);
  expect(bundle?.copies).toEqual([{ path: 'sessions/v4-2026.9.6/multi-tool.jsonl', user_turns: 2, used: true }]);
  expect(session?.copies).toEqual([{ path: 'bundles/multi-tool', user_turns: 2, used: false }]);
  expect(bundle).toMatchObject({ damaged_entries: 3, windows: 1, entries: { call: 7, result: 7 } });
  const texts = readFileSync(`${FIXTURES}sessions/v4-2026.9.6/multi-tool.jsonl`, 'utf8');
  expect(texts).toContain('forecast');
  expect(JSON.stringify(bundle)).not.toContain('forecast');
});
