'use client';

import { useState } from 'react';
import type { Origin } from '@/lib/core/types.ts';
import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { changeMix } from '@/lib/state/recipe-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CheckField, NumberField } from '../ui/field.tsx';

type Percents = Readonly<Record<Origin, number>>;

const FIRST: Percents = { real: 60, synthetic: 30, adversarial: 10 };
const FIELDS = [
  { origin: 'real', label: 'Real' },
  { origin: 'synthetic', label: 'Synthetic' },
  { origin: 'adversarial', label: 'Adversarial' },
] as const;

/** Three shares that must sum to 100; nothing changes until they do. */
export function MixControls() {
  const { ratios, target, maxPerSource } = useWorkspace((state) => recipeOf(state).mix);
  const [draft, setDraft] = useState<Percents | null>(null);
  const shown: Percents | null =
    draft ??
    (ratios && {
      real: Math.round(ratios.real * 1000) / 10,
      synthetic: Math.round(ratios.synthetic * 1000) / 10,
      adversarial: Math.round(ratios.adversarial * 1000) / 10,
    });
  const ask = (percents: Percents | null) => {
    setDraft(null);
    const shares = percents && {
      real: percents.real / 100,
      synthetic: percents.synthetic / 100,
      adversarial: percents.adversarial / 100,
    };
    workspace.edit(changeMix(shares ? 'change the mix' : 'keep all rows', { ratios: shares }));
  };
  return (
    <Card title="Mix">
      <div className="grid gap-2.5">
        <CheckField
          label="Keep all rows"
          checked={shown === null}
          onChange={(all) => (all ? ask(null) : setDraft(FIRST))}
        />
        {shown ? <Shares shown={shown} changed={draft !== null} onDraft={setDraft} onAsk={ask} /> : null}
        <div className="grid grid-cols-2 gap-2">
          <NumberField
            label="Most rows"
            hint="0: no limit"
            value={target ?? 0}
            onChange={(rows) => workspace.edit(changeMix('limit the rows', { target: rows || null }))}
          />
          <NumberField
            label="Most per source"
            hint="0: no limit"
            value={maxPerSource ?? 0}
            onChange={(rows) => workspace.edit(changeMix('limit rows per source', { maxPerSource: rows || null }))}
          />
        </div>
      </div>
    </Card>
  );
}

function Shares({
  shown,
  changed,
  onDraft,
  onAsk,
}: {
  readonly shown: Percents;
  readonly changed: boolean;
  readonly onDraft: (percents: Percents) => void;
  readonly onAsk: (percents: Percents) => void;
}) {
  const sum = shown.real + shown.synthetic + shown.adversarial;
  const right = Math.abs(sum - 100) < 0.05;
  return (
    <>
      <div className="grid grid-cols-3 gap-2">
        {FIELDS.map(({ origin, label }) => (
          <NumberField
            key={origin}
            label={label}
            unit="%"
            max={100}
            step={5}
            value={shown[origin]}
            onChange={(value) => onDraft({ ...shown, [origin]: value })}
          />
        ))}
      </div>
      <div className="flex items-center gap-3">
        <Button disabled={!right || !changed} onClick={() => onAsk(shown)}>
          Ask for these shares
        </Button>
        <span className={`text-sm ${right ? 'text-mute' : 'text-bad'}`}>
          {right ? 'sums to 100' : `sums to ${Math.round(sum * 10) / 10}, must be 100`}
        </span>
      </div>
    </>
  );
}
