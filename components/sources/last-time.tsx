'use client';

import { useView, useWorkspace, workspace } from '@/lib/state/app.ts';
import { formatBytes, plural } from '@/lib/state/figures.ts';
import { openAgain } from '@/lib/state/keep-work.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { Button } from '../ui/button.tsx';

/** Names shown of what is missing. */
const NAMED = 4;

/** After a reload: choices are back, files are not. Asks for just those. */
export function LastTime() {
  const missing = useWorkspace((state) => state.missing);
  const recipe = useWorkspace(recipeOf);
  const reopenable = useView((state) => missing.some(({ name }) => state.reopenable.includes(name)));
  if (missing.length === 0) return null;
  const { excluded, kept } = recipe.review;
  const { rejected, accepted, off, names } = recipe.redaction;
  const decisions = [excluded, kept, rejected, accepted, off, names.hidden, names.left].flat().length;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-accent-soft px-4 py-2.5">
      <p className="min-w-0 flex-1 basis-72">
        <strong className="font-semibold">Your choices from last time are here</strong>
        {decisions > 0 ? `, ${plural(decisions, 'review decision')} included` : ''}. To go on,{' '}
        {reopenable ? 'open' : 'drop'} the files again:{' '}
        {missing
          .slice(0, NAMED)
          .map((drop) => `${drop.name} (${plural(drop.files, 'file')}, ${formatBytes(drop.bytes)})`)
          .join(', ')}
        {missing.length > NAMED ? ` and ${missing.length - NAMED} more` : ''}.
      </p>
      {reopenable ? (
        <Button look="primary" onClick={() => void openAgain()}>
          Open them again
        </Button>
      ) : null}
      <Button onClick={workspace.startAfresh}>Start afresh</Button>
    </div>
  );
}
