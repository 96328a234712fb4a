import type { Line } from '../lib/core/local-model/chat.ts';
import { type Clock, LIMITS, type Limits } from '../lib/core/local-model/transport.ts';
import { type Browser, createWire } from '../lib/state/local-model/wire.ts';
import { transportOver } from '../workers/wire-transport.ts';

/** Time that runs a hundred times as fast, so that minutes of waiting can be tested. */
const quickClock = (): Clock => ({
  now: () => performance.now() * 100,
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const timer = setTimeout(resolve, ms / 100);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
});

const NODE: Browser = { fetch, deniesLocal: async () => false };

/** The way of the page, in Node: real requests over the real wire. */
export const quickLine = (
  origin: string,
  { key = '', limits = {} }: { key?: string; limits?: Partial<Limits> } = {},
): Line => ({
  transport: transportOver(createWire(() => ({ base: `${origin}/v1`, key }), NODE)),
  clock: quickClock(),
  limits: { ...LIMITS, ...limits },
});
