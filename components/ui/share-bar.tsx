import { ORIGINS, type Origin } from '@/lib/core/types.ts';
import { ORIGIN_FILL } from './origin-tones.ts';

/** Shares by origin as one bar; the words beside it say the same. */
export function ShareBar({
  label,
  values,
}: {
  readonly label: string;
  readonly values: Readonly<Record<Origin, number>>;
}) {
  const sum = ORIGINS.reduce((total, origin) => total + values[origin], 0);
  const said = ORIGINS.map((origin) => `${origin} ${sum ? Math.round((values[origin] / sum) * 100) : 0} %`).join(', ');
  return (
    <div role="img" aria-label={`${label}: ${said}`} className="flex h-3.5 gap-px overflow-hidden rounded bg-soft">
      {sum > 0 &&
        ORIGINS.map((origin) => (
          <span key={origin} className={ORIGIN_FILL[origin]} style={{ width: `${(values[origin] / sum) * 100}%` }} />
        ))}
    </div>
  );
}
