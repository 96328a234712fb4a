import { type Draw, join, type Kind } from './kind.ts';

const WORDS = ['harbor', 'window', 'yellow', 'basket', 'garden', 'silver', 'mirror', 'candle', 'forest', 'marble'];
const words = (d: Draw, count: number): string => Array.from({ length: count }, () => d.pick(WORDS)).join(' ');
const date = (d: Draw): string => `2026-0${1 + d.below(9)}-${10 + d.below(18)}`;
const uuid = (draw: Draw): string => `${draw.hex(8)}-${draw.hex(4)}-4${draw.hex(3)}-b${draw.hex(3)}-${draw.hex(12)}`;

export const LOOK_ALIKES: readonly Kind[] = [
  { kind: 'uuid', key: 'request_id', label: 'request', plain: true, make: uuid },
  { kind: 'git-hash', key: 'commit', label: 'commit', plain: true, make: (d) => d.hex(40) },
  {
    kind: 'git-hash-short',
    key: 'commit',
    label: 'commit',
    plain: true,
    make: (d) => `${d.from('abcdef', 1)}${d.hex(6)}`,
  },
  { kind: 'sri-hash', key: 'integrity', label: 'integrity', plain: true, make: (d) => `sha512-${btoa(d.token(64))}` },
  { kind: 'sha256-digest', key: 'digest', label: 'image', plain: true, make: (d) => `sha256:${d.hex(64)}` },
  {
    kind: 'version-4-part',
    key: 'version',
    label: 'version',
    make: (d) => `${100 + d.below(30)}.0.${1000 + d.below(6000)}.${10 + d.below(200)}`,
  },
  {
    kind: 'env-read',
    key: 'apiKey',
    label: 'key comes from',
    make: (d) =>
      `process.env.${d.pick(['PAYMENTS', 'SEARCH', 'MAPS', 'BILLING'])}_${d.pick(['API_KEY', 'SECRET', 'TOKEN'])}`,
  },
  {
    kind: 'stand-in',
    key: 'API_KEY',
    label: 'key',
    make: (d) =>
      d.pick([join('YOUR', '_API_KEY_HERE'), '<your-api-key>', 'your-token-here', 'changeme', 'xxxxxxxxxxxxxxxx']),
  },
  {
    kind: 'shell-variable',
    key: 'PASSWORD',
    label: 'password',
    make: (d) => `\${${d.pick(['SHOP', 'MAIL', 'QUEUE'])}_PASSWORD}`,
  },
  {
    kind: 'forge-url',
    key: 'repository',
    label: 'repository',
    plain: true,
    make: (d) =>
      `https://github.com/${d.pick(['openclaw', 'vercel', 'nodejs'])}/${d.pick(WORDS)}-${d.pick(WORDS)}/blob/${d.hex(40)}/src/index.ts`,
  },
  {
    kind: 'tool-call-id',
    key: 'tool_call_id',
    label: 'call',
    plain: true,
    make: (d) => d.pick([join('call', '_', d.token(24)), join('toolu', '_01', d.token(22))]),
  },
  { kind: 'number-13-digits', key: 'timestamp', label: 'sequence', plain: true, make: (d) => `17${d.digits(11)}` },
  {
    kind: 'iso-time',
    key: 'updated_at',
    label: 'time',
    plain: true,
    make: (d) => `${date(d)}T1${d.below(10)}:2${d.below(10)}:3${d.below(10)}.${d.digits(3)}Z`,
  },
  { kind: 'base64-words', key: 'body', label: 'body', make: (d) => btoa(`${words(d, 5)}.`) },
  {
    kind: 'package',
    key: 'package',
    label: 'package',
    plain: true,
    make: (d) => `@${d.pick(WORDS)}-labs/${d.pick(WORDS)}-tokenizer@${d.below(9)}.${d.below(30)}.${d.below(9)}`,
  },
  {
    kind: 'code',
    key: 'snippet',
    label: 'line',
    plain: true,
    make: (d) =>
      d.pick([
        `const token = tokenizer.apply(${d.pick(WORDS)}, { padding: true });`,
        `const password = await prompt('${d.pick(WORDS)}');`,
        `if (!secretKey) throw new ${d.pick(['Type', 'Range'])}Error('no ${d.pick(WORDS)}');`,
      ]),
  },
  { kind: 'loopback', key: 'host', label: 'address', plain: true, make: (d) => `127.0.0.1:${3000 + d.below(6000)}` },
];
