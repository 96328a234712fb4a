'use client';

import { type ReactNode, useState } from 'react';
import { player, usePlayer, workspace } from '@/lib/state/app.ts';
import { sayFamily } from '@/lib/state/generation-words.ts';
import { LANGUAGES, MOST_EPISODES } from '@/lib/state/generators.ts';
import { addGenerator } from '@/lib/state/recipe-edits.ts';
import { familiesOf } from '@/lib/state/scenario-player.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { NumberField } from '../ui/field.tsx';
import { ChoiceList } from './choice-list.tsx';
import { PreviewDialog } from './preview-dialog.tsx';

/** How many of what, from which seed; families and languages are all unless narrowed. */
export function RecipeCard({
  title,
  note,
  button,
  generator,
  played,
  count: first,
  hint,
  children,
}: {
  readonly title: string;
  readonly note: string;
  readonly button: string;
  readonly generator: string;
  /** Made of scenarios, with families, languages and previews. */
  readonly played: boolean;
  readonly count: number;
  readonly hint?: string;
  readonly children?: ReactNode;
}) {
  const [count, setCount] = useState(first);
  const [seed, setSeed] = useState(42);
  const [families, setFamilies] = useState<readonly string[]>([]);
  const [languages, setLanguages] = useState<readonly string[]>([]);
  const [previewing, setPreviewing] = useState(false);
  const scenarios = usePlayer((state) => state.scenarios);
  const add = () => {
    const options = {
      ...(families.length > 0 ? { families } : {}),
      ...(languages.length > 0 ? { languages } : {}),
    };
    const narrowed = played && Object.keys(options).length > 0;
    workspace.edit(addGenerator({ generator, count, seed, ...(narrowed ? { options } : {}) }));
  };
  return (
    <Card title={title} note={note}>
      <div className="grid gap-2.5">
        {children}
        <div className="grid grid-cols-2 gap-2">
          <NumberField label="Episodes" value={count} min={1} max={MOST_EPISODES} onChange={setCount} />
          <NumberField label="Seed" value={seed} max={Number.MAX_SAFE_INTEGER} onChange={setSeed} />
        </div>
        {played ? (
          <>
            <ChoiceList
              what="families"
              all={familiesOf(scenarios ?? [], generator).map((id) => ({ id, label: sayFamily(id) }))}
              chosen={families}
              onChoose={setFamilies}
              onOpen={player.load}
            />
            <ChoiceList what="languages" all={LANGUAGES} chosen={languages} onChoose={setLanguages} />
          </>
        ) : null}
        {hint ? <p className="text-xs text-mute">{hint}</p> : null}
        <div className="flex flex-wrap gap-2">
          <Button onClick={add}>{button}</Button>
          {played ? (
            <Button look="quiet" aria-haspopup="dialog" onClick={() => setPreviewing(true)}>
              Preview<span className="sr-only"> of {title.toLowerCase()}</span>
            </Button>
          ) : null}
        </div>
      </div>
      {previewing ? (
        <PreviewDialog
          generator={generator}
          families={families}
          language={languages[0] ?? 'en'}
          seed={seed}
          onClose={() => setPreviewing(false)}
        />
      ) : null}
    </Card>
  );
}
