'use client';

import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { changeRecipe } from '@/lib/state/recipe-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { CheckField, NumberField } from '../ui/field.tsx';

/** What is left out without asking: the gate and the duplicates. Each choice can be undone. */
export function Rules() {
  const gate = useWorkspace((state) => recipeOf(state).gate);
  const dedupe = useWorkspace((state) => recipeOf(state).dedupe);
  const setGate = (change: Partial<typeof gate>) =>
    workspace.edit(changeRecipe('change what is left out', { gate: { ...gate, ...change } }));
  const setDedupe = (change: Partial<typeof dedupe>) =>
    workspace.edit(changeRecipe('change how duplicates are found', { dedupe: { ...dedupe, ...change } }));
  return (
    <details>
      <summary className="rounded text-xs text-mute hover:text-ink">Rules for leaving out</summary>
      <div className="mt-2 grid gap-2">
        <div className="grid grid-cols-2 gap-2">
          <NumberField
            label="User characters"
            hint="at least"
            value={gate.minUserChars}
            onChange={(minUserChars) => setGate({ minUserChars })}
          />
          <NumberField
            label="Answer characters"
            hint="at least"
            value={gate.minAssistantChars}
            onChange={(minAssistantChars) => setGate({ minAssistantChars })}
          />
        </div>
        <CheckField
          label="Keep compaction summaries"
          checked={gate.compactSummaries}
          onChange={(compactSummaries) => setGate({ compactSummaries })}
        />
        <CheckField
          label="Leave out exact duplicates"
          checked={dedupe.exact}
          onChange={(exact) => setDedupe({ exact })}
        />
        <CheckField
          label="Leave out what a later episode continues"
          checked={dedupe.superseded}
          onChange={(superseded) => setDedupe({ superseded })}
        />
        <CheckField label="Leave out near-duplicates" checked={dedupe.near} onChange={(near) => setDedupe({ near })} />
        <NumberField
          label="Alike from"
          unit="%"
          min={1}
          max={100}
          value={Math.round(dedupe.threshold * 100)}
          onChange={(percent) => setDedupe({ threshold: percent / 100 })}
        />
      </div>
    </details>
  );
}
