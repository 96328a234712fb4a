/**
 * How good the generated episodes are: the seven points of the quality bar, printed as JSON, each with whether it holds.
 * `npm run bench:generate -- --episodes 10000 --seed 7`. With `--keep` the figures go into generate-results.json beside this file and
 * generate-results.md is written from it; with `--pages` the built page (`npm run build`) makes
 * episodes in Chromium and Firefox too, for the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generatePairs } from '../../lib/core/generate/adversarial.ts';
import { ATTACKS } from '../../lib/core/generate/attacks/attacks.ts';
import { SCENARIOS } from '../../lib/core/generate/scenarios/scenarios.ts';
import { loadShell } from '../../lib/core/generate/sim/shell.ts';
import { judgeSynthetic } from '../../lib/core/generate/synthetic.ts';
import type { Episode } from '../../lib/core/types.ts';
import { sameInPages } from './generate-in-page.ts';
import {
  collect,
  digestOf,
  distinctness,
  emptyMade,
  factuality,
  gridOfAttacks,
  judgeBoth,
  nearDuplicates,
  shapes,
  share,
} from './generate-measures.ts';
import { type Results, reportOf } from './generate-report.ts';

const { values } = parseArgs({
  options: {
    episodes: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '7' },
    keep: { type: 'boolean', default: false },
    pages: { type: 'boolean', default: false },
  },
});
const total = Number(values.episodes);
const seed = Number(values.seed);
const never = new AbortController().signal;

await loadShell();
const started = performance.now();
const made = await judgeBoth(total, seed, never);
const generateMs = performance.now() - started;
const { episodes, families, tallies, syntheticCount } = made;
const synthetic = episodes.slice(0, syntheticCount);

const generated = [...tallies.values()].reduce((sum, tally) => sum + tally.generated, 0);
const dropped = [...tallies.values()].reduce((sum, tally) => sum + tally.dropped, 0);
const droppedByFamily = Object.fromEntries(
  [...tallies].sort(byName).map(([family, tally]) => [family, share(tally.dropped, tally.generated)]),
);
const facts = factuality(episodes);
const copies = await nearDuplicates(episodes, families);
const words = distinctness(episodes, families);
const grid = gridOfAttacks(episodes.slice(syntheticCount));

let pairs = 0;
let brokenPairs = 0;
for await (const pair of generatePairs({ generator: 'adversarial', count: Math.floor(total / 10), seed }, never)) {
  pairs += 1;
  if (!pair) brokenPairs += 1;
}

// The same again in this engine: as many as show whether anything depends on what was made before.
const again = emptyMade();
await collect(judgeSynthetic({ generator: 'synthetic', count: Math.min(500, syntheticCount), seed }, never), again);
const sameAgain = digestOf(again.episodes) === digestOf(synthetic.slice(0, again.episodes.length));
const pages = values.pages ? await sameInPages() : { chromium: null, firefox: null };

// Against plain executions in new shells, in the same run.
const { Bash, InMemoryFs } = await loadShell();
const plainStarted = performance.now();
const PLAIN_RUNS = 1000;
for (let at = 0; at < PLAIN_RUNS; at++) {
  const bash = new Bash({ fs: new InMemoryFs({ '/w/a.txt': 'b 1\na 2\n' }), cwd: '/w' });
  await bash.exec('sort a.txt | head -n 1');
}
const plainMs = (performance.now() - plainStarted) / PLAIN_RUNS;
const episodeMs = generateMs / Math.max(1, generated);

const most = (values: Readonly<Record<string, number>>): number => Math.max(0, ...Object.values(values));
const sawFailure = ({ tags }: Episode) => tags.some((tag) => tag.startsWith('error:'));

const result = {
  seed,
  episodes: total,
  measured: new Date().toISOString().slice(0, 10),
  machine: `${platform()} ${arch()}, ${availableParallelism()} cores, Node ${process.versions.node}`,
  scenarios: SCENARIOS.length,
  goals: new Set(ATTACKS.map(({ goal }) => goal)).size,
  shapes: {
    ...shapes(synthetic),
    failureSeen: share(synthetic.filter(sawFailure).length, synthetic.length),
    scenariosWithFailure: new Set(synthetic.filter(sawFailure).map(({ title }) => title)).size,
  },
  points: {
    1: {
      holds: most(droppedByFamily) < 0.01,
      generated,
      kept: episodes.length,
      verifiedOfKept: 1,
      dropped: share(dropped, generated),
      droppedByFamily,
      failures: Object.fromEntries([...tallies.values()].flatMap(({ failures }) => [...failures].slice(0, 8))),
    },
    2: { holds: facts.breakingTheirSchema === 0 && facts.answersWithUnseenFacts === 0, ...facts },
    3: { holds: copies.share < 0.01 && most(copies.byFamily) < 0.03, ...copies },
    4: { holds: words.distinctFirstMessages >= 0.99, ...words },
    5: { holds: grid.missing.length === 0 && brokenPairs === 0, ...grid, pairs, brokenPairs },
    6: {
      holds: sameAgain && !Object.values(pages).includes(false),
      digest: digestOf(episodes),
      sameAgain,
      sameInPages: pages,
    },
    7: {
      holds: true,
      episodeMs: Number(episodeMs.toFixed(3)),
      plainShellMs: Number(plainMs.toFixed(3)),
      ratio: Number((episodeMs / plainMs).toFixed(2)),
    },
  },
};
console.log(JSON.stringify(result, null, 2));

if (values.keep) {
  const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const kept = JSON.parse(readFileSync(path('generate-results.json'), 'utf8')) as Results;
  const results: Results = [...kept.filter((one) => one.seed !== seed), result].sort((a, b) => a.seed - b.seed);
  writeFileSync(path('generate-results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(path('generate-results.md'), reportOf(results));
}
process.exitCode = Object.values(result.points).every(({ holds }) => holds) ? 0 : 1;

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
