import { createRandom } from '../../../lib/core/text/random.ts';
import type { Episode, JsonObject, JsonValue, Message } from '../../../lib/core/types.ts';
import { drawFrom, type Kind } from './kind.ts';

export interface Planted extends Kind {
  readonly text: string;
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const isOneLine = (text: string): boolean => !text.includes('\n');
const isFileName = (text: string): boolean => /^[\w.@+-]{4,120}$/.test(text);
const header = (key: string): string =>
  key
    .toLowerCase()
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('-');
const yaml = ({ key, text }: Planted): string =>
  isOneLine(text)
    ? `  ${key.toLowerCase()}: ${/^[\w./+-]+$/.test(text) ? text : `'${text}'`}`
    : `  ${key.toLowerCase()}: |\n${text.replace(/^/gm, '    ')}`;

const result = (text: string, name: string, id: string): Message => ({
  role: 'tool',
  name,
  toolCallId: id,
  content: [{ type: 'text', text }],
  weight: 0,
});
const said = (role: 'system' | 'user' | 'assistant', text: string): Message => ({
  role,
  content: [{ type: 'text', text }],
  weight: role === 'assistant' ? 1 : 0,
});

/** The places, each with what can stand there. */
export const PLACES: Readonly<Record<string, (planted: Planted) => boolean>> = {
  system: isOneLineOf,
  user: () => true,
  assistant: isOneLineOf,
  reasoning: isOneLineOf,
  argument: () => true,
  'argument-key': ({ plain, text }) => plain === true && isOneLine(text),
  command: isOneLineOf,
  'result-env': () => true,
  'result-json': () => true,
  'result-yaml': () => true,
  'result-headers': isOneLineOf,
  'result-cli': isOneLineOf,
  title: isOneLineOf,
  schema: isOneLineOf,
  'file-name': ({ plain, text }) => plain === true && isFileName(text),
};

function isOneLineOf({ text }: Planted): boolean {
  return isOneLine(text);
}

const FILLER = [
  'The build passed on the second run; the first one failed because the lock file was older than the manifest.',
  'I looked at the folder and found three modules that nobody imports any more.',
  'The page renders in about two hundred milliseconds, most of it spent in the table.',
  'Please keep the names as they are and only change the order of the steps.',
  'Tests for the parser cover empty input, one line, many lines and a missing newline at the end.',
  'function total(rows) {\n  return rows.reduce((sum, row) => sum + row.price * row.count, 0);\n}',
  'drwxr-xr-x  4 root root  4096 Mar  3 10:15 src\n-rw-r--r--  1 root root   812 Mar  3 10:15 README.md',
  'The rate limit resets every minute, so the importer waits and tries again at most five times.',
];

/** What is planted in the places of one session; nothing for the bare one. */
export function buildEpisode(seed: number, index: number, at: ReadonlyMap<string, readonly Planted[]>): Episode {
  const draw = drawFrom(createRandom(seed, `planted/${index}/filler`));
  const filler = (count: number): string => Array.from({ length: count }, () => draw.pick(FILLER)).join('\n');
  const write = (place: string, line: (planted: Planted) => string): string =>
    (at.get(place) ?? []).map((planted) => `\n${line(planted)}`).join('');
  const entries = (place: string): [string, JsonValue][] =>
    (at.get(place) ?? []).map((planted, n) => [`${planted.key}${n > 0 ? `_${n}` : ''}`, planted.text]);
  const messages: Message[] = [
    said(
      'system',
      `You are an assistant that runs tools on the person's machine.\n${filler(4)}${write('system', (p) => `- ${p.label}: ${p.text}`)}`,
    ),
    said(
      'user',
      `${filler(1)}${write('user', (p) => `${draw.pick(['The', 'By the way, the', 'Note that my'])} ${p.label} is ${p.text}`)}\nCan you look into it?`,
    ),
  ];
  const call = (name: string, args: JsonObject, text: string, reasoning?: string): void => {
    const id = `call_${draw.token(24)}`;
    messages.push(
      {
        ...said('assistant', filler(1)),
        ...(reasoning !== undefined && { reasoning }),
        toolCalls: [{ id, name, arguments: args }],
      },
      result(text, name, id),
    );
  };
  call(
    'read',
    { path: 'settings/.env' },
    `NODE_ENV=production${write('result-env', (p) => `${p.key.toUpperCase()}=${isOneLine(p.text) && !/\s/.test(p.text) ? p.text : `"${escaped(p.text)}"`}`)}\nPORT=3000\n`,
    `${filler(1)}${write('reasoning', (p) => `They gave the ${p.label} as ${p.text}, so I can go on.`)}`,
  );
  call(
    'http',
    {
      method: 'POST',
      body: { retries: 3, settings: Object.fromEntries(entries('argument')) },
      seen: Object.fromEntries((at.get('argument-key') ?? []).map((p, n) => [p.text, n])),
    },
    JSON.stringify(
      { ok: true, data: { page: 1, ...Object.fromEntries(entries('result-json')) } },
      null,
      index % 2 === 0 ? 2 : 0,
    ),
  );
  call(
    'exec',
    { command: `cd /app && ls${write('command', (p) => `export ${p.key.toUpperCase()}='${p.text}'`)}` },
    `total 48\n${filler(2)}${write('result-cli', (p) => `  ${p.label.padEnd(24)} ${p.text}`)}\ndone in 3.2 s`,
  );
  call(
    'exec',
    { command: 'cat config.yaml' },
    `service:\n  replicas: 2${write('result-yaml', yaml)}\n  debug: false\n`,
  );
  call(
    'exec',
    { command: 'curl -sv https://shop.example/status' },
    `> GET /status HTTP/1.1${write('result-headers', (p) => `> ${header(p.key)}: ${p.text}`)}\n< HTTP/1.1 200 OK\n< Content-Type: application/json\n`,
  );
  call('exec', { command: 'ls -1 out' }, `index.html${write('file-name', (p) => `out/${p.text}.txt`)}\nmain.css`);
  messages.push(
    said(
      'assistant',
      `${filler(2)}${write('assistant', (p) => `I used the ${p.label} ${p.text} for this.`)}\nAll steps are done.`,
    ),
  );
  const title = (at.get('title') ?? []).map((p) => `, ${p.label} ${p.text}`).join('');
  const [first] = at.get('file-name') ?? [];
  return {
    id: `planted-${index}`,
    origin: 'real',
    harness: 'openclaw',
    sessionId: `planted-${index}`,
    groupKey: `planted-${index}`,
    kind: 'task',
    title: `Look into the shop${title}`,
    outcome: 'success',
    tags: [],
    messages,
    tools: [
      {
        name: 'exec',
        description: `Runs a command.${write('schema', (p) => `The ${p.label} is ${p.text}`)}`,
        parameters: {
          type: 'object',
          properties: Object.fromEntries(
            (at.get('schema') ?? []).map((p, n) => [
              `${p.key}${n > 0 ? `_${n}` : ''}`,
              { type: 'string', default: p.text },
            ]),
          ),
        },
      },
    ],
    damage: {},
    provenance: { path: `sessions/${first?.text ?? 'main'}.jsonl`, line: 1, parser: 'openclaw-session/3' },
  };
}
