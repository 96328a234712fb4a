'use client';

import { useEffect } from 'react';
import { player, usePlayer } from '@/lib/state/app.ts';
import { sayCode } from '@/lib/state/figures.ts';
import { sayFamily } from '@/lib/state/generation-words.ts';
import { LANGUAGES } from '@/lib/state/generators.ts';
import { familiesOf, scenariosOf } from '@/lib/state/scenario-player.ts';
import type { ScenarioQuery, ScenarioRow } from '@/workers/protocol.ts';
import { Chat } from '../episodes/chat.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/field.tsx';
import { CheckList } from './check-list.tsx';

/** One episode a family, made on the spot, with its checks as they turned out. */
export function PreviewDialog({
  generator,
  families: chosen,
  language,
  seed,
  onClose,
}: {
  readonly generator: string;
  /** Empty for all. */
  readonly families: readonly string[];
  readonly language: string;
  readonly seed: number;
  readonly onClose: () => void;
}) {
  const scenarios = usePlayer((state) => state.scenarios);
  const query = usePlayer((state) => state.query);
  const problem = usePlayer((state) => state.problem);
  useEffect(
    function playTheFirst() {
      void player.load().then(() => {
        const { scenarios: known } = player.store.getState();
        const first = firstOf(
          (known ?? []).filter(
            (row) => row.generator === generator && (chosen.length === 0 || chosen.includes(row.family)),
          ),
        );
        if (first) void player.play({ id: first.id, seed, language, stance: 'chosen' });
      });
    },
    [generator, chosen, seed, language],
  );
  const row = scenarios?.find(({ id }) => id === query.id);
  const families = familiesOf(scenarios ?? [], generator).filter(
    (family) => chosen.length === 0 || chosen.includes(family),
  );
  return (
    <Dialog title={generator === 'adversarial' ? 'An adversarial episode' : 'A synthetic episode'} onClose={onClose}>
      {scenarios && row?.generator === generator ? (
        <Controls scenarios={scenarios} row={row} families={families} query={query} />
      ) : null}
      <div className="min-h-[40dvh]">
        {problem ? <p className="text-bad">This scenario cannot be played: {problem}</p> : <Played />}
      </div>
    </Dialog>
  );
}

/** What a family is about, not the harmless look-alike of it. */
const firstOf = (rows: readonly ScenarioRow[]): ScenarioRow | undefined =>
  rows.find(({ control }) => !control) ?? rows[0];

function Controls({
  scenarios,
  row,
  families,
  query,
}: {
  readonly scenarios: readonly ScenarioRow[];
  readonly row: ScenarioRow;
  readonly families: readonly string[];
  readonly query: ScenarioQuery;
}) {
  const { generator, family } = row;
  const playFamily = (next: string) => {
    const first = firstOf(scenariosOf(scenarios, generator, next));
    if (first) void player.play({ id: first.id, stance: 'chosen' });
  };
  const attack = generator === 'adversarial' && !row.control;
  return (
    <div className="mb-3 grid gap-2.5">
      <div className="grid grid-cols-[1fr_1fr_110px] gap-2 max-sm:grid-cols-1">
        <SelectField
          label="Family"
          value={family}
          options={families.map((id) => ({ value: id, label: sayFamily(id) }))}
          onChange={playFamily}
        />
        <SelectField
          label="Scenario"
          value={row.id}
          options={scenariosOf(scenarios, generator, family).map(({ id, control }) => ({
            value: id,
            label: `${sayCode(id.replace(/^attack\//, '')).replaceAll('/', ' · ')}${control ? ' (harmless)' : ''}`,
          }))}
          onChange={(id) => void player.play({ id, stance: 'chosen' })}
        />
        <SelectField
          label="Language"
          value={query.language}
          options={LANGUAGES.map(({ id, label }) => ({ value: id, label }))}
          onChange={(language) => void player.play({ language })}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void player.play({ seed: query.seed + 1 })}>Another one</Button>
        {attack ? (
          <Button
            aria-pressed={query.stance === 'rejected'}
            onClick={() => void player.play({ stance: query.stance === 'chosen' ? 'rejected' : 'chosen' })}
          >
            {query.stance === 'chosen' ? 'Show how it goes wrong' : 'Show how it goes well'}
          </Button>
        ) : null}
        <span className="self-center text-sm text-mute">seed {query.seed}</span>
      </div>
    </div>
  );
}

function Played() {
  const preview = usePlayer((state) => state.preview);
  const stance = usePlayer((state) => state.query.stance);
  if (!preview) return <p className="text-mute">Playing it in a simulated workspace</p>;
  return (
    <div className="grid gap-4">
      <CheckList checks={preview.checks} wrong={stance === 'rejected'} />
      <Chat view={preview} side="after" hidden={false} />
    </div>
  );
}
