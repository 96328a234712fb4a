import { expect, test } from 'vitest';
import { type Browser, createWire } from './wire.ts';

type Asked = { url: string; init: RequestInit };

/** A browser in which requests whose answer is to be read fail, and the others do as told. */
function browser({ closed, opened = [], denied = false }: { closed: boolean; opened?: Response[]; denied?: boolean }) {
  const asked: Asked[] = [];
  const fake: Browser = {
    fetch: (async (url: string, init: RequestInit) => {
      asked.push({ url, init });
      if (init.mode === 'no-cors') {
        if (!closed) throw new TypeError('Failed to fetch');
        return new Response();
      }
      const response = opened.shift();
      if (!response) throw new TypeError('Failed to fetch');
      return response;
    }) as typeof fetch,
    deniesLocal: async () => denied,
  };
  return { fake, asked };
}

const at = { base: 'http://localhost:9000/v1', key: '' };
const models = { path: '/models' } as const;

test('a server that is there and shows nothing is told from one that is not there', async () => {
  const there = browser({ closed: true });
  expect(await createWire(() => at, there.fake).open(1, models)).toEqual({ ok: false, why: 'cors' });
  expect(there.asked[1]?.init).toMatchObject({ mode: 'no-cors', credentials: 'omit' });
  expect(await createWire(() => at, browser({ closed: false }).fake).open(1, models)).toEqual({
    ok: false,
    why: 'unreachable',
  });
});

test('a browser that forbids local addresses is asked no further', async () => {
  const { fake, asked } = browser({ closed: true, denied: true });
  expect(await createWire(() => at, fake).open(1, models)).toEqual({ ok: false, why: 'denied' });
  expect(asked).toHaveLength(1);
});

test('a server that could be read before has broken down, and is not said to refuse', async () => {
  const { fake } = browser({ closed: true, opened: [new Response('{}')] });
  const wire = createWire(() => at, fake);
  expect(await wire.open(1, models)).toMatchObject({ ok: true, status: 200 });
  expect(await wire.open(2, models)).toEqual({ ok: false, why: 'broken' });
});

test('what is sent follows no redirect, carries nothing of the page, and has the key in its header alone', async () => {
  const key = ['sk', 'wire', '0a1b2c3d'].join('-');
  const { fake, asked } = browser({ closed: true, opened: [new Response('{}')] });
  await createWire(() => ({ ...at, key }), fake).open(1, { path: '/chat/completions', body: { model: 'm' } });
  const { url, init } = asked[0] as Asked;
  expect(url).toBe('http://localhost:9000/v1/chat/completions');
  expect(init).toMatchObject({
    method: 'POST',
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { Authorization: `Bearer ${key}` },
  });
  expect(JSON.stringify([url, init.body])).not.toContain(key);
});
