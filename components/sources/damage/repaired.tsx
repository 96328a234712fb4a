import { formatCount, sayCode } from '@/lib/state/figures.ts';
import type { DamageRow } from '@/workers/protocol.ts';

/** Damage that costs nothing: what one file has broken, another file of the drop has whole. */
export function Repaired({ rows }: { readonly rows: readonly DamageRow[] }) {
  const whole = rows.filter(({ repaired }) => repaired > 0);
  if (whole.length === 0) return null;
  return (
    <section aria-labelledby="damage-repaired" className="rounded-lg border border-line bg-pane px-3.5 py-2">
      <h2 id="damage-repaired" className="font-semibold">
        Damaged in one copy, whole in another
      </h2>
      <p className="mb-1 text-sm text-mute">
        Several files of the drop hold the same session. These places are broken in one of them and were taken from
        another, so nothing is lost.
      </p>
      <ul className="flex flex-wrap gap-x-5 gap-y-0.5">
        {whole.map(({ code, repaired, meaning }) => (
          <li key={code} title={meaning}>
            <b className="font-semibold text-ok">{formatCount(repaired)}</b> {sayCode(code)}
          </li>
        ))}
      </ul>
    </section>
  );
}
