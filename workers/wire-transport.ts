import type { Transport } from '../lib/core/local-model/transport.ts';
import type { Wire } from './model-protocol.ts';

/** The engine's way to the server, over the wire that the page holds. */
export function transportOver(wire: Wire): Transport {
  let calls = 0;
  return {
    async open(request, signal) {
      calls += 1;
      const id = calls;
      const close = () => void wire.close(id);
      signal.addEventListener('abort', close, { once: true });
      const reply = await wire.open(id, request);
      if (!reply.ok) {
        signal.removeEventListener('abort', close);
        return reply.why;
      }
      return {
        status: reply.status,
        retryAfter: reply.retryAfter,
        read: () => wire.read(id),
        close: () => {
          signal.removeEventListener('abort', close);
          close();
        },
      };
    },
  };
}
