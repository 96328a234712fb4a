'use client';

import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { LICENSES } from '@/lib/state/licenses.ts';
import { loadRecipe } from '@/lib/state/load-recipe.ts';
import { changeOutput, changeRecipe } from '@/lib/state/recipe-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { Card } from '../ui/card.tsx';
import { CheckField, NumberField, TextField } from '../ui/field.tsx';
import { FileButton } from '../ui/file-button.tsx';

/** `my set!` → `my-set`: the name becomes a file name and a repository name. */
const asName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '') || 'dataset';

export function OutputChoices() {
  const { name, builtMs, output } = useWorkspace(recipeOf);
  const dateOf = (on: boolean) => (on ? new Date().setUTCHours(0, 0, 0, 0) : 0);
  return (
    <Card title="Dataset">
      <div className="grid gap-3">
        <TextField
          label="Name"
          value={name}
          onChange={(text) => workspace.edit(changeRecipe('rename the dataset', { name: asName(text) }))}
        />
        <TextField
          label="Licence"
          value={output.license}
          list={LICENSES}
          placeholder="not stated"
          hint="Yours to choose: none is assumed. Leave it empty to state none."
          onChange={(license) => workspace.edit(changeOutput('change the licence', { license: license.trim() }))}
        />
        <div className="grid grid-cols-2 gap-2">
          <NumberField
            label="At least rows"
            value={output.minExamples}
            onChange={(minExamples) => workspace.edit(changeOutput('change the smallest size', { minExamples }))}
          />
          <NumberField
            label="Rows per file"
            min={1}
            value={output.shardRows}
            onChange={(shardRows) => workspace.edit(changeOutput('change the rows per file', { shardRows }))}
          />
        </div>
        <NumberField
          label="At least rows with a replacement"
          unit="%"
          max={100}
          hint="0: no such gate."
          value={Math.round(output.minRedactionRate * 1000) / 10}
          onChange={(percent) =>
            workspace.edit(changeOutput('change the redaction gate', { minRedactionRate: percent / 100 }))
          }
        />
        <CheckField
          label="Write today’s date"
          hint="Without it, the same files and choices give the same bytes on any day."
          checked={builtMs > 0}
          onChange={(on) =>
            workspace.edit(changeRecipe(on ? 'write the date' : 'leave out the date', { builtMs: dateOf(on) }))
          }
        />
        <div>
          <FileButton label="Load a recipe" onFiles={(files) => void loadRecipe(files[0])} />
          <p className="mt-1 text-xs text-mute">
            The recipe.json of an earlier zip: with the same files it gives the same bytes.
          </p>
        </div>
      </div>
    </Card>
  );
}
