import { plural } from '@/lib/state/figures.ts';
import type { CheckView } from '@/workers/protocol.ts';
import { Chip } from '../ui/chip.tsx';

/** What had to hold, and whether it did. */
export function CheckList({ checks, wrong }: { readonly checks: readonly CheckView[]; readonly wrong: boolean }) {
  const failed = checks.filter(({ ok }) => !ok).length;
  return (
    <section aria-label="Checks" className="rounded-md border border-line p-2.5">
      <p role="status" className="mb-1.5 text-sm text-mute">
        {failed === 0
          ? `All ${plural(checks.length, 'check')} passed`
          : `${failed} of ${plural(checks.length, 'check')} failed`}
        {wrong ? '. This half is never trained on: it stands in preference files as what was rejected.' : ''}
      </p>
      <ul className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {checks.map(({ name, ok, detail }) => (
          <li key={name} className="flex items-baseline gap-2">
            <Chip tone={ok ? 'ok' : 'bad'}>{ok ? 'passed' : 'failed'}</Chip>
            <span className="min-w-0 break-words">
              {name}
              {detail ? <span className="block text-xs text-mute">{detail}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
