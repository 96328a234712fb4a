'use client';

import { type ReactNode, useState } from 'react';
import { workspace } from '@/lib/state/app.ts';
import { ADVERSARIAL, LANGUAGES, MOST_EPISODES, SYNTHETIC_KINDS } from '@/lib/state/generators.ts';
import { addGenerator } from '@/lib/state/recipe-edits.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CheckField, NumberField, SelectField } from '../ui/field.tsx';

export function GeneratorCards() {
  const [kind, setKind] = useState<string>(SYNTHETIC_KINDS[0].id);
  const chosen = SYNTHETIC_KINDS.find(({ id }) => id === kind);
  return (
    <>
      <GeneratorCard
        title="Synthetic episodes"
        note="Played in a simulated workspace; every tool result is real."
        button="Add synthetic episodes"
        generator={kind}
        count={600}
        hint={
          chosen?.id === 'text-recipes' ? 'For each of five styles, and a fifth as many in several rounds.' : undefined
        }
      >
        <SelectField
          label="Kind"
          value={kind}
          options={SYNTHETIC_KINDS.map(({ id, label }) => ({ value: id, label }))}
          onChange={setKind}
        />
      </GeneratorCard>
      <GeneratorCard
        title="Adversarial episodes"
        note="Injections, baits and look-alikes, each with a check that the answer holds."
        button="Add adversarial episodes"
        generator={ADVERSARIAL}
        count={200}
      />
    </>
  );
}

function GeneratorCard({
  title,
  note,
  button,
  generator,
  count: first,
  hint,
  children,
}: {
  readonly title: string;
  readonly note: string;
  readonly button: string;
  readonly generator: string;
  readonly count: number;
  readonly hint?: string;
  readonly children?: ReactNode;
}) {
  const [count, setCount] = useState(first);
  const [seed, setSeed] = useState(42);
  const [languages, setLanguages] = useState<readonly string[]>([]);
  const speaks = generator !== 'text-recipes';
  const add = () => {
    const options = speaks && languages.length > 0 ? { options: { languages } } : {};
    workspace.edit(addGenerator({ generator, count, seed, ...options }));
  };
  return (
    <Card title={title} note={note}>
      <div className="grid gap-2.5">
        {children}
        <div className="grid grid-cols-2 gap-2">
          <NumberField label="Episodes" value={count} min={1} max={MOST_EPISODES} onChange={setCount} />
          <NumberField label="Seed" value={seed} max={Number.MAX_SAFE_INTEGER} onChange={setSeed} />
        </div>
        {speaks ? <Languages chosen={languages} onChoose={setLanguages} /> : null}
        {hint ? <p className="text-xs text-mute">{hint}</p> : null}
        <div>
          <Button onClick={add}>{button}</Button>
        </div>
      </div>
    </Card>
  );
}

function Languages({
  chosen,
  onChoose,
}: {
  readonly chosen: readonly string[];
  readonly onChoose: (languages: readonly string[]) => void;
}) {
  return (
    <details>
      <summary className="rounded text-sm text-mute hover:text-ink">
        {chosen.length === 0 ? 'All languages' : `${chosen.length} of ${LANGUAGES.length} languages`}
      </summary>
      <div className="mt-1 grid grid-cols-2 gap-x-2">
        {LANGUAGES.map(({ id, label }) => (
          <CheckField
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(on) => onChoose(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ))}
      </div>
    </details>
  );
}
