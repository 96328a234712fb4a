'use client';

import { READING_MODES } from '@/lib/core/recipe.ts';
import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { changeReading, makeSummaries } from '@/lib/state/reading-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { Card } from '../../ui/card.tsx';
import { CheckField } from '../../ui/field.tsx';

const MODES = [
  { id: 'corrected', label: 'Corrected (usual)' },
  { id: 'faithful', label: 'Faithful' },
] as const;

/** How sessions become episodes. */
export function ReadingCard() {
  const { mode, summaries } = useWorkspace((state) => recipeOf(state).reading);
  return (
    <Card title="Reading" note="How sessions become episodes. Each choice is one step of Undo.">
      <fieldset className="grid gap-1.5">
        <legend className="sr-only">Conversion of messages</legend>
        {MODES.map(({ id, label }) => (
          <label key={id} className="flex min-h-6 items-start gap-2">
            <input
              type="radio"
              name="reading-mode"
              className="mt-0.5"
              checked={mode === id}
              onChange={() => workspace.edit(changeReading(`read ${id}`, { mode: id }))}
            />
            <span>
              {label}
              <span className="block text-xs text-mute">{READING_MODES[id]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="mt-2.5 border-t border-line pt-2.5">
        <CheckField
          label="Episodes of compaction summaries"
          hint="A conversation in, the summary that replaced it out. Another task than the agent’s own."
          checked={summaries}
          onChange={(on) => workspace.edit(makeSummaries(on))}
        />
      </div>
    </Card>
  );
}
