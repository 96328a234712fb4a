'use client';

import { useState } from 'react';
import { ADVERSARIAL, SYNTHETIC_KINDS } from '@/lib/state/generators.ts';
import { RecipeCard } from '../generate/recipe-card.tsx';
import { SelectField } from '../ui/field.tsx';

export function GeneratorCards() {
  const [kind, setKind] = useState<string>(SYNTHETIC_KINDS[0].id);
  const textOnly = kind === 'text-recipes';
  return (
    <>
      <RecipeCard
        title="Synthetic episodes"
        note="Played in a simulated workspace; every tool result is real."
        button="Add synthetic episodes"
        generator={kind}
        played={!textOnly}
        count={600}
        {...(textOnly ? { hint: 'For each of five styles, and a fifth as many in several rounds.' } : {})}
      >
        <SelectField
          label="Kind"
          value={kind}
          options={SYNTHETIC_KINDS.map(({ id, label }) => ({ value: id, label }))}
          onChange={setKind}
        />
      </RecipeCard>
      <RecipeCard
        title="Adversarial episodes"
        note="Injections, baits and look-alikes, each with a check that the answer holds."
        button="Add adversarial episodes"
        generator={ADVERSARIAL}
        played
        count={200}
        hint="Each attack has a wrong half too; choose a preference preset in Export to have both."
      />
      <p className="px-1 text-sm text-mute">
        <a className="text-accent underline" href="/local-model" target="_blank" rel="noopener">
          Play them with a model on this machine
        </a>
        , in a tab of its own that may reach this machine. This one still reaches nobody.
      </p>
    </>
  );
}
