'use client';

import { useSyncExternalStore } from 'react';
import { useWorkspace } from '@/lib/state/app.ts';
import { formatBytes } from '@/lib/state/figures.ts';
import { isFramed } from '@/lib/state/proof.ts';

/** From here on a drop takes minutes; bytes. */
const LARGE = 1_000_000_000;

const never = () => () => undefined;

/** Says beforehand what a large drop means, and where it goes better. */
export function SizeNotice() {
  const bytes = useWorkspace((state) => state.drops.reduce((sum, drop) => sum + drop.bytes, 0));
  const framed = useSyncExternalStore(never, isFramed, () => false);
  if (bytes < LARGE && !framed) return null;
  return (
    <p className="text-sm text-mute">
      {bytes >= LARGE
        ? `${formatBytes(bytes)} is a large drop: it is read piece by piece, so it takes minutes, not memory. You can cancel at any time. `
        : ''}
      {framed ? (
        <>
          This page stands inside another site’s page, where the browser keeps nothing after you leave.{' '}
          <a className="text-accent underline" href="/" target="_blank" rel="noopener">
            Open it in its own tab for large drops
          </a>
          .
        </>
      ) : null}
    </p>
  );
}
