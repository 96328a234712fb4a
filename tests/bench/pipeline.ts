/**
 * How fast a whole build is, stage by stage: `npm run bench:pipeline -- [--megabytes 100] [--seed 7] [--presets a,b] [--rounds 1] [PATH...]`
 * Without a path it makes the corpus of corpus.ts. Megabytes of input for each second of processor time; what runs between
 * two stages counts for the earlier one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeHost } from '../../lib/cli/host.ts';
import { readPaths } from '../../lib/cli/read-paths.ts';
import { DEFAULT_RECIPE } from '../../lib/core/recipe.ts';
import type { Progress } from '../../lib/core/types.ts';
import { createWorkspace } from '../../lib/core/workspace.ts';
import { writeCorpus } from './corpus.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    megabytes: { type: 'string', default: '100' },
    seed: { type: 'string', default: '7' },
    presets: { type: 'string', default: DEFAULT_RECIPE.output.presets.join() },
    rounds: { type: 'string', default: '1' },
  },
});
const recipe = { ...DEFAULT_RECIPE, output: { ...DEFAULT_RECIPE.output, presets: values.presets.split(',') } };
const signal = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), 'bench-pipeline-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const paths = positionals.length > 0 ? positionals : await corpus();
for (let round = 0; round < Number(values.rounds); round++) await measure();

async function corpus(): Promise<readonly string[]> {
  await writeCorpus(folder, Number(values.seed), Number(values.megabytes) * 1e6);
  return [folder];
}

async function measure(): Promise<void> {
  const { files } = await readPaths(paths);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const host = createNodeHost();
  const workspace = createWorkspace(host);
  const clock = createClock();
  workspace.addFiles(files);
  const summary = await clock.follow(workspace.run(recipe, signal));
  const built = await clock.follow(workspace.build(signal));
  await clock.follow(workspace.pack(signal));
  const { stages, wall, peak } = clock.stop();
  const total = [...stages.values()].reduce((sum, seconds) => sum + seconds, 0);
  const { train, validation } = summary.split;
  console.log(
    `${(bytes / 1e6).toFixed(1)} MB in, ${train.rows + validation.rows} rows of ${summary.stages[0]?.in ?? 0}, ${built.residual.length} residual findings`,
  );
  console.log('stage'.padEnd(14), 'CPU s'.padStart(8), 'MB/s'.padStart(9));
  const line = (name: string, seconds: number) =>
    console.log(name.padEnd(14), seconds.toFixed(2).padStart(8), (bytes / 1e6 / seconds).toFixed(1).padStart(9));
  for (const [name, seconds] of stages) line(name, seconds);
  line('build', total - (stages.get('pack') ?? 0));
  line('with pack', total);
  console.log(`wall ${wall.toFixed(1)} s, resident peak ${(peak / 2 ** 20).toFixed(0)} MiB\n`);
  await workspace.close();
  host.clear();
}

/** Processor time by the stage that a job says it is in. */
function createClock() {
  const stages = new Map<string, number>();
  const began = performance.now();
  let last = process.cpuUsage();
  let peak = 0;
  const took = (stage: string) => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    stages.set(stage, (stages.get(stage) ?? 0) + (user + system) / 1e6);
  };
  return {
    follow: async <T>(job: AsyncGenerator<Progress, T>): Promise<T> => {
      let stage = '';
      for (;;) {
        const { value, done } = await job.next();
        if (done) {
          took(stage);
          return value;
        }
        if (value.stage === stage) continue;
        if (stage !== '') took(stage);
        stage = value.stage;
        peak = Math.max(peak, process.memoryUsage.rss());
      }
    },
    stop: () => ({ stages, wall: (performance.now() - began) / 1000, peak: Math.max(peak, process.memoryUsage.rss()) }),
  };
}
