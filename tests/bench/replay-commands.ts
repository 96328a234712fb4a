/**
 * Runs the commands of generated episodes again with this machine's own bash and programs, over the same files, and prints where
 * the simulated result reads otherwise. `npx tsx tests/bench/replay-commands.ts --seeds 1,2,3` (Linux with GNU coreutils, jq and awk;
 * as root it gives up its rights first, so that closed files stay closed). Differences that
 * remain are no fault: folder order is the machine's own, and a window after a compaction does not show what was done before it.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { TWINS } from '../../lib/core/generate/attacks/twins/twins.ts';
import { makeEpisode } from '../../lib/core/generate/episode.ts';
import type { Scenario } from '../../lib/core/generate/scenarios/scenario.ts';
import { SCENARIOS } from '../../lib/core/generate/scenarios/scenarios.ts';
import { renderExec } from '../../lib/core/generate/sim/tools/exec.ts';
import type { WorldInit } from '../../lib/core/generate/sim/world.ts';
import { createRandom } from '../../lib/core/text/random.ts';
import type { Episode, JsonObject } from '../../lib/core/types.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1,2,3' } } });
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
/** What only the simulated world has: its clock, its web, its names. */
const WORLDLY = /\bdate\b|curl|hostname|whoami/;

interface Machine {
  readonly root: string;
  place(path: string, text: string, mode?: number): void;
  text(path: string): string;
  run(command: string): string;
}

function openMachine({ user, project, files = [], before = [] }: WorldInit): Machine {
  const root = mkdtempSync(join(tmpdir(), 'replay-'));
  const home = join(root, 'home', user);
  const workspace = join(home, project);
  const pathOf = (path: string) => (path.startsWith('~/') ? join(home, path.slice(2)) : join(workspace, path));
  const own = (path: string) => {
    for (let at = path; isRoot && at.length >= root.length; at = dirname(at)) chownSync(at, NOBODY, NOBODY);
  };
  const machine: Machine = {
    root,
    place(path, text, mode) {
      const at = pathOf(path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, text);
      if (mode !== undefined) chmodSync(at, mode);
      own(at);
    },
    text: (path) => readFileSync(pathOf(path), 'utf8'),
    run(command) {
      const { stdout, stderr, status } = spawnSync('bash', ['-c', command], {
        cwd: workspace,
        env: { NODE_ENV: 'test', HOME: home, USER: user, LANG: 'C.UTF-8', PATH: '/usr/local/bin:/usr/bin:/bin' },
        encoding: 'utf8',
        ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
      });
      return renderExec({ stdout, stderr, exitCode: status ?? 1 }).replaceAll(root, '');
    },
  };
  mkdirSync(workspace, { recursive: true });
  own(workspace);
  for (const [path, file] of files)
    if (typeof file === 'string') machine.place(path, file);
    else machine.place(path, file.text, file.mode === 'script' ? 0o755 : 0);
  for (const command of before) machine.run(command);
  return machine;
}

const textOf = ({ content }: Episode['messages'][number]): string =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('');

/** What the program did outside the shell is done here as well, so that later commands find it. */
function redo(machine: Machine, name: string, args: JsonObject) {
  const path = String(args.path);
  if (name === 'write') machine.place(path, String(args.content));
  if (name === 'edit')
    machine.place(
      path,
      (args.edits as { oldText: string; newText: string }[]).reduce(
        (text, { oldText, newText }) => text.replace(oldText, () => newText),
        machine.text(path),
      ),
    );
}

let same = 0;
const different: { scenario: string; command: string; simulated: string; real: string }[] = [];

async function replay(scenario: Scenario, seed: number) {
  const as = SCENARIOS.includes(scenario) ? 'synthetic' : 'adversarial';
  const { episode } = await makeEpisode(scenario, { seed, index: 0, language: 'en' }, as);
  const { world } = scenario.prepare(createRandom(seed, `${scenario.session}/0/setting`), 'en', 0);
  if (world.absent) return;
  const machine = openMachine(world);
  for (const { id, name, arguments: args } of episode.messages.flatMap(({ toolCalls = [] }) => toolCalls)) {
    const result = episode.messages.find(({ role, toolCallId }) => role === 'tool' && toolCallId === id);
    const simulated = result ? textOf(result) : '';
    if (simulated.startsWith('Successfully')) redo(machine, name, args);
    const command = String(args.command);
    if (name !== 'exec' || args.background || WORLDLY.test(command) || simulated.startsWith('[trimmed')) continue;
    const real = machine.run(command);
    if (real === simulated) same += 1;
    else different.push({ scenario: scenario.id, command, simulated, real });
  }
  rmSync(machine.root, { recursive: true, force: true });
}

for (const scenario of [...SCENARIOS, ...TWINS.map((twin) => twin.scenario)])
  for (const seed of values.seeds.split(',').map(Number)) await replay(scenario, seed);
console.log(JSON.stringify({ seeds: values.seeds, same, different }, null, 2));
