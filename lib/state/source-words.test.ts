import { expect, test } from 'vitest';
import type { SourceRow } from '../../workers/protocol.ts';
import { conditionsOf, labelOf, longVersion, removalOf, splitPath } from './source-words.ts';

const row = (more: Partial<SourceRow>): SourceRow => ({
  index: 0,
  path: 'a/b.jsonl',
  label: 'Session',
  kind: 'session',
  version: '4',
  origin: 'real',
  size: 1,
  sessions: 1,
  episodes: 1,
  dropped: {},
  damage: {},
  repaired: {},
  findings: [],
  ...more,
});

test('a source without damage is whole, a generator is verified', () => {
  expect(conditionsOf(row({}), {}).map(({ text }) => text)).toEqual(['whole']);
  expect(conditionsOf(row({ origin: 'synthetic', episodes: 600 }), {}).map(({ text }) => text)).toEqual([
    'all 600 verified',
  ]);
});

test('damage comes before what was left out, and errors before both', () => {
  const finding = {
    stage: 'parse',
    code: 'bad_line',
    severity: 'error' as const,
    path: '',
    count: 2,
    message: 'Two lines.',
  };
  const conditions = conditionsOf(
    row({ damage: { cut_text: 3 }, dropped: { same_session: 1 }, repaired: { cut_text: 1 }, findings: [finding] }),
    { cut_text: 'A text was cut.' },
  );
  expect(conditions.map(({ tone, text }) => `${tone} ${text}`)).toEqual([
    'bad 2 bad line',
    'warn 3 cut text',
    'plain 1 read from another copy',
    'ok 1 repaired: cut text',
  ]);
  expect(conditions.map(({ meaning }) => meaning)).toEqual([
    'Two lines.',
    'A text was cut.',
    'same session',
    'A text was cut.',
  ]);
});

test('what lies in an archive goes with the archive', () => {
  expect(removalOf('drop/set.zip/bundles/one')).toBe('drop/set.zip');
  expect(removalOf('drop/set.zip')).toBe('drop/set.zip');
  expect(removalOf('drop/agent.sqlite.gz')).toBe('drop/agent.sqlite.gz');
});

test('format numbers go with the kind, program versions with the path', () => {
  expect([labelOf(row({})), longVersion(row({}))]).toEqual(['Session v4', '']);
  expect([labelOf(row({ version: '2026.9.6' })), longVersion(row({ version: '2026.9.6' }))]).toEqual([
    'Session',
    '2026.9.6',
  ]);
  expect(splitPath('a/b/c.jsonl')).toEqual({ name: 'c.jsonl', folder: 'a/b' });
});
