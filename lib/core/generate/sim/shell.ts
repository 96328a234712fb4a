import type { Command, InMemoryFs } from 'just-bash/browser';

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

/** The shell's jq repeats what JSON.parse said, and every engine and version says it otherwise: one wording for all. */
const sameEverywhere = (output: string): string =>
  output.replace(/^(jq: parse error: ).*$/gm, '$1Expected separator between values');

export function openShell({ Bash }: Library, host: ShellHost): Shell {
  const bash = new Bash({
    fs: host.fs,
    cwd: host.workspace,
    env: { HOME: host.home, USER: host.user, LANG: 'C.UTF-8', PATH: '/usr/local/bin:/usr/bin:/bin' },
    customCommands: [...host.commands],
    sleep: async () => {},
    executionLimits: { maxCommandCount: 20_000, maxLoopIterations: 20_000 },
  });
  return async (command, options = {}) => {
    const { stdout, stderr, exitCode } = await bash.exec(command, {
      cwd: options.cwd ?? host.workspace,
      ...(options.env ? { env: { ...options.env } } : {}),
    });
    return { stdout, stderr: sameEverywhere(stderr), exitCode };
  };
}
