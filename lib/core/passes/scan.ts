import { readEpisodes } from '../formats/read.ts';
import { DEFAULT_LIMITS, type Drop, type Parsed, type ReadContext, type Source } from '../formats/source.ts';
import type { Generator } from '../generate/generator.ts';
import type { Host } from '../host.ts';
import { inLanes, type Piece } from '../lanes/in-lanes.ts';
import type { RedactorChoice } from '../lanes/redact.ts';
import { weigh } from '../lanes/weigh.ts';
import type { GeneratorChoice, ReadingChoice } from '../recipe.ts';
import { createFoundValues } from '../stages/redact.ts';
import type { Episode, Finding, Origin, Progress } from '../types.ts';
import { type ParsedOf, readAhead } from './read-ahead.ts';
import { type Entry, type Lost, type Segment, spill } from './segment.ts';

/** What one scan is made of; `progress` is asked after each item. */
interface Job {
  readonly origin: Origin;
  readonly sources: readonly Source[];
  readonly items: AsyncIterable<ParsedOf>;
  readonly findings: readonly Finding[];
  progress(): Progress;
}

/** What was read of something that is no episode and still has to be told in its turn. */
const LOST_WEIGHT = 1000;

async function* pieces(items: AsyncIterable<ParsedOf>): AsyncGenerator<Piece<'redact', ParsedOf>> {
  for await (const of of items) {
    const { parsed } = of;
    yield parsed.type === 'dropped'
      ? { of, weight: LOST_WEIGHT }
      : { of, item: parsed.episode, weight: weigh(parsed.episode) };
  }
}

/** Pass 1: every episode is read, redacted, fingerprinted and put aside, in the order in which they are read. */
async function* scan(
  job: Job,
  choice: RedactorChoice,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, Segment> {
  const scratch = await host.openScratch();
  const values = createFoundValues();
  const entries: Entry[] = [];
  const lost: Lost[] = [];
  try {
    const done = inLanes({ work: 'redact', setup: choice, pieces: pieces(job.items) }, host, signal);
    for await (const [{ source, parsed }, redacted] of done) {
      const noticed = { turns: parsed.turns ?? {}, ...(parsed.trims ? { trims: parsed.trims } : {}) };
      if (parsed.type === 'dropped') {
        const { id, reason, damage = {}, repaired = {} } = parsed;
        lost.push({ id, source, reason, damage, repaired, ...noticed });
      } else if (redacted) {
        values.add(redacted.values);
        entries.push({
          id: parsed.episode.id,
          source,
          sessionId: parsed.episode.sessionId,
          ...(parsed.episode.pairKey === undefined ? {} : { pairKey: parsed.episode.pairKey }),
          title: redacted.title,
          createdMs: parsed.episode.provenance.createdMs ?? 0,
          place: await spill(scratch, redacted.bytes),
          fingerprint: redacted.fingerprint,
          rules: redacted.rules,
          types: redacted.types,
          damage: parsed.episode.damage,
          repaired: parsed.episode.repaired ?? {},
          ...noticed,
        });
      }
      yield job.progress();
    }
  } catch (error) {
    await scratch.close();
    throw error;
  }
  return { origin: job.origin, sources: job.sources, entries, lost, findings: byPath(job.findings), values, scratch };
}

/** Several sources are read at a time: what they report comes in any order. */
const byPath = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0)));

export async function* scanDrop(
  drop: Drop,
  reading: ReadingChoice,
  redaction: RedactorChoice,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, Segment> {
  const total = drop.sources.reduce((sum, source) => sum + source.size, 0);
  const findings: Finding[] = [];
  let done = 0;
  const ctx: ReadContext = {
    signal,
    limits: DEFAULT_LIMITS,
    reading,
    readSqliteWasm: host.readSqliteWasm,
    report: (finding) => findings.push(finding),
    progress: (bytes) => {
      done += bytes;
    },
  };
  return yield* scan(
    {
      origin: 'real',
      sources: drop.sources,
      items: readAhead(drop.sources, (source) => readEpisodes(source, drop, ctx)),
      findings,
      progress: () => ({ stage: 'redact', done: Math.min(done, total), total, unit: 'bytes' }),
    },
    redaction,
    host,
    signal,
  );
}

export async function* scanGenerator(
  generator: Generator,
  choice: GeneratorChoice,
  redaction: RedactorChoice,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, Segment> {
  const total = generator.size(choice);
  const source: Source = {
    index: 0,
    path: `${generator.id} · seed ${choice.seed}`,
    kind: 'generated',
    version: '',
    size: 0,
    files: [],
  };
  let made = 0;
  async function* items(): AsyncGenerator<ParsedOf> {
    for await (const episode of generator.generate(choice, signal)) {
      made += 1;
      yield { source: 0, parsed: parsedOf(episode, `${generator.id}/${choice.seed}/${made}`) };
    }
  }
  return yield* scan(
    {
      origin: generator.origin,
      sources: [source],
      items: items(),
      findings: [],
      progress: () => ({ stage: 'generate', done: made, total, unit: 'episodes' }),
    },
    redaction,
    host,
    signal,
  );
}

/** A generated episode whose own checks failed is a named loss, like any other. */
function parsedOf(episode: Episode | null, id: string): Parsed {
  return episode ? { type: 'episode', episode } : { type: 'dropped', id, reason: 'check_failed' };
}
