'use client';

import { useId } from 'react';
import { showDamageIn, workspace } from '@/lib/state/app.ts';
import { formatCount, plural, sayCode } from '@/lib/state/figures.ts';
import { choosePolicy, POLICY_WORDS } from '@/lib/state/reading-edits.ts';
import type { DamageRow } from '@/workers/protocol.ts';

/** Kinds of damage under one heading, each with what is done about it. */
export function DamageGroup({ title, rows }: { readonly title: string; readonly rows: readonly DamageRow[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-pane">
      <h2 id={id} className="border-b border-line px-3.5 py-2 font-semibold">
        {title}
      </h2>
      <ul>
        {rows.map((row) => (
          <Line key={row.code} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Line({ row }: { readonly row: DamageRow }) {
  const { code, meaning, count, turns, sessions, repaired, example } = row;
  const where = [
    ...(turns > 0 ? [plural(turns, 'turn')] : []),
    plural(sessions, 'session'),
    ...(repaired > 0 ? [`${formatCount(repaired)} more whole in another copy`] : []),
  ];
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line px-3.5 py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_236px]">
      <div className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-2">
        <span className="text-right text-lg font-semibold">{formatCount(count)}</span>
        <div className="min-w-0">
          <p>{meaning}</p>
          <p className="text-xs text-mute">
            {sayCode(code)} · in {where.join(' · ')}
            {example ? (
              <>
                {' · '}
                <button
                  type="button"
                  className="rounded text-accent underline decoration-line underline-offset-2 hover:decoration-accent"
                  onClick={() => showDamageIn(code, example)}
                >
                  look at one<span className="sr-only"> session with {sayCode(code)}</span>
                </button>
              </>
            ) : null}
          </p>
        </div>
      </div>
      <Policy row={row} />
    </li>
  );
}

function Policy({ row: { code, policy } }: { readonly row: DamageRow }) {
  if (!policy)
    return (
      <p className="self-center text-xs text-mute max-sm:hidden">
        {code.startsWith('trim') ? 'Decided under “Shortened results”.' : 'Nothing to decide.'}
      </p>
    );
  const changed = policy.chosen !== policy.usual;
  return (
    <div className="max-sm:pl-13">
      <select
        aria-label={`What to do: ${sayCode(code)}`}
        className={`w-full rounded-md border bg-bg px-2 py-1 text-ink ${changed ? 'border-accent' : 'border-edge'}`}
        value={policy.chosen}
        onChange={(event) => {
          const choice = policy.choices.find((one) => one === event.target.value);
          if (choice) workspace.edit(choosePolicy(code, choice));
        }}
      >
        {policy.choices.map((choice) => (
          <option key={choice} value={choice}>
            {POLICY_WORDS[choice]}
            {choice === policy.usual ? ' (usual)' : ''}
          </option>
        ))}
      </select>
      {changed ? <p className="mt-0.5 text-xs text-accent">changed by you</p> : null}
    </div>
  );
}
