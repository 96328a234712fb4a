import { afterEach, describe, expect, test } from 'vitest';
import { ask } from '../lib/core/local-model/ask.ts';
import { listModels } from '../lib/core/local-model/models.ts';
import { quickLine } from './quick-line.ts';
import {
  type Act,
  asOllama,
  inPieces,
  openScriptedModel,
  refuse,
  type ScriptedModel,
  stream,
  whole,
} from './scripted-model.ts';

let server: ScriptedModel;
afterEach(() => server.close());

const HELLO = { model: 'scripted:1b', messages: [{ role: 'user', content: 'hello' }] };
const READ = { name: 'read', args: { path: 'größe/ünï.txt' } };
const EXEC = { name: 'exec', args: { command: 'ls' } };
const never = new AbortController().signal;

async function askServer(act: Act, options: Parameters<typeof quickLine>[1] = {}, signal = never) {
  server = await openScriptedModel(act, { ...(options?.key ? { key: options.key } : {}) });
  const texts: string[] = [];
  const waits: number[] = [];
  const answer = ask(quickLine(server.origin, options), HELLO, signal, {
    piece: ({ text }) => texts.push(text),
    wait: (ms) => waits.push(ms),
  });
  return { answer, texts, waits };
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { failure?: string; name: string }) => error.failure ?? error.name,
  );

describe('an answer', () => {
  test('in pieces of any size is put together, text and calls and thinking', async () => {
    for (const size of [1, 3, 50]) {
      const { answer, texts } = await askServer((response) =>
        stream(
          response,
          inPieces({ content: 'Ich schaue 見る 🙂.', reasoning: 'first look', calls: [READ, EXEC] }, size),
        ),
      );
      expect(await answer).toEqual({
        content: 'Ich schaue 見る 🙂.',
        reasoning: 'first look',
        calls: [READ, EXEC].map(({ name, args }) => ({ name, arguments: JSON.stringify(args) })),
        finish: 'done',
      });
      expect(texts.join('')).toBe('Ich schaue 見る 🙂.');
      await server.close();
    }
  });

  test('whose bytes are torn inside a character survives', async () => {
    const { answer } = await askServer(async (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      for (const byte of Buffer.from(inPieces({ content: 'é見🙂' }, 9).join(''))) response.write(Buffer.from([byte]));
      response.end();
    });
    expect((await answer).content).toBe('é見🙂');
  });

  test('whose first bytes come one by one is still known for a stream', async () => {
    const { answer } = await askServer(async (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      for (const char of ['\n', 'd', 'a', 't', 'a']) {
        response.write(char);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      response.end(inPieces({ content: 'slowly' }).join('').slice(4));
    });
    expect((await answer).content).toBe('slowly');
  });

  test('of Ollama keeps two calls apart that both have the index 0', async () => {
    const { answer } = await askServer((response) =>
      stream(response, asOllama({ reasoning: 'hm', calls: [READ, EXEC] })),
    );
    expect(await answer).toMatchObject({ reasoning: 'hm', calls: [{ name: 'read' }, { name: 'exec' }] });
  });

  test('in one piece is taken although a stream was asked for', async () => {
    const { answer } = await askServer((response) => whole(response, { content: 'ok', calls: [READ] }));
    expect(await answer).toMatchObject({ content: 'ok', calls: [{ name: 'read' }] });
    expect(server.requests[0]?.body.stream).toBe(true);
  });

  test('with comments, CRLF, and without its end mark is read to its reason to stop', async () => {
    const { answer } = await askServer((response) =>
      stream(response, [
        ': ping\r\n\r\n',
        ...inPieces({ content: 'fine' })
          .slice(0, -2)
          .map((piece) => piece.replaceAll('\n', '\r\n')),
      ]),
    );
    expect((await answer).content).toBe('fine');
  });

  test('is over although the server holds the connection open', async () => {
    const { answer } = await askServer((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      for (const piece of inPieces({ content: 'done' }).slice(0, -1)) response.write(piece);
    });
    expect((await answer).content).toBe('done');
  });
});

describe('a busy server', () => {
  test('is asked again after the time it names, and after growing waits when it names none', async () => {
    const { answer, waits } = await askServer((response, _, nth) => {
      if (nth === 0) return refuse(response, 429, 'slow down', { 'Retry-After': '3' });
      if (nth < 3) return refuse(response, 503, 'Loading model');
      stream(response, inPieces({ content: 'here' }));
    });
    expect((await answer).content).toBe('here');
    expect(waits).toEqual([3000, 2000, 4000]);
  });

  test('that stays busy is given up', async () => {
    const { answer, waits } = await askServer((response) => refuse(response, 429, 'no'));
    expect(await failureOf(answer)).toBe('busy');
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });

  test('that asks for more patience than sense is given up at once', async () => {
    const { answer, waits } = await askServer((response) => refuse(response, 503, 'no', { 'Retry-After': '86400' }));
    expect(await failureOf(answer)).toBe('busy');
    expect(waits).toEqual([]);
  });
});

describe('a server that fails', () => {
  test.each<[string, string, Act]>([
    ['hangs before the first token', 'slow-start', (response) => void response.writeHead(200).flushHeaders()],
    ['says nothing at all', 'slow-start', () => undefined],
    [
      'sends signs of life and no token',
      'slow-start',
      (response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        const timer = setInterval(() => response.write(': ping\n\n'), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
    [
      'stops between two tokens',
      'stalled',
      (response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(inPieces({ content: 'half of it' }, 4).slice(0, 2).join(''));
      },
    ],
    [
      'never comes to an end',
      'too-long',
      (response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        const timer = setInterval(() => response.write(inPieces({ content: 'a' })[1]), 5);
        response.on('close', () => clearInterval(timer));
      },
    ],
    ['sends JSON that is none', 'not-openai', (response) => stream(response, ['data: {"choices":[{"delta":\n\n'])],
    ['sends a page', 'not-openai', (response) => void response.writeHead(200).end('<html>hello</html>')],
    ['sends words', 'not-openai', (response) => void response.writeHead(200).end('hello there\n')],
    ['sends nothing and closes', 'broken', (response) => void response.writeHead(200).end()],
    ['answers something else', 'not-openai', (response) => void response.writeHead(200).end('{"hello":1}')],
    [
      'reports trouble inside the stream',
      'server',
      (response) => stream(response, ['data: {"error":{"message":"Compute error."}}\n\n']),
    ],
    ['does not know the model', 'no-model', (response) => refuse(response, 404, 'model "x" not found')],
    [
      'has no tools',
      'no-tools',
      (response) => refuse(response, 400, 'registry.ollama.ai/library/x does not support tools'),
    ],
    [
      'has no tool parser',
      'no-tools',
      (response) =>
        refuse(response, 400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'),
    ],
    [
      'has too small a context',
      'context',
      (response) => refuse(response, 400, 'the request exceeds the available context size'),
    ],
    ['breaks inside', 'server', (response) => refuse(response, 500, 'oops')],
  ])('%s → %s', async (_, failure, act) => {
    const { answer } = await askServer(act, { limits: { firstMs: 10_000, betweenMs: 8000, totalMs: 40_000 } });
    expect(await failureOf(answer)).toBe(failure);
  });

  test('by breaking the connection is asked twice more, from the start', async () => {
    const { answer, texts } = await askServer((response, _, nth) => {
      if (nth === 2) return stream(response, inPieces({ content: 'whole' }));
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(inPieces({ content: 'torn' }, 2).slice(0, 2).join(''), () => response.destroy());
    });
    expect((await answer).content).toBe('whole');
    expect(texts.join('')).toContain('whole');
    expect(server.requests).toHaveLength(3);
  });

  test('by ending its stream too early is no answer', async () => {
    const { answer } = await askServer((response) => stream(response, inPieces({ content: 'cut' }).slice(0, 2)));
    expect(await failureOf(answer)).toBe('broken');
    expect(server.requests).toHaveLength(3);
  });

  test('by not being there is told from one that does not let pages read', async () => {
    server = await openScriptedModel(() => undefined);
    const { origin } = server;
    await server.close();
    expect(await failureOf(listModels(quickLine(origin), never))).toBe('unreachable');
  });

  test('by refusing the key says nothing of what it repeats', async () => {
    const key = ['sk', 'local', 'a1b2c3d4e5f6'].join('-');
    server = await openScriptedModel(() => undefined, { key: `${key}-other` });
    const error = await listModels(quickLine(server.origin, { key }), never).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ failure: 'key', detail: '' });
    expect(JSON.stringify(error) + String(error)).not.toContain(key);
  });
});

test('a cancel ends the request at once, and the server sees it', async () => {
  const controller = new AbortController();
  const { answer } = await askServer(
    (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(inPieces({ content: 'slow' }, 1).slice(0, 2).join(''));
      setTimeout(() => controller.abort(), 30);
    },
    {},
    controller.signal,
  );
  expect(await failureOf(answer)).toBe('AbortError');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(server.gone()).toBe(1);
});

test('a cancel during a wait for a busy server ends the wait', async () => {
  const controller = new AbortController();
  const { answer } = await askServer(
    (response) => {
      refuse(response, 429, 'later', { 'Retry-After': '100' });
      setTimeout(() => controller.abort(), 30);
    },
    {},
    controller.signal,
  );
  expect(await failureOf(answer)).toBe('AbortError');
});

test('the key goes to the server as it should, and nothing else of the page does', async () => {
  const key = ['sk', 'local', 'f6e5d4c3b2a1'].join('-');
  const { answer } = await askServer((response) => stream(response, inPieces({ content: 'hi' })), { key });
  await answer;
  expect(server.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${key}` });
  expect(server.requests[0]?.headers.cookie).toBeUndefined();
});
