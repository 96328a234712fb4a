import type { Host } from '../core/host.ts';
import { createFileScratches } from './file-scratch.ts';

/** Milliseconds of work after which the event loop has its turn, so that Ctrl+C is heard. */
const SLICE = 50;

export interface NodeHost extends Host {
  clear(): void;
}

export function createNodeHost(): NodeHost {
  const scratches = createFileScratches();
  let last = performance.now();
  return {
    openScratch: scratches.open,
    breathe: async () => {
      if (performance.now() - last < SLICE) return;
      await new Promise((resolve) => setImmediate(resolve));
      last = performance.now();
    },
    clear: scratches.clear,
  };
}
