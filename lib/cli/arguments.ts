import { parseArgs } from 'node:util';
import { UsageError } from './exit.ts';

const OPTIONS = {
  out: { type: 'string' },
  recipe: { type: 'string' },
  synthetic: { type: 'string' },
  adversarial: { type: 'string' },
  seed: { type: 'string' },
  preset: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;
type Option = keyof typeof OPTIONS;

interface Syntax {
  readonly usage: string;
  readonly about: string;
  readonly options: readonly Option[];
  /** Fewest and most paths. */
  readonly paths: readonly [number, number];
}

export const SYNTAX = {
  build: {
    usage:
      'build [PATH...] --out FILE.zip|DIR [--recipe recipe.json] [--synthetic N] [--adversarial N] [--seed N] [--preset ID,...] [--json]',
    about: 'make a dataset of sessions, bundles, zips and generated episodes',
    options: ['out', 'recipe', 'synthetic', 'adversarial', 'seed', 'preset', 'json'],
    paths: [0, Number.POSITIVE_INFINITY],
  },
  inspect: {
    usage: 'inspect PATH... [--json]',
    about: 'tell what was recognised, damage, warnings and counts; builds nothing',
    options: ['json'],
    paths: [1, Number.POSITIVE_INFINITY],
  },
  redact: {
    usage: 'redact < {"id","text"} lines > {"id","text","findings"} lines',
    about: 'redact lines of standard input in order',
    options: [],
    paths: [0, 0],
  },
  generate: {
    usage: 'generate [--synthetic N] [--adversarial N] [--seed N] > rows',
    about: 'print generated episodes as canonical rows',
    options: ['synthetic', 'adversarial', 'seed', 'json'],
    paths: [0, 0],
  },
  verify: {
    usage: 'verify FILE.zip|DIR [--json]',
    about: 'check checksums, schema, counts, leakage and residual findings of a dataset',
    options: ['json'],
    paths: [1, 1],
  },
} as const satisfies Record<string, Syntax>;
export type Command = keyof typeof SYNTAX;

export interface Call {
  readonly command: Command;
  readonly paths: readonly string[];
  readonly out?: string;
  readonly recipe?: string;
  readonly synthetic?: number;
  readonly adversarial?: number;
  readonly seed?: number;
  readonly presets?: readonly string[];
  readonly json: boolean;
}

export const USAGE = [
  'Usage: openclaw-dataset COMMAND …',
  '',
  ...Object.values(SYNTAX).flatMap(({ usage, about }) => [`  ${usage}`, `      ${about}`]),
  '',
  'Exit codes: 0 done, 1 a check or gate said no (outputs are written all the same), 2 the call was wrong.',
  'With --json the last line of standard output is one JSON object; progress goes to standard error.',
].join('\n');

/** A call that can be carried out, or 'help' or 'version'. Throws a UsageError that says what to mend. */
export function readCall(argv: readonly string[]): Call | 'help' | 'version' {
  const [command, ...rest] = argv;
  if (command === undefined) throw new UsageError(`which command?\n\n${USAGE}`);
  if (argv.includes('--help') || argv.includes('-h') || command === 'help') return 'help';
  if (command === '--version') return 'version';
  if (!isCommand(command)) throw new UsageError(`there is no command "${command}"; --help lists them`);
  const syntax: Syntax = SYNTAX[command];
  const { values, positionals } = parseOrExplain(rest, syntax);
  const [fewest, most] = syntax.paths;
  if (positionals.length < fewest || positionals.length > most) throw new UsageError(`usage: ${syntax.usage}`);
  const count = (name: 'synthetic' | 'adversarial' | 'seed') => {
    const text = values[name];
    return text === undefined ? {} : { [name]: readWhole(name, text) };
  };
  const presets = values.preset?.flatMap((ids) => ids.split(',')).filter((id) => id !== '');
  return {
    command,
    paths: positionals,
    json: values.json === true,
    ...(values.out === undefined ? {} : { out: values.out }),
    ...(values.recipe === undefined ? {} : { recipe: values.recipe }),
    ...count('synthetic'),
    ...count('adversarial'),
    ...count('seed'),
    ...(presets === undefined ? {} : { presets }),
  };
}

const isCommand = (word: string): word is Command => Object.hasOwn(SYNTAX, word);

function parseOrExplain(args: readonly string[], { usage, options }: Syntax) {
  try {
    const parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
    const foreign = (Object.keys(parsed.values) as Option[]).find((name) => !options.includes(name));
    if (foreign) throw new UsageError(`--${foreign} means nothing here; usage: ${usage}`);
    return parsed;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${error.message}\nusage: ${usage}`);
    throw error;
  }
}

function readWhole(name: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new UsageError(`--${name} must be a whole number from 0, not "${text}"`);
  return value;
}
