import { describe, expect, test } from 'vitest';
import { DEFAULT_READING, type ReadingChoice } from '../recipe.ts';
import type { Random } from '../text/random.ts';
import type { SourceFile } from '../types.ts';
import { inspectSession } from '../views/inspect-session.ts';
import { inspectSource } from './index.ts';
import { episodesOf, readDrop, testContext } from './testing/drops.ts';
import {
  archiveSpecimens,
  bundleSpecimens,
  databaseSpecimens,
  lineSpecimens,
  type Specimen,
  seeded,
} from './testing/fuzz-corpus.ts';
import { brokenPromise } from './testing/well-formed-checks.ts';

/** `FUZZ_SEED` gives another run; a seed that once failed stays listed. */
const SEEDS = process.env.FUZZ_SEED ? [Number(process.env.FUZZ_SEED)] : [1];
/** All of it with `FUZZ=full`, in about half a minute; a part of it in every run of the tests. */
const FULL = process.env.FUZZ === 'full';

interface Corpus {
  readonly name: string;
  readonly total: number;
  /** Share of the changed inputs that must still give an episode: what is refused at the door tests nothing. */
  readonly readable: number;
  readonly specimens: () => Promise<readonly Specimen[]>;
}

const CORPORA: readonly Corpus[] = [
  { name: 'lines of every format', total: FULL ? 16_700 : 2_400, readable: 0.35, specimens: lineSpecimens },
  { name: 'bundles', total: FULL ? 2_400 : 360, readable: 0.5, specimens: bundleSpecimens },
  { name: 'archives', total: FULL ? 700 : 120, readable: 0.1, specimens: archiveSpecimens },
  { name: 'databases with their logs', total: FULL ? 300 : 60, readable: 0.1, specimens: databaseSpecimens },
];
const TOTAL = CORPORA.reduce((sum, { total }) => sum + total, 0);

const LONGEST_MS = 5_000;
/** Bytes that reading thousands of small files may leave behind. */
const LEFT_BEHIND = 300 * 2 ** 20;

const READINGS: readonly ReadingChoice[] = [
  DEFAULT_READING,
  { ...DEFAULT_READING, mode: 'faithful' },
  {
    ...DEFAULT_READING,
    summaries: true,
    trims: 'split',
    trimCalls: 'remove',
    policies: { cut_text: 'drop_turn', aborted_turn: 'mask' },
  },
];

async function survives(files: readonly SourceFile[], random: Random): Promise<boolean> {
  const started = performance.now();
  const { parsed, drop, findings } = await readDrop(files, {}, random.pick(READINGS));
  for (const episode of episodesOf(parsed)) {
    const broken = brokenPromise(episode);
    if (broken) throw new Error(`${broken} in an episode read as ${episode.provenance.parser}`);
  }
  if (findings.some(({ message }) => message === '')) throw new Error('a finding says nothing');
  if (random.below(4) === 0) {
    const ctx = { ...testContext(), redaction: { redactor: { find: () => [] }, propagator: null } };
    for (const source of drop.sources) {
      const { sessions } = await inspectSource(source, drop, ctx);
      for (const { id } of sessions) {
        const session = await inspectSession(source, id, drop, ctx);
        session?.page({ offset: 0, limit: 1000 });
      }
    }
  }
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) throw new Error('a prototype was changed');
  if (performance.now() - started > LONGEST_MS) throw new Error('one file took seconds');
  return parsed.some(({ type }) => type === 'episode');
}

describe.each(SEEDS)(`of ${TOTAL} inputs changed with seed %i`, (seed) => {
  test.each(CORPORA)(
    '$total changed $name do no harm',
    { timeout: 120_000 },
    async ({ total, readable, specimens }) => {
      const all = await specimens();
      const before = process.memoryUsage();
      let read = 0;
      for (let round = 0; round < total; round++) {
        const specimen = all[round % all.length] as Specimen;
        const name = `${specimen.name} ${round}`;
        const random = seeded(seed, name);
        try {
          if (await survives(specimen.changed(random), random)) read++;
        } catch (error) {
          throw new Error(`seed ${seed}, ${name}`, { cause: error });
        }
      }
      expect(read / total).toBeGreaterThan(readable);
      const after = process.memoryUsage();
      expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(LEFT_BEHIND);
    },
  );
});
