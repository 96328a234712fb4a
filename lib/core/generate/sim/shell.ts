import type { Command, InMemoryFs, Bash as Shelled } from 'just-bash/browser';
import { asGnuSays, gnuPrograms } from './gnu.ts';

type Library = typeof import('just-bash/browser');

let library: Promise<Library> | undefined;

/** The shell is a megabyte of code: fetched when the first episode is made, once. */
export const loadShell = (): Promise<Library> => {
  library ??= import('just-bash/browser');
  return library;
};

export interface ShellResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface ShellOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export type Shell = (command: string, options?: Partial<ShellOptions>) => Promise<ShellResult>;

export interface ShellHost {
  readonly fs: InMemoryFs;
  readonly home: string;
  readonly user: string;
  readonly workspace: string;
  readonly commands: readonly Command[];
}

export function openShell({ Bash }: Library, host: ShellHost): Shell {
  const options = {
    fs: host.fs,
    cwd: host.workspace,
    env: { HOME: host.home, USER: host.user, LANG: 'C.UTF-8', PATH: '/usr/local/bin:/usr/bin:/bin' },
    sleep: async () => {},
    executionLimits: { maxCommandCount: 20_000, maxLoopIterations: 20_000 },
  };
  let plain: Shelled | undefined;
  const openPlain = (): Shelled => {
    plain ??= new Bash(options);
    return plain;
  };
  const bash = new Bash({ ...options, customCommands: [...gnuPrograms(openPlain), ...host.commands] });
  return async (command, options = {}) => {
    const { stdout, stderr, exitCode } = await bash.exec(command, {
      cwd: options.cwd ?? host.workspace,
      ...(options.env ? { env: { ...options.env } } : {}),
    });
    return { stdout, stderr: asGnuSays(stderr), exitCode };
  };
}
