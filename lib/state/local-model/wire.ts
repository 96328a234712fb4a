import type { Wire, WireReply } from '../../../workers/model-protocol.ts';

export interface Connection {
  /** From `readAddress`. */
  readonly base: string;
  /** Kept in memory, and sent to the server alone. */
  readonly key: string;
}

/** What of a browser it needs; handed in so that tests have it too. */
export interface Browser {
  readonly fetch: typeof fetch;
  /** True when the person or their browser forbade pages to reach this machine. */
  deniesLocal(): Promise<boolean>;
}

interface Open {
  readonly controller: AbortController;
  reader?: ReadableStreamDefaultReader<Uint8Array>;
}

/** The page's end of the wire: a worker obeys the policy of its own script, which lets nothing out, so the page does the asking. */
export function createWire(connection: () => Connection, browser: Browser): Wire {
  const open = new Map<number, Open>();
  /** Where an answer could be read before. */
  let readable = '';

  const end = (id: number) => {
    const call = open.get(id);
    open.delete(id);
    call?.reader?.cancel().catch(() => undefined); // a broken stream is over already
    call?.controller.abort();
  };

  return {
    async open(id, { path, body }): Promise<WireReply> {
      const { base, key } = connection();
      const controller = new AbortController();
      open.set(id, { controller });
      try {
        const response = await browser.fetch(base + path, {
          ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
          headers: {
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            ...(key === '' ? {} : { Authorization: `Bearer ${key}` }),
          },
          signal: controller.signal,
          ...PLAIN,
        });
        readable = base;
        const reader = response.body?.getReader();
        open.set(id, { controller, ...(reader ? { reader } : {}) });
        return { ok: true, status: response.status, retryAfter: response.headers.get('retry-after') ?? '' };
      } catch {
        open.delete(id);
        if (controller.signal.aborted) return { ok: false, why: 'broken' };
        const why = await whyNot(base, browser);
        return { ok: false, why: why === 'cors' && readable === base ? 'broken' : why };
      }
    },
    read: async (id) => {
      const reader = open.get(id)?.reader;
      if (!reader) return null;
      const { value, done } = await reader.read();
      return done ? null : value;
    },
    close: async (id) => end(id),
  };
}

/** Nothing of the page goes along, and nowhere else than asked. */
const PLAIN = {
  mode: 'cors',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const;

/** A browser says only "failed". Whether somebody is there shows when the answer need not be read. */
async function whyNot(base: string, browser: Browser): Promise<'unreachable' | 'cors' | 'denied'> {
  if (await browser.deniesLocal()) return 'denied';
  // A request whose answer stays closed must follow redirects; the policy holds them to this machine as well.
  const closed = { ...PLAIN, mode: 'no-cors', redirect: 'follow', signal: AbortSignal.timeout(3000) } as const;
  return browser.fetch(`${base}/models`, closed).then(
    () => 'cors' as const,
    () => 'unreachable' as const,
  );
}

/** Chromium asks the person before a page of the internet may talk to this machine; others know no such permission. */
export const browserOfPage: Browser = {
  fetch: (...request) => fetch(...request),
  deniesLocal: async () => {
    for (const name of ['loopback-network', 'local-network-access']) {
      const state = await navigator.permissions.query({ name: name as PermissionName }).catch(() => null);
      if (state?.state === 'denied') return true;
    }
    return false;
  },
};
