'use client';

import { plural } from '@/lib/state/figures.ts';
import { modelPlayer, useModelPlayer } from '@/lib/state/local-model/page.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';

/** What to do with the kept episodes. */
export function KeptCard() {
  const kept = useModelPlayer((state) => state.counts.kept);
  const safe = useModelPlayer((state) => state.safe);
  const tried = useModelPlayer((state) => state.counts.tries > 0);
  const playing = useModelPlayer((state) => state.playing);
  const said = useModelPlayer((state) => state.announcement);
  if (!tried) return null;
  return (
    <Card
      title="Kept episodes"
      note="Marked as synthetic or adversarial, with scenario, seed and model. In the builder they pass redaction, gates and duplicates like all others."
      aside={<span className="text-lg">{kept}</span>}
    >
      <div className="grid gap-2">
        <Button
          look={kept > safe ? 'primary' : 'plain'}
          disabled={kept === 0}
          onClick={() => void modelPlayer.handOver()}
        >
          Hand to the builder
        </Button>
        <Button disabled={kept === 0} onClick={() => void modelPlayer.download()}>
          Download as JSONL
        </Button>
        <Button look="quiet" disabled={playing} onClick={() => void modelPlayer.clear()}>
          Discard and start over
        </Button>
        <p className="text-xs text-mute">
          {kept > safe ? `${plural(kept - safe, 'episode')} not saved yet.` : kept > 0 ? said : 'Nothing was kept yet.'}
        </p>
      </div>
    </Card>
  );
}
