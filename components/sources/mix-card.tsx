'use client';

import { useWorkspace } from '@/lib/state/app.ts';
import { sayMix } from '@/lib/state/mix-words.ts';
import { Card } from '../ui/card.tsx';
import { ShareBar } from '../ui/share-bar.tsx';

export function MixCard() {
  const mix = useWorkspace((state) => state.summary?.mix);
  if (!mix) return null;
  return (
    <Card title="Mix">
      {mix.asked ? (
        <>
          <ShareBar label="Asked" values={mix.asked} />
          <p className="mt-1 mb-2 text-xs text-mute">asked {sayMix(mix.asked)}</p>
        </>
      ) : null}
      <ShareBar label="Got" values={mix.got} />
      <p className="mt-1 text-xs text-mute">
        got {sayMix(mix.got)}
        {mix.asked ? '' : ', all kept'} <span className="sr-only">per cent real, synthetic, adversarial</span>
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-3 text-xs">
        <li className="text-real">real</li>
        <li className="text-synthetic">synthetic</li>
        <li className="text-adversarial">adversarial</li>
      </ul>
    </Card>
  );
}
