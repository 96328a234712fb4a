'use client';

import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { LICENSES } from '@/lib/state/licenses.ts';
import { changeOutput, changeRecipe } from '@/lib/state/recipe-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { Card } from '../ui/card.tsx';
import { CheckField, NumberField, TextField } from '../ui/field.tsx';

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
        <CheckField
          label="Write today’s date"
          hint="Without it, the same files and choices give the same bytes on any day."
          checked={builtMs > 0}
          onChange={(on) =>
            workspace.edit(changeRecipe(on ? 'write the date' : 'leave out the date', { builtMs: dateOf(on) }))
          }
        />
      </div>
    </Card>
  );
}
