import { describe, expect, test } from 'vitest';
import type { Finding, SourceFile } from '../types.ts';
import { file, fixtureFiles, readDrop } from './testing/drops.ts';
import { samples } from './testing/fuzz-corpus.ts';

const textOf = async (source: SourceFile) => (await source.blob()).text();
/** Files whose lines are read one by one, of every format. */
const FILES = [...fixtureFiles('bundles', 'sessions', 'episodes'), ...samples()].filter(({ path }) =>
  path.includes('.jsonl'),
);

const BROKEN: readonly (readonly [what: string, text: string, code: string])[] = [
  ['is no JSON', '{"type":"message","id":', 'line_broken'],
  ['is lost to NULs', '\0'.repeat(40), 'line_broken'],
  ['nests without end', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'line_too_deep'],
];

const outcome = async (path: string, lines: readonly string[]) => {
  const { parsed, findings } = await readDrop([file(path, `${lines.join('\n')}\n`)]);
  return { parsed, findings };
};
const told = (findings: readonly Finding[], code: string) => findings.filter((one) => one.code === code);

describe.each(BROKEN)('a line that %s', (_, broken, code) => {
  test('costs that line only, is counted, and its place is told', async () => {
    let tried = 0;
    for (const source of FILES) {
      const lines = (await textOf(source)).split('\n').filter((line) => line !== '');
      for (const at of new Set([1, Math.floor(lines.length / 2), lines.length - 1])) {
        if (at < 1 || at >= lines.length) continue;
        const without = await outcome(source.path, lines.with(at, ''));
        const found = await outcome(source.path, lines.with(at, broken));
        const label = `${source.path}:${at + 1}`;
        expect(found.parsed, label).toEqual(without.parsed);
        const [before, after] = [told(without.findings, code), told(found.findings, code)];
        const count = (list: readonly Finding[]) => list.reduce((sum, one) => sum + one.count, 0);
        expect(count(after) - count(before), label).toBe(1);
        expect(after[0]?.line ?? 0, label).toBeGreaterThan(0);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(80);
  });
});
