import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../types.ts';
import { dropsOf, episodesOf, file, fixtureFiles, readDrop } from './testing/drops.ts';

/** Forms in which the fixtures hold the same sessions, the most trusted first. */
interface Form {
  readonly parser: string;
  readonly files: readonly SourceFile[];
}

const NEW: readonly Form[] = [
  { parser: 'openclaw-database', files: fixtureFiles('db/openclaw-agent.sqlite.gz') },
  { parser: 'openclaw-session', files: fixtureFiles('sessions/v4-2026.9.6') },
  {
    parser: 'openclaw-bundle',
    files: fixtureFiles(
      ...['simple-chat', 'multi-tool', 'secrets', 'errors-retries', 'unicode', 'transcript-only', 'long-session'].map(
        (name) => `bundles/${name}`,
      ),
    ),
  },
];

const V3 = 'sessions/v3-2026.5.28';
const [SECRETS, ERROR] = ['a3ff9678-81d2-4db9-aea9-6fb30cbd393f', '1edde1b9-0590-4b7b-bd0a-19106cde1aeb'];
const OLD: readonly Form[] = [
  { parser: 'openclaw-session', files: fixtureFiles(`${V3}/${SECRETS}.jsonl`, `${V3}/${ERROR}.jsonl`) },
  { parser: 'openclaw-bundle', files: fixtureFiles('bundles/legacy-secrets', 'bundles/legacy-error') },
  {
    parser: 'openclaw-sidecar',
    files: fixtureFiles(`${V3}/${SECRETS}.trajectory.jsonl`, `${V3}/${ERROR}.trajectory.jsonl`),
  },
  { parser: 'openclaw-episodes', files: fixtureFiles('episodes') },
];

const HANDMADE: readonly Form[] = [
  {
    parser: 'openclaw-session',
    files: fixtureFiles(
      'sessions/handmade',
      `${V3}/2026-11-21T02-32-19-332Z_01a1fbf2-8c84-7e59-ad85-775bdf02e500.jsonl`,
    ),
  },
  {
    parser: 'openclaw-bundle',
    files: fixtureFiles('bundles/leaf-reset', 'bundles/legacy-v1', 'bundles/legacy-branched'),
  },
];

function* subsets<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let bits = 1; bits < 2 ** items.length; bits++) yield items.filter((_, at) => (bits >> at) & 1);
}

const otherOrders = <T>(items: readonly T[]) => [items.toReversed(), [...items.slice(1), ...items.slice(0, 1)]];

const read = async (forms: readonly Form[]) => (await readDrop(forms.flatMap(({ files }) => files))).parsed;
const names = (forms: readonly Form[]) => forms.map(({ parser }) => parser.replace('openclaw-', '')).join(' + ');
const spoken = (parsed: Awaited<ReturnType<typeof read>>) =>
  new Map(
    episodesOf(parsed)
      .filter(({ kind }) => kind === 'task')
      .map(({ id, messages }) => [id, messages.filter(({ role }) => role !== 'system')]),
  );

describe.each([
  ['of a current release', NEW],
  ['of a release with files', OLD],
  ['made by hand, branched, or reset', HANDMADE],
])('sessions %s', async (_, forms) => {
  const best = spoken(await read(forms.slice(0, 1)));
  const sessions = new Set([...best.keys()].map((id) => id.split('/', 1)[0] as string));
  const shared = (id: string) => sessions.has(id.split('/', 1)[0] as string);

  test.each([...subsets(forms)].map((some) => [names(some), some] as const))(
    '%s give each once, from the most trusted copy, in any order',
    async (_, some) => {
      const expected = await read(some);
      for (const order of otherOrders(some)) expect(await read(order)).toEqual(expected);
      const tasks = episodesOf(expected).filter(({ kind, sessionId }) => kind === 'task' && shared(sessionId));
      const parsers = new Set(tasks.map(({ provenance }) => provenance.parser.split('/', 1)[0]));
      expect([...parsers]).toEqual([some[0]?.parser]);
      if (some[0]?.parser === 'openclaw-episodes') return; // its lines are a session at several times
      const ids = tasks.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      // A database holds two sessions that no other form has.
      const common = [...best.keys()].filter((id) => some[0] === forms[0] || ids.includes(id));
      expect(ids.toSorted()).toEqual(common.toSorted());
      expect(common.length).toBeGreaterThanOrEqual(sessions.size === 9 ? 7 : sessions.size);
    },
  );

  test('what a trusted copy says stays what it says, whatever lies beside it', async () => {
    for (const some of subsets(forms))
      if (some[0] === forms[0])
        for (const [id, messages] of spoken(await read(some))) if (shared(id)) expect(messages).toEqual(best.get(id));
  });

  test('a copy that gives way is told, and what it spares', async () => {
    const parsed = await read(forms);
    expect(dropsOf(parsed).filter((drop) => drop.startsWith('same_session')).length).toBeGreaterThanOrEqual(
      sessions.size === 9 ? 14 : 3,
    );
  });
});

test('a session file that was copied too early puts the beginning of the bundle right', async () => {
  const [bundle, path] = [fixtureFiles('bundles/multi-tool'), 'sessions/v4-2026.9.6/multi-tool.jsonl'];
  const [source] = fixtureFiles(path);
  const lines = source ? (await (await source.blob()).text()).split('\n') : [];
  // In the middle of the second turn: behind two of the three damaged messages.
  const early = file(path, `${lines.slice(0, 23).join('\n')}\n`);
  const [alone] = episodesOf((await readDrop(bundle)).parsed);
  const [whole] = episodesOf((await readDrop(fixtureFiles(path))).parsed);
  const [joined] = episodesOf((await readDrop([...bundle, early])).parsed);
  expect(joined?.messages.length).toBe(alone?.messages.length);
  expect(alone?.damage.malformed_json).toBe(3);
  expect(joined?.damage.malformed_json).toBe(1);
  expect(joined?.repaired).toEqual({ malformed_json: 2 });
  expect(joined?.provenance.repairedFrom).toEqual(['session']);
  const start = (of: typeof joined) => of?.messages.filter(({ role }) => role !== 'system').slice(0, 14);
  expect(start(joined)).toEqual(start(whole));
});
