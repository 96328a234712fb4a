import { formatCount } from '@/lib/state/figures.ts';
import { originsOf } from '@/lib/state/funnel.ts';
import { sayMix, sayShortfall } from '@/lib/state/mix-words.ts';
import type { Summary } from '@/workers/protocol.ts';
import { Card } from '../ui/card.tsx';
import { ShareBar } from '../ui/share-bar.tsx';

const LOOKS = {
  real: { label: 'Real', tone: 'text-real' },
  synthetic: { label: 'Synthetic', tone: 'text-synthetic' },
  adversarial: { label: 'Adversarial', tone: 'text-adversarial' },
} as const;

/** What was asked for against what there is, before anything is built. */
export function AskedGot({ summary }: { readonly summary: Summary }) {
  const { mix } = summary;
  return (
    <Card
      title="Asked and got"
      note="Rows are left out to meet the shares you ask for; none are made up to fill a gap."
    >
      <div className="grid gap-3">
        {mix.asked ? (
          <div>
            <p className="mb-1 text-sm text-mute">asked {sayMix(mix.asked)}</p>
            <ShareBar label="Asked" values={mix.asked} />
          </div>
        ) : null}
        <div>
          <p className="mb-1 text-sm text-mute">got {sayMix(mix.got)}</p>
          <ShareBar label="Got" values={mix.got} />
        </div>
        <dl className="grid grid-cols-3 gap-2">
          {originsOf(summary).map(({ origin, count }) => (
            <div key={origin}>
              <dt className={`text-sm ${LOOKS[origin].tone}`}>{LOOKS[origin].label}</dt>
              <dd className="text-xl font-semibold">{formatCount(count)}</dd>
            </div>
          ))}
        </dl>
        <p className="text-mute">{sayShortfall(mix)}</p>
      </div>
    </Card>
  );
}
