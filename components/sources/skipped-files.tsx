'use client';

import { useWorkspace } from '@/lib/state/app.ts';
import { formatCount, plural } from '@/lib/state/figures.ts';

/** More than this many lines help nobody; the count stays true. */
const SHOWN = 100;

/** Files that are nothing of ours: named, with what can be done. */
export function SkippedFiles() {
  const skipped = useWorkspace((state) => state.summary?.skipped);
  if (!skipped || skipped.length === 0) return null;
  return (
    <details className="rounded-lg border border-line bg-pane">
      <summary className="rounded-lg px-3 py-2">
        {plural(skipped.length, 'file')} skipped <span className="text-mute">and why</span>
      </summary>
      <ul className="max-h-72 overflow-auto border-t border-line px-3 py-1.5">
        {skipped.slice(0, SHOWN).map((finding) => (
          <li
            key={`${finding.path} ${finding.code}`}
            className="grid gap-x-3 py-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
          >
            <span className="truncate" title={finding.path}>
              {finding.path}
            </span>
            <span className="text-mute">{finding.message}</span>
          </li>
        ))}
        {skipped.length > SHOWN ? (
          <li className="py-1 text-mute">and {formatCount(skipped.length - SHOWN)} more</li>
        ) : null}
      </ul>
    </details>
  );
}
