'use client';

import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { changeRecipe } from '@/lib/state/recipe-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { Card } from '../ui/card.tsx';
import { NumberField } from '../ui/field.tsx';

export function SplitControls() {
  const share = useWorkspace((state) => recipeOf(state).split.validation);
  const seed = useWorkspace((state) => recipeOf(state).seed);
  return (
    <Card title="Split" note="Sessions, their forks and near-duplicates always stay on one side.">
      <div className="grid grid-cols-2 gap-2">
        <NumberField
          label="Validation"
          unit="%"
          max={50}
          value={Math.round(share * 1000) / 10}
          onChange={(percent) =>
            workspace.edit(changeRecipe('change the validation share', { split: { validation: percent / 100 } }))
          }
        />
        <NumberField
          label="Seed"
          max={Number.MAX_SAFE_INTEGER}
          value={seed}
          onChange={(value) => workspace.edit(changeRecipe('change the seed', { seed: value }))}
        />
      </div>
    </Card>
  );
}
