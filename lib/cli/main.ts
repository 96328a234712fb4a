import { readFileSync } from 'node:fs';
import { type Call, type Command, readCall, USAGE } from './arguments.ts';
import { EXIT, type Exit, UsageError } from './exit.ts';
import { print, tell } from './terminal.ts';

type Carry = (call: Call, signal: AbortSignal) => Promise<Exit>;

/** Loaded when asked for: redacting needs no generators, and a wrong call is told at once. */
const COMMANDS: Readonly<Record<Command, () => Promise<Carry>>> = {
  build: async () => (await import('./commands/build.ts')).build,
  inspect: async () => (await import('./commands/inspect.ts')).inspect,
  redact: async () => (await import('./commands/redact.ts')).redact,
  generate: async () => (await import('./commands/generate.ts')).generate,
  verify: async () => (await import('./commands/verify.ts')).verify,
};

/** Carries out one call; resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<Exit> {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  process.once('SIGTERM', () => controller.abort());
  // Whoever reads our output may have seen enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.refused),
  );
  try {
    return await run(argv, controller.signal);
  } catch (error) {
    if (controller.signal.aborted) {
      tell('stopped');
      return EXIT.interrupted;
    }
    if (error instanceof UsageError) {
      tell(error.message);
      return EXIT.wrongCall;
    }
    tell(`failed: ${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error)}`);
    return EXIT.refused;
  }
}

async function run(argv: readonly string[], signal: AbortSignal): Promise<Exit> {
  const call = readCall(argv);
  if (call === 'help') {
    await print(USAGE);
    return EXIT.done;
  }
  if (call === 'version') {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    await print(manifest.version);
    return EXIT.done;
  }
  const carry = await COMMANDS[call.command]();
  return carry(call, signal);
}
