import type { InMemoryFs } from 'just-bash/browser';
import type { Random } from '../../text/random.ts';
import { type Clock, startClock } from './clock.ts';
import { absent, printed, program } from './commands/command.ts';
import { curlCommand } from './commands/curl.ts';
import { dateCommand } from './commands/date.ts';
import type { Deed } from './deeds.ts';
import { type FileInit, openFiles } from './files.ts';
import type { Child } from './policy.ts';
import { loadShell, openShell, type Shell } from './shell.ts';
import { createWeb, type PageInit, type Web } from './web.ts';

export interface ChatLine {
  readonly channel: string;
  readonly target: string;
  readonly from: string;
  readonly text: string;
}

export interface JobInit {
  readonly name: string;
  readonly expr: string;
  readonly text: string;
}

export interface Job {
  readonly id: string;
  readonly name: string;
  readonly schedule: string;
  readonly payload: string;
}

/** All that makes one pretend world. File names that start with `~/` lie in the home folder, others in the workspace. */
export interface WorldInit {
  readonly user: string;
  readonly project: string;
  readonly files?: readonly (readonly [path: string, file: FileInit])[];
  readonly web?: readonly PageInit[];
  readonly chats?: readonly ChatLine[];
  readonly jobs?: readonly JobInit[];
  /** Commands that were run here before anybody asked for anything. */
  readonly before?: readonly string[];
  /** Programs that are not installed. */
  readonly absent?: readonly string[];
  /** Who answers a spawned task. */
  readonly children?: readonly Child[];
  /** Polls a background command needs before it is finished. */
  readonly slowPolls?: number;
  /** Commands that never finish in the background: what a command must end with. */
  readonly stuck?: readonly string[];
}

export interface Process {
  readonly id: string;
  readonly pid: number;
  readonly command: string;
  readonly output: string;
  readonly exitCode: number;
  pollsLeft: number;
  killed: boolean;
}

/** A world in use. It alone is mutable in a generation. */
export interface World {
  readonly init: WorldInit;
  readonly home: string;
  readonly workspace: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly fs: InMemoryFs;
  readonly shell: Shell;
  readonly web: Web;
  readonly deeds: Deed[];
  readonly jobs: Job[];
  readonly sent: ChatLine[];
  readonly processes: Process[];
  readonly runs: Map<string, { label: string; report: string; status: 'ok' | 'error' }>;
  /** Absolute form of a path as a tool would resolve it. */
  resolve(path: string): string;
  readText(path: string): Promise<string | undefined>;
}

export async function createWorld(init: WorldInit, random: Random): Promise<World> {
  const library = await loadShell();
  const clock = startClock(random);
  const home = `/home/${init.user}`;
  const workspace = `${home}/${init.project}`;
  const resolve = (path: string): string => {
    if (path === '~' || path.startsWith('~/')) return home + path.slice(1);
    return path.startsWith('/') ? path : fs.resolvePath(workspace, path);
  };
  const place = (path: string) => (path.startsWith('~/') ? home + path.slice(1) : `${workspace}/${path}`);
  const fs = openFiles(
    library.InMemoryFs,
    clock,
    (init.files ?? []).map(([path, file]) => [place(path), file] as const),
  );
  await fs.mkdir(workspace, { recursive: true });
  const web = createWeb(init.web ?? []);
  const deeds: Deed[] = [];
  const shell = openShell(library, {
    fs,
    home,
    user: init.user,
    workspace,
    commands: [
      dateCommand(clock),
      curlCommand(web, deeds),
      program('whoami', async () => printed(`${init.user}\n`)),
      program('hostname', async () => printed(`${init.project}.test\n`)),
      ...[...NOT_INSTALLED, ...(init.absent ?? [])].map(absent),
    ],
  });
  for (const command of init.before ?? []) await shell(command);
  return {
    init,
    home,
    workspace,
    clock,
    random,
    fs,
    shell,
    web,
    deeds,
    jobs: (init.jobs ?? []).map((job) => ({
      id: hexId(random, 8),
      name: job.name,
      schedule: job.expr,
      payload: job.text,
    })),
    sent: [...(init.chats ?? [])],
    processes: [],
    runs: new Map(),
    resolve,
    readText: async (path) => {
      const absolute = resolve(path);
      return (await fs.exists(absolute)) ? fs.readFile(absolute) : undefined;
    },
  };
}

/** The library knows these names, and that it has no such program in a browser; here they are simply absent. */
const NOT_INSTALLED = ['python', 'python3', 'node', 'sqlite3', 'tar', 'yq', 'gzip', 'gunzip', 'zcat', 'xan'] as const;

export const hexId = (random: Random, length: number): string =>
  Array.from({ length }, () => random.below(16).toString(16)).join('');

export function uuid(random: Random): string {
  const hex = hexId(random, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
