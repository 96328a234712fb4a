'use client';

import { sayFamily } from '@/lib/state/generation-words.ts';
import { LANGUAGES } from '@/lib/state/generators.ts';
import { modelPlayer, useModelPlayer } from '@/lib/state/local-model/page.ts';
import { ChoiceList } from '../generate/choice-list.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CheckField, NumberField, SelectField } from '../ui/field.tsx';

const KINDS = [
  { value: 'all', label: 'Everyday work and attacks' },
  { value: 'synthetic', label: 'Everyday work' },
  { value: 'adversarial', label: 'Attacks and their harmless twins' },
] as const;
const OWN = { value: 'own', label: 'As chosen below' } as const;

export function PlayCard() {
  const choice = useModelPlayer((state) => state.choice);
  const ready = useModelPlayer((state) => state.server === 'ready' && state.model !== '');
  const playing = useModelPlayer((state) => state.playing);
  const { choose } = modelPlayer;
  return (
    <Card title="What to play">
      <div className="grid gap-2.5">
        <Families />
        <ChoiceList
          what="languages"
          all={LANGUAGES}
          chosen={choice.languages}
          onChoose={(languages) => choose({ languages })}
        />
        <div className="grid grid-cols-2 gap-2">
          <NumberField
            label="Episodes"
            value={choice.count}
            min={1}
            max={10_000}
            onChange={(count) => choose({ count })}
          />
          <NumberField
            label="Tries each, at most"
            value={choice.tries}
            min={1}
            max={20}
            onChange={(tries) => choose({ tries })}
          />
          <NumberField
            label="Seed"
            value={choice.seed}
            max={Number.MAX_SAFE_INTEGER}
            onChange={(seed) => choose({ seed })}
          />
          <NumberField
            label="Temperature"
            value={choice.temperature}
            max={2}
            step={0.1}
            onChange={(temperature) => choose({ temperature })}
          />
        </div>
        <p className="text-xs text-mute">
          A seed gives the same scenarios again. It does not give the same answers: a model is not reproducible.
        </p>
        <CheckField
          label="Let the model reword each request first"
          hint="Figures, names, paths and quoted text must all survive, and the language must stay; else the original is played. Attacks stand as they are written."
          checked={choice.rewords}
          onChange={(rewords) => choose({ rewords })}
        />
        <Limits />
        {playing ? (
          <Button onClick={() => void modelPlayer.cancel()}>Cancel</Button>
        ) : (
          <Button look="primary" disabled={!ready} onClick={() => void modelPlayer.play()}>
            Play
          </Button>
        )}
        {ready || playing ? null : <p className="text-xs text-mute">Connect to a server first.</p>}
      </div>
    </Card>
  );
}

function Families() {
  const families = useModelPlayer((state) => state.families);
  const chosen = useModelPlayer((state) => state.choice.families);
  const of = (origin: string) => families.filter((row) => row.origin === origin).map(({ family }) => family);
  const same = (list: readonly string[]) => list.length === chosen.length && list.every((id) => chosen.includes(id));
  const kind =
    chosen.length === 0 ? 'all' : (['synthetic', 'adversarial'].find((origin) => same(of(origin))) ?? OWN.value);
  return (
    <>
      <SelectField
        label="Scenarios"
        value={kind}
        options={kind === OWN.value ? [...KINDS, OWN] : KINDS}
        onChange={(value) => {
          if (value !== OWN.value) modelPlayer.choose({ families: value === 'all' ? [] : of(value) });
        }}
      />
      <ChoiceList
        what="families"
        all={families.map(({ family }) => ({ id: family, label: sayFamily(family) }))}
        chosen={chosen}
        onChoose={(next) => modelPlayer.choose({ families: next })}
      />
    </>
  );
}

function Limits() {
  const patience = useModelPlayer((state) => state.patience);
  const maxTokens = useModelPlayer((state) => state.choice.maxTokens);
  const { allow, choose } = modelPlayer;
  return (
    <details>
      <summary className="rounded text-sm text-mute hover:text-ink">Limits of one answer</summary>
      <div className="mt-1 grid grid-cols-2 gap-2">
        <NumberField
          label="First token within"
          unit="s"
          value={patience.first}
          min={1}
          max={3600}
          onChange={(first) => allow({ first })}
        />
        <NumberField
          label="Between tokens"
          unit="s"
          value={patience.between}
          min={1}
          max={3600}
          onChange={(between) => allow({ between })}
        />
        <NumberField
          label="In all"
          unit="s"
          value={patience.total}
          min={1}
          max={7200}
          onChange={(total) => allow({ total })}
        />
        <NumberField
          label="Most tokens"
          value={maxTokens}
          min={64}
          max={131_072}
          onChange={(tokens) => choose({ maxTokens: tokens })}
        />
      </div>
    </details>
  );
}
