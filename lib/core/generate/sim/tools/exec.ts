import type { JsonObject, ToolDefinition } from '../../../types.ts';
import type { ShellResult } from '../shell.ts';
import { hexId, type World } from '../world.ts';
import { field, object, type Tool, textArg } from './tool.ts';

const MAX_CHARS = 12_000;
const KEPT_CHARS = 5_000;
const NAMES = ['amber', 'brisk', 'calm', 'deep', 'fresh', 'gentle', 'lucky', 'mellow', 'quick', 'tidy'] as const;
const PLACES = [
  'atlas',
  'bloom',
  'canyon',
  'falcon',
  'harbor',
  'lagoon',
  'meadow',
  'reef',
  'summit',
  'willow',
] as const;

export const exec: Tool = {
  definition: {
    name: 'exec',
    description:
      'Run shell and wait for completion. TTY CLI/UI/coding agent: pty=true. Quote arguments containing shell metacharacters, including URL query strings with `?` or `&`.',
    parameters: object(
      {
        title: {
          type: 'string',
          maxLength: 120,
          description: 'Every call: short purpose; never claim success. No secrets.',
        },
        command: field.text('Shell command.'),
        workdir: field.text('Omit/empty string: default; whitespace-only invalid.'),
        env: {
          type: 'object',
          patternProperties: { '^.*$': { type: 'string' } },
          description: 'Literal overrides; no expansion. Omit to inherit.',
        },
        timeoutSeconds: field.number('Process lifetime in seconds; 0 disables.'),
        pty: field.flag('PTY for TTY-required CLIs/coding agents.'),
        elevated: field.flag('Host elevation if allowed.'),
        host: {
          ...field.choice(['auto', 'sandbox', 'gateway', 'node']),
          description: 'Omit/auto: inherit configured host.',
        },
        ask: field.text(
          'Requests stricter approvals under tools.exec.mode and host policy; channel-origin calls cannot override host ask=off.',
        ),
        node: field.text('Node id/name for host=node.'),
      },
      ['command'],
    ),
  },
  async run(args, world) {
    const result = await world.shell(textArg(args, 'command'), {
      ...(args.workdir ? { cwd: world.resolve(textArg(args, 'workdir')) } : {}),
      ...(args.env ? { env: stringsOf(args.env as JsonObject) } : {}),
    });
    if (args.background === true) return startProcess(textArg(args, 'command'), result, world);
    return { text: renderExec(result) };
  },
};

const { description, parameters } = exec.definition;

/** As it is offered beside `process`. */
export const execBesideProcess: ToolDefinition = {
  name: 'exec',
  description: `${description} background=true continues in the background; use process for follow-up.`,
  parameters: {
    ...parameters,
    properties: {
      ...(parameters.properties as JsonObject),
      yieldMs: field.number('Milliseconds to wait before backgrounding (default 10000)'),
      background: field.flag('Run in background immediately'),
    },
  },
};

function startProcess(command: string, result: ShellResult, world: World) {
  const id = newSessionId(world);
  const pid = 1000 + Number.parseInt(hexId(world.random, 4), 16);
  world.processes.push({
    id,
    pid,
    command,
    output: joined(result),
    exitCode: result.exitCode,
    pollsLeft: world.init.stuck?.some((end) => command.endsWith(end))
      ? Number.POSITIVE_INFINITY
      : (world.init.slowPolls ?? 1),
    killed: false,
  });
  return {
    text: `Command still running (session ${id}, pid ${pid}). Use process (list/poll/log/write/kill/clear/remove) for follow-up.`,
  };
}

function newSessionId(world: World): string {
  for (;;) {
    const id = `${world.random.pick(NAMES)}-${world.random.pick(PLACES)}`;
    if (!world.processes.some((one) => one.id === id)) return id;
  }
}

const joined = ({ stdout, stderr }: ShellResult): string => `${stdout}${stderr}`.trimEnd();

export function renderExec(result: ShellResult): string {
  const output = clip(joined(result)) || '(no output)';
  return result.exitCode === 0 ? output : `${output}\n\n(Command exited with code ${result.exitCode})`;
}

const clip = (text: string): string =>
  text.length <= MAX_CHARS
    ? text
    : `${text.slice(0, KEPT_CHARS)}\n\n[... ${text.length - 2 * KEPT_CHARS} characters omitted, showing head and tail ...]\n\n${text.slice(-KEPT_CHARS)}`;

const stringsOf = (object: JsonObject): Record<string, string> =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, String(value)]));
