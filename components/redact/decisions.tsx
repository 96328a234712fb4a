'use client';

import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { formatCount, plural } from '@/lib/state/figures.ts';
import { takeBackDecision } from '@/lib/state/redaction-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';

/** Decisions shown; more than these are counted. */
const SHOWN = 60;

/** What was said about findings so far. Values are kept as marks only, so the list names types and reach. */
export function Decisions() {
  const { rejected, accepted } = useWorkspace((state) => recipeOf(state).redaction);
  const lines = [
    ...rejected.map((decision) => ({ list: 'rejected', word: 'left as it is', decision }) as const),
    ...accepted.map((decision) => ({ list: 'accepted', word: 'agreed', decision }) as const),
  ];
  return (
    <div>
      <h2 className="font-semibold">Your decisions about findings</h2>
      <p className="mb-1.5 text-xs text-mute">
        Made by clicking a finding in an episode. A value is kept as a salted hash, never as text; Undo takes the last
        one back, × any of them.
      </p>
      {lines.length === 0 ? <p className="text-mute">None yet.</p> : null}
      <ul className="grid gap-1">
        {lines.slice(0, SHOWN).map(({ list, word, decision }) => (
          <li
            key={`${list} ${decision.type} ${decision.value} ${decision.episodeId} ${decision.message}`}
            className="flex items-center gap-2 rounded bg-soft pl-2 text-sm"
          >
            <b className="font-semibold">{decision.type}</b>
            <span className="min-w-0 truncate text-mute">
              {word},{' '}
              {decision.value === ''
                ? 'the whole type'
                : decision.episodeId === ''
                  ? 'one value everywhere'
                  : `one value in message ${formatCount(decision.message + 1)} of an episode`}
            </span>
            <button
              type="button"
              aria-label={`Take back: ${decision.type} ${word}`}
              className="ml-auto grid size-7 shrink-0 place-items-center rounded text-mute hover:text-ink"
              onClick={() => workspace.edit(takeBackDecision(list, decision))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN ? (
        <p className="mt-1 text-xs text-mute">and {plural(lines.length - SHOWN, 'more decision')}</p>
      ) : null}
    </div>
  );
}
