'use client';

import { useEffect } from 'react';
import { playedOffers, usePlayedOffers, useWorkspace } from '@/lib/state/app.ts';
import { plural } from '@/lib/state/figures.ts';
import { Button } from '../ui/button.tsx';

/** Episodes that a local model played in the other document, to be taken in with one click. */
export function PlayedOffers() {
  const offers = usePlayedOffers();
  const drops = useWorkspace((state) => state.drops);
  useEffect(function lookWhenSeen() {
    const look = () => void playedOffers.refresh();
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  return offers
    .filter(({ fileName }) => !drops.some(({ name }) => name === fileName))
    .map(({ id, model, count }) => (
      <div key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-accent-soft px-4 py-2.5">
        <p className="min-w-0 flex-1 basis-72">
          <strong className="font-semibold">{model} played for you.</strong> What it did well waits in this browser, and
          passes redaction, gates and duplicates like all else.
        </p>
        <Button look="primary" onClick={() => void playedOffers.add(id)}>
          Add {plural(count, 'episode')}
          <span className="sr-only"> played by your local model</span>
        </Button>
        <Button onClick={() => void playedOffers.discard(id)}>Discard them</Button>
      </div>
    ));
}
