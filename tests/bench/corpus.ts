/**
 * A seeded corpus for the benches: episodes of 32 kB on average, one a line, as agents leave them. Of the lines 29 % hold
 * something beyond Latin-1, 10 % are exact copies under new ids, 12 % copies with 1 to 10 % of the words changed, 8 % forks
 * of an earlier beginning; 0.2 invented secrets an episode. Its text is that of the documentation and sources of the
 * installed packages. `npx tsx tests/bench/corpus.ts FOLDER --megabytes 100 --seed 7`
 */

import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createRandom, type Random } from '../../lib/core/text/random.ts';

interface Message {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  readonly reasoning_content?: string;
  readonly tool_call_id?: string;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly type: 'function';
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
}

const PROSE = [
  'fast-check',
  'semver',
  'picomatch',
  'enhanced-resolve',
  'undici',
  'diff',
  'tapable',
  'zustand',
  'comlink',
];
const SOURCES = [
  'node_modules/typescript/lib/lib.dom.d.ts',
  'node_modules/react/cjs/react.development.js',
  'node_modules/zod/v4/core/schemas.js',
  'node_modules/comlink/dist/esm/comlink.mjs',
  'node_modules/@zip.js/zip.js/lib/core/zip-reader.js',
  'node_modules/re2js/build/index.esm.js',
  'package-lock.json',
];
const BEYOND_LATIN = [
  '请检查日志并修复失败的测试。配置文件在项目目录中。',
  'Проверь журнал и исправь ошибку в сборке, пожалуйста.',
  'ログを確認して、失敗したテストを直してください。',
  'Готово ✅ — все проверки прошли, ветка обновлена 🚀.',
  '빌드가 실패했습니다. 의존성을 다시 설치해 주세요.',
  'Καλημέρα, δες το αρχείο ρυθμίσεων και πες μου τι λείπει.',
];
const SYSTEM =
  'You are a personal assistant running inside OpenClaw. Act in this turn, check facts live, show evidence. ';
const SHARE = { beyondLatin: 0.29, copy: 0.1, near: 0.12, fork: 0.08, secrets: 0.2 };
const MEAN_UNITS = 20_000;
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789';

const readLinesOf = (path: string): readonly string[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.length < 400)
    : [];

/** Put together at run time, so that no scanner takes this file for a leak. */
function secretFrom(random: Random): string {
  const drawn = (length: number) => Array.from({ length }, () => ALPHABET[random.below(ALPHABET.length)]).join('');
  return random.pick([
    () => `export GITHUB_TOKEN=${'gh'}p_${drawn(36)}`,
    () => `OPENAI_API_KEY="${'sk'}-proj-${drawn(48)}"`,
    () => `the password for the box is ${drawn(14)}`,
    () => `curl -H 'Authorization: Bearer ${drawn(40)}' https://api.shop.example/v1/orders`,
    () => `postgres://app:${drawn(16)}@db.shop.example:5432/app`,
    () => `contact ${drawn(5).toLowerCase()}.${drawn(6).toLowerCase()}@shop.example for access`,
  ])();
}

function* corpusLines(seed: number, bytes: number): Generator<string> {
  const random = createRandom(seed, 'corpus');
  const sources = SOURCES.flatMap(readLinesOf);
  const prose = PROSE.flatMap((name) => readLinesOf(`node_modules/${name}/README.md`)).filter(
    (line) => line.length > 30,
  );
  const block = (lines: readonly string[], count: number): string => {
    const from = random.below(Math.max(1, lines.length - count));
    return lines.slice(from, from + count).join('\n');
  };
  const sentence = (): string => random.pick(prose);
  const tools = toolsOf(sentence);
  const systems = [1, 2, 3].map((n) => SYSTEM.repeat(n * 4) + block(prose, n * 12));
  const kept: (readonly Message[])[] = [];
  let made = 0;
  let count = 0;
  const id = (): string => `call_${(random.next() * 2 ** 52).toString(36)}`;

  const logLines = (lines: number): string =>
    Array.from({ length: lines }, (_, n) => {
      const at = `2026-11-${String(1 + random.below(28)).padStart(2, '0')}T10:${String(n % 60).padStart(2, '0')}:07.${100 + random.below(900)}Z`;
      return `${at} ${random.pick(['INFO', 'DEBUG', 'WARN'])} [${random.pick(['api', 'worker', 'db'])}] ${sentence().slice(0, 60)} took=${random.below(900)}ms id=${random.below(1e6)}`;
    }).join('\n');
  const listing = (lines: number): string =>
    Array.from(
      { length: lines },
      () =>
        `-rw-r--r-- 1 user user ${String(random.below(99_999)).padStart(6)} Nov ${10 + random.below(18)} 10:${10 + random.below(49)} ${sentence().split(' ')[0]}.ts`,
    ).join('\n');
  const asJson = (items: number): string =>
    JSON.stringify(
      Array.from({ length: items }, (_, n) => ({
        id: n,
        title: sentence(),
        done: n % 2 === 0,
        score: random.below(1000) / 10,
      })),
      null,
      2,
    );
  const result = (): string => {
    const kind = random.below(10);
    if (kind < 5) return block(sources, 10 + random.below(90));
    if (kind < 7) return logLines(5 + random.below(40));
    return kind < 9 ? asJson(2 + random.below(12)) : listing(4 + random.below(30));
  };

  const turn = (beyond: boolean): readonly Message[] => {
    const foreign = () => (beyond && random.below(2) === 0 ? `\n${random.pick(BEYOND_LATIN)}` : '');
    const messages: Message[] = [{ role: 'user', content: block(prose, 1 + random.below(4)) + foreign() }];
    const calls = 1 + random.below(4);
    for (let n = 0; n < calls; n++) {
      const callId = id();
      const name = random.pick(['exec', 'read', 'write']);
      const args =
        name === 'exec'
          ? {
              command: `cd /workspace && ${random.pick(['npm test', 'ls -la', 'git status', 'cat package.json'])} | head -${10 + random.below(90)}`,
            }
          : {
              path: `src/${sentence().split(' ')[0]}.ts`,
              ...(name === 'write' && { content: block(sources, 5 + random.below(40)) }),
            };
      const secret = random.next() < SHARE.secrets / 7 ? `\n${secretFrom(random)}\n` : '';
      messages.push(
        {
          role: 'assistant',
          content: random.below(2) === 0 ? '' : sentence(),
          reasoning_content: block(prose, 1 + random.below(5)),
          tool_calls: [{ id: callId, type: 'function', function: { name, arguments: JSON.stringify(args) } }],
        },
        { role: 'tool', tool_call_id: callId, content: result() + secret },
      );
    }
    messages.push({ role: 'assistant', content: block(prose, 2 + random.below(8)) + foreign() });
    return messages;
  };

  const episode = (start: readonly Message[], beyond: boolean): readonly Message[] => {
    const messages = [...start];
    const wanted = MEAN_UNITS * (0.4 + random.next() * 1.2);
    for (let size = 0; size < wanted; ) {
      const more = turn(beyond);
      messages.push(...more);
      for (const message of more)
        size +=
          message.content.length +
          (message.reasoning_content?.length ?? 0) +
          JSON.stringify(message.tool_calls ?? '').length;
    }
    return messages;
  };
  const edited = (messages: readonly Message[]): readonly Message[] => {
    const share = 0.01 + random.next() * 0.09;
    const edit = (text: string): string =>
      text.replace(/[a-z]{4,}/g, (word) => (random.next() < share ? `${word.slice(1)}${word[0]}` : word));
    return messages.map((message) =>
      message.role === 'system' ? message : { ...message, content: edit(message.content) },
    );
  };

  while (made < bytes) {
    const draw = random.next();
    const old = kept.length > 0 ? random.pick(kept) : null;
    const beyond = random.next() < SHARE.beyondLatin;
    let messages: readonly Message[];
    if (old && draw < SHARE.copy) messages = old;
    else if (old && draw < SHARE.copy + SHARE.near) messages = edited(old);
    else if (old && draw < SHARE.copy + SHARE.near + SHARE.fork)
      messages = episode(old.slice(0, 1 + 2 * Math.floor(old.length / 4)), beyond);
    else messages = episode([{ role: 'system', content: random.pick(systems) }], beyond);
    if (kept.length < 400) kept.push(messages);
    else kept[random.below(400)] = messages;
    count++;
    const line = JSON.stringify({ messages, tools, source: 'trace', session: `session-${count}` });
    made += Buffer.byteLength(line) + 1;
    yield line;
  }
}

function toolsOf(sentence: () => string): readonly object[] {
  return ['exec', 'read', 'write', 'edit', 'search', 'browser'].map((name) => ({
    type: 'function',
    function: {
      name,
      description: `${sentence()} ${sentence()}`,
      parameters: {
        type: 'object',
        properties: {
          path: { type: 'string', description: sentence() },
          command: { type: 'string', description: sentence() },
          timeout: { type: 'integer', default: 30_000 },
        },
        required: ['path'],
      },
    },
  }));
}

const PER_FILE = 20_000_000;

/** Files of about 20 MB; returns their paths. */
export async function writeCorpus(folder: string, seed: number, bytes: number): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  let out: ReturnType<typeof createWriteStream> | undefined;
  let written = 0;
  const close = async () => {
    if (!out) return;
    out.end();
    await once(out, 'close');
  };
  for (const line of corpusLines(seed, bytes)) {
    if (!out || written >= PER_FILE) {
      await close();
      paths.push(join(folder, `episodes-${paths.length}.jsonl`));
      out = createWriteStream(paths.at(-1) as string);
      written = 0;
    }
    written += Buffer.byteLength(line) + 1;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  await close();
  return paths;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { megabytes: { type: 'string', default: '100' }, seed: { type: 'string', default: '7' } },
  });
  const [folder] = positionals;
  if (!folder) throw new Error('which folder?');
  for (const path of await writeCorpus(folder, Number(values.seed), Number(values.megabytes) * 1e6)) console.log(path);
}
