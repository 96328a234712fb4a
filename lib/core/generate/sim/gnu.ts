import type { Bash, Command, CommandContext, ExecResult } from 'just-bash/browser';
import { program } from './commands/command.ts';

/**
 * The shell's own wording where it is not that of the programs on people's machines. Each line was compared with what bash 5,
 * coreutils 9, jq 1.7 and mawk 1.3 print for the same command over the same files.
 */
const WORDINGS: readonly (readonly [said: RegExp, really: string])[] = [
  [/^bash: (?!line \d|-c:)/gm, 'bash: line 1: '],
  [/^(head|tail): ([^'\n]+): (No such file or directory|Permission denied)$/gm, "$1: cannot open '$2' for reading: $3"],
  [/^ls: ([^'\n]+): No such file or directory$/gm, "ls: cannot access '$1': No such file or directory"],
  [/^sort: ([^'\n]+): No such file or directory$/gm, 'sort: cannot read: $1: No such file or directory'],
  [/^stat: cannot stat '/gm, "stat: cannot statx '"],
  [/^awk: ([^(\n]+): No such file or directory$/gm, 'awk: cannot open $1 (No such file or directory)'],
  [/^jq: ([^:\n]+): No such file or directory$/gm, 'jq: error: Could not open file $1: No such file or directory'],
];

export const asGnuSays = (stderr: string): string =>
  WORDINGS.reduce((text, [said, really]) => text.replace(said, really), stderr);

type Reshape = (
  result: ExecResult,
  args: readonly string[],
  context: CommandContext,
) => ExecResult | Promise<ExecResult>;

const RESHAPED: Readonly<Record<string, Reshape>> = {
  awk: (result) => (/cannot open|No such file/.test(result.stderr) ? { ...result, exitCode: 2 } : result),
  // A search through a folder that is not there says so.
  grep: async (result, args, { fs, cwd }) => {
    if (!args.some((arg) => /^-\w*[rR]/.test(arg))) return result;
    const [, ...paths] = args.filter((arg) => !arg.startsWith('-'));
    const there = await Promise.all(paths.map((path) => fs.exists(fs.resolvePath(cwd, path))));
    const gone = paths.filter((path, at) => !there[at] && !result.stderr.includes(path));
    if (gone.length === 0) return result;
    const stderr = gone.map((path) => `grep: ${path}: No such file or directory\n`).join('');
    return { ...result, stderr: result.stderr + stderr, exitCode: 2 };
  },
  // Counts stand in seven columns.
  uniq: (result, args) =>
    args.some((arg) => /^-\w*c|^--count$/.test(arg))
      ? { ...result, stdout: result.stdout.replace(/^ *(\d+) /gm, (_, count: string) => `${count.padStart(7)} `) }
      : result,
  // Named files stand one a line; blank lines part folders alone.
  ls: (result) => (/:$/m.test(result.stdout) ? result : { ...result, stdout: result.stdout.replace(/\n{2,}/g, '\n') }),
  // The shell repeats what JSON.parse said, and every engine says it otherwise.
  jq: async (result, args, { fs, cwd, stdin }) => {
    if (!result.stderr.startsWith('jq: parse error')) return result;
    const path = fs.resolvePath(cwd, args.at(-1) ?? '');
    const text = args.length > 1 && (await fs.exists(path)) ? await fs.readFile(path) : String(stdin);
    return { ...result, stderr: `jq: parse error: Expected separator between values${placeOfBreak(text)}\n` };
  },
};

/** Where a value follows a value, as jq counts: after the second of them. */
function placeOfBreak(json: string): string {
  let afterValue = false;
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const isValue = !/^[}\],:]$/.test(token);
    if (afterValue && isValue) {
      const before = json.slice(0, index + token.length).split('\n');
      return ` at line ${before.length}, column ${before.at(-1)?.length}`;
    }
    afterValue = !/^[{[,:]$/.test(token);
  }
  return '';
}

/** Programs of the shell, printing as people know them. They run in a second shell over the same files. */
export const gnuPrograms = (plain: () => Bash): Command[] =>
  Object.entries(RESHAPED).map(([name, reshape]) =>
    program(name, async (args, context) => {
      const { cwd, stdin } = context;
      const { stdout, stderr, exitCode } = await plain().exec(name, {
        args,
        cwd,
        stdin: String(stdin),
        stdinKind: 'bytes',
      });
      return reshape({ stdout, stderr, exitCode }, args, context);
    }),
  );
