'use client';

import { useState } from 'react';
import { questions, reviewEpisode, useWorkspace, workspace } from '@/lib/state/app.ts';
import { formatCount, plural } from '@/lib/state/figures.ts';
import { hideName, leaveNames, undecideName } from '@/lib/state/redaction-edits.ts';
import { useAnswer } from '@/lib/state/use-answer.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import type { NameRow } from '@/workers/protocol.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';

/** Rows asked for; the rest follows when these are decided. */
const LIMIT = 200;
const SAID: Readonly<Record<string, string>> = { PERSON: 'person', ADDRESS: 'address', BIRTH_DATE: 'date of birth' };

const NONE: readonly NameRow[] = [];
const keyOf = ({ type, text }: NameRow): string => `${type} ${text}`;

/** Rows stay where they were when the list was opened: one that is left keeps its place, new ones follow at the end. */
function useFirstPlaces(rows: readonly NameRow[], left: readonly string[]): readonly NameRow[] {
  const [first, setFirst] = useState<readonly NameRow[]>(NONE);
  const newest = new Map(rows.map((row) => [keyOf(row), row]));
  const known = new Set(first.map(keyOf));
  const added = rows.filter((row) => !known.has(keyOf(row)));
  if (added.length > 0) setFirst([...first, ...added]);
  return [...first, ...added].flatMap((row) => newest.get(keyOf(row)) ?? (left.includes(row.mark) ? row : []));
}

/** Possible names, the most frequent first. Nothing happens to any before the person says so. */
export function NameReview() {
  const revision = useWorkspace((state) => state.revision);
  const { hidden, left } = useWorkspace((state) => recipeOf(state).redaction.names);
  const { value, problem, waiting } = useAnswer(`${revision}`, () => questions.names(LIMIT));
  const places = useFirstPlaces(value?.rows ?? NONE, left);
  if (problem) return <p className="text-bad">{problem}</p>;
  if (!value) return <p className="text-mute">Looking for possible names…</p>;
  const isHidden = (row: NameRow) => hidden.some(({ type, text }) => type === row.type && text === row.text);
  const rows = places.filter((row) => !isHidden(row));
  const open = rows.filter(({ mark }) => !left.includes(mark));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3" aria-busy={waiting}>
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-60 flex-1">
          <b className="font-semibold">
            {plural(Math.max(0, value.undecided - value.rows.filter(isHidden).length), 'possible name')} undecided.
          </b>{' '}
          <span className="text-mute">
            No rule knows names for sure: these were given away by a title, an introduction, a common given name or the
            form of an address. Names that nothing gives away are not in the list; add them under Own rules.
          </span>
        </p>
        {open.length > 1 ? (
          <Button onClick={() => workspace.edit(leaveNames(open))}>Leave all {formatCount(open.length)} shown</Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className="text-mute">None was found in what was read.</p> : null}
      <ul className="grid grid-cols-[minmax(0,1fr)]">
        {rows.map((row) => (
          <Line key={keyOf(row)} row={row} left={left.includes(row.mark)} />
        ))}
      </ul>
      {value.total > value.rows.length ? (
        <p className="text-xs text-mute">
          {formatCount(value.total - value.rows.length)} less frequent ones follow when these are decided.
        </p>
      ) : null}
      {hidden.length > 0 ? (
        <div>
          <h2 className="mb-1 text-xs text-mute">Replaced because you said so</h2>
          <ul className="flex flex-wrap gap-1">
            {hidden.map((name) => (
              <li key={`${name.type} ${name.text}`} className="flex items-center rounded bg-soft pl-1.5 text-sm">
                {name.text}
                <button
                  type="button"
                  aria-label={`Decide about ${name.text} later`}
                  className="grid size-6 place-items-center rounded text-mute hover:text-ink"
                  onClick={() => workspace.edit(undecideName({ ...name, mark: '' }))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function Line({ row, left }: { readonly row: NameRow; readonly left: boolean }) {
  const example = row.examples[0];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5">
      <span className="w-52 min-w-0 max-sm:w-full">
        <b dir="auto" className={`font-semibold break-words ${left ? 'text-mute' : ''}`}>
          {row.text}
        </b>{' '}
        <Chip>{SAID[row.type] ?? row.type}</Chip>
      </span>
      <span className="w-36 shrink-0 text-sm text-mute">
        {plural(row.count, 'time')}, {plural(row.episodes, 'episode')}
      </span>
      <span
        dir="auto"
        className="min-w-48 flex-1 truncate text-sm text-mute max-sm:w-full max-sm:flex-none max-sm:whitespace-normal"
      >
        {example ? (
          <>
            {example.before}
            <mark className="bg-transparent text-ink">{row.text}</mark>
            {example.after}
          </>
        ) : null}
      </span>
      <span className="ml-auto flex gap-1.5">
        {example && example.ordinal >= 0 ? (
          <Button
            look="quiet"
            aria-label={`Open an episode with ${row.text}`}
            onClick={() => reviewEpisode(example.ordinal, { message: example.message })}
          >
            Open
          </Button>
        ) : null}
        <Button aria-label={`Replace ${row.text}`} onClick={() => workspace.edit(hideName(row))}>
          Replace
        </Button>
        {left ? (
          <Button aria-label={`Left, undo: ${row.text}`} onClick={() => workspace.edit(undecideName(row))}>
            Left, undo
          </Button>
        ) : (
          <Button aria-label={`Leave ${row.text}`} onClick={() => workspace.edit(leaveNames([row]))}>
            Leave
          </Button>
        )}
      </span>
    </li>
  );
}
