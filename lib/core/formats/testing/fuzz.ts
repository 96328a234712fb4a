import { expect, test } from 'vitest';
import { DEFAULT_READING, type ReadingChoice } from '../../recipe.ts';
import type { Random } from '../../text/random.ts';
import type { SourceFile } from '../../types.ts';
import { inspectSession } from '../../views/inspect-session.ts';
import { inspectSource } from '../read.ts';
import { episodesOf, readDrop, testContext } from './drops.ts';
import { type Specimen, seeded } from './fuzz-corpus.ts';
import { brokenPromise } from './well-formed-checks.ts';

/** `FUZZ_SEED` gives another run. */
const SEED = Number(process.env.FUZZ_SEED ?? 1);

export interface Corpus {
  readonly name: string;
  /** Changed inputs. */
  readonly total: number;
  /** Share of them that must still give an episode: what is refused at the door tests nothing. */
  readonly readable: number;
  readonly specimens: () => Promise<readonly Specimen[]>;
}

const LONGEST_MS = 5_000;
/** Bytes in use at any time, garbage included, and bytes that reading thousands of small files may leave behind. */
const PEAK = 1200 * 2 ** 20;
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
  if (random.below(6) === 0) {
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
  if (inUse() > PEAK) throw new Error('memory beyond the bound');
  return parsed.some(({ type }) => type === 'episode');
}

function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Changed inputs do no harm: no crash, no hang, no memory beyond the bound, no changed prototype, no promise broken. */
export function fuzz({ name, total, readable, specimens }: Corpus): void {
  test(`${total} changed ${name} do no harm (seed ${SEED})`, { timeout: 300_000 }, async () => {
    const all = await specimens();
    const before = inUse();
    let read = 0;
    for (let round = 0; round < total; round++) {
      const specimen = all[round % all.length] as Specimen;
      const label = `${specimen.name} ${round}`;
      const random = seeded(SEED, label);
      try {
        if (await survives(specimen.changed(random), random)) read++;
      } catch (error) {
        throw new Error(`seed ${SEED}, ${label}`, { cause: error });
      }
    }
    expect(read / total).toBeGreaterThan(readable);
    expect(inUse() - before).toBeLessThan(LEFT_BEHIND);
  });
}
