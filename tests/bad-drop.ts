import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from '../lib/core/formats/testing/zips.ts';

interface BadFile {
  readonly name: string;
  readonly bytes: () => Uint8Array | string;
  /** Part of the sentence that tells a person; '' where nothing has to be said. */
  readonly says: string;
  /** Sessions that are read all the same. */
  readonly sessions: number;
}

const header = (id: string): string =>
  `${JSON.stringify({ type: 'session', version: 3, id, timestamp: '2026-01-01T00:00:00Z', cwd: '/srv' })}\n`;

/** One turn with words of its own, so that no two sessions are duplicates. */
const turn = (word: string): string =>
  [
    {
      type: 'message',
      id: 'q',
      parentId: null,
      message: { role: 'user', content: `Where did the ${word} go after the storm?` },
    },
    {
      type: 'message',
      id: 'a',
      parentId: 'q',
      message: {
        role: 'assistant',
        content: [{ type: 'text', text: `The ${word} is back on its shelf in the hall.` }],
        stopReason: 'stop',
      },
    },
  ]
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('');

const session = (word: string): string => header(word) + turn(word);
const LONG_LINE_BYTES = 200 * 2 ** 20;

function longLine(): Uint8Array {
  const before = Buffer.from(`${session('ladder')}{"type":"message","text":"`);
  const bytes = Buffer.alloc(before.length + LONG_LINE_BYTES, 'a');
  before.copy(bytes);
  return bytes;
}

/** What people drop by accident or on purpose, each with what they must be told. The good session must come out of it. */
export const BAD_DROP: readonly BadFile[] = [
  { name: 'good.jsonl', bytes: () => session('kettle'), says: '', sessions: 1 },
  { name: 'empty.jsonl', bytes: () => '', says: 'is empty', sessions: 0 },
  {
    name: 'junk.bin',
    bytes: () => Uint8Array.from({ length: 4096 }, (_, at) => (at * 197) % 256),
    says: 'not text',
    sessions: 0,
  },
  {
    name: 'cut.jsonl',
    bytes: () => `${session('lantern')}{"type":"message","id":"x","pare`,
    says: 'cut off',
    sessions: 1,
  },
  { name: 'long-line.jsonl', bytes: longLine, says: 'beyond the length limit', sessions: 1 },
  { name: 'mark.jsonl', bytes: () => `\ufeff${session('compass')}`, says: '', sessions: 1 },
  { name: 'crlf.jsonl', bytes: () => session('blanket').replaceAll('\n', '\r\n'), says: '', sessions: 1 },
  {
    name: 'bytes.jsonl',
    bytes: () => Buffer.from(session('bucket').replace('storm', 'st\xffrm'), 'latin1'),
    says: 'not UTF-8',
    sessions: 1,
  },
  {
    name: 'half-pair.jsonl',
    bytes: () => session('mirror').replace('storm', 'st\\ud800rm'),
    says: 'Halves of Unicode pairs',
    sessions: 1,
  },
  { name: 'headless.jsonl', bytes: () => turn('candle'), says: 'no header', sessions: 1 },
  {
    name: 'deep.jsonl',
    bytes: () =>
      `${session('anchor')}{"type":"message","id":"x","message":${'['.repeat(10_000)}${']'.repeat(10_000)}}\n`,
    says: 'nested beyond',
    sessions: 1,
  },
  {
    name: 'proto.jsonl',
    bytes: () => session('basket').replaceAll('"role"', '"__proto__":{"polluted":true},"role"'),
    says: '',
    sessions: 1,
  },
  {
    name: 'twins.jsonl',
    bytes: () => session('hammer') + turn('hammer').replaceAll('storm', 'flood'),
    says: 'share an id',
    sessions: 1,
  },
  {
    name: 'circle.jsonl',
    bytes: () => session('pulley').replace('"parentId":null', '"parentId":"a"'),
    says: 'parent',
    sessions: 1,
  },
  {
    name: 'bomb.zip',
    bytes: () => zip([{ name: 'big.jsonl', data: '0'.repeat(64 * 2 ** 20) }]),
    says: 'far more than it should',
    sessions: 0,
  },
  {
    name: 'climbing.zip',
    bytes: () =>
      zip([
        { name: '../../etc/rows.jsonl', data: session('a') },
        { name: '/root/rows.jsonl', data: session('b') },
      ]),
    says: 'points outside',
    sessions: 0,
  },
  {
    name: 'locked.zip',
    bytes: () => zip([{ name: 's.jsonl', data: session('c'), encrypted: true }]),
    says: 'password',
    sessions: 0,
  },
  {
    name: 'nested.zip',
    bytes: () => zip([{ name: 'inner.zip', data: zip([{ name: 'in.jsonl', data: session('whistle') }]) }]),
    says: '',
    sessions: 1,
  },
];

export function writeBadDrop(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of BAD_DROP) writeFileSync(join(folder, name), bytes());
  return folder;
}
